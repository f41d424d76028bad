import { GraphQLLocalDate } from "graphql-scalars";
import { createUnionType, Field, ID, Int, ObjectType } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import { Member } from "../membership/member.type.ts";
import type { Dossier } from "../self-evaluation/dossier.ts";

@Needs("answer.read")
@ObjectType({
  description:
    "Who carries out the plan under a nee or an unmet norm, and by when. Version 0: never set.",
})
export class Plan {
  @Field(() => ID, { description: "<cycle>:<part>:owner" })
  id: string;

  @Field(() => Member, { nullable: true })
  owner: Member | null;

  @Field(() => GraphQLLocalDate, { nullable: true })
  dueOn: string | null;

  @Field(() => Int)
  version: number;

  constructor(dossier: Dossier, part: string) {
    const row = dossier.plans.get(part);
    this.id = `${dossier.cycle.id}:${part}:owner`;
    this.owner = row?.owner ?? null;
    this.dueOn = row?.dueOn ?? null;
    this.version = row?.version ?? 0;
  }
}

@Needs("answer.write")
@ObjectType()
export class PlanSet {
  @Field(() => Plan)
  plan!: Plan;
}

@Needs("answer.write")
@ObjectType({
  description: "Somebody set it since baseVersion. Nothing was written; `current` is what stands.",
})
export class PlanConflict {
  @Field(() => Plan)
  current!: Plan;
}

export const SetPlanResult = createUnionType({
  name: "SetPlanResult",
  types: () => [PlanSet, PlanConflict] as const,
  resolveType: (value) => ("plan" in value ? PlanSet : PlanConflict),
});
