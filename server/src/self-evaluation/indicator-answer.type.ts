import type { NeeLabel } from "@toetssteen/contract";
import type { WorkState } from "@toetssteen/norms";
import { GraphQLISODateTime, Field, ID, Int, ObjectType, createUnionType } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import { neeLabelEnum, verdictEnum, type Verdict } from "./self-evaluation.enums.ts";
import { workStateEnum } from "../work/work.enums.ts";
import { Member } from "../membership/member.type.ts";
import type { Dossier } from "./dossier.ts";
import { mayWrite } from "./writing.policy.ts";

@Needs("answer.read")
@ObjectType({ description: "A library's ja or nee to one indicator. Version 0: never written." })
export class IndicatorAnswer {
  @Field(() => ID, { description: "<cycle>:<indicator>" })
  id: string;

  @Field(() => verdictEnum, { nullable: true })
  verdict: Verdict | null;

  @Field(() => neeLabelEnum, { nullable: true, description: "Kept under a ja, out of sight." })
  neeLabel: NeeLabel | null;

  @Field(() => String)
  explanation: string;

  @Field(() => Int)
  version: number;

  @Field(() => workStateEnum)
  workState: WorkState;

  @Field(() => Member, { nullable: true })
  assignee: Member | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  changedAt: Date | null;

  @Field(() => Member, { nullable: true })
  changedBy: Member | null;

  @Field(() => Boolean)
  canAnswer: boolean;

  constructor(dossier: Dossier, indicator: string) {
    const answer = dossier.answers.get(indicator);
    const work = dossier.work.get(indicator);
    this.id = `${dossier.cycle.id}:${indicator}`;
    this.verdict = answer?.verdict ?? null;
    this.neeLabel = answer?.neeLabel ?? null;
    this.explanation = answer?.explanation ?? "";
    this.version = answer?.version ?? 0;
    this.workState = work?.state ?? "TO_DO";
    this.assignee = work?.assignee ?? null;
    this.changedAt = answer ? new Date(answer.changedAt) : null;
    this.changedBy = answer?.changedBy ?? null;
    this.canAnswer = mayWrite(dossier, indicator);
  }
}

@Needs("answer.write")
@ObjectType()
export class IndicatorAnswered {
  @Field(() => IndicatorAnswer)
  answer!: IndicatorAnswer;
}

@Needs("answer.write")
@ObjectType({
  description: "Somebody wrote since baseVersion. Nothing was written; `current` is what stands.",
})
export class IndicatorAnswerConflict {
  @Field(() => IndicatorAnswer)
  current!: IndicatorAnswer;
}

export const AnswerIndicatorResult = createUnionType({
  name: "AnswerIndicatorResult",
  types: () => [IndicatorAnswered, IndicatorAnswerConflict] as const,
  resolveType: (value) => ("answer" in value ? IndicatorAnswered : IndicatorAnswerConflict),
});
