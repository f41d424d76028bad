import type { PassageField } from "@toetssteen/contract";
import { createUnionType, Field, GraphQLISODateTime, ID, Int, ObjectType } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import { passageFieldEnum } from "./passage.enums.ts";
import { Member } from "../membership/member.type.ts";
import type { Dossier } from "../self-evaluation/dossier.ts";
import { passageKey } from "../self-evaluation/passage-key.ts";
import { mayWrite } from "../self-evaluation/writing.policy.ts";

@Needs("answer.read")
@ObjectType({
  description:
    "One box of a self-evaluation with what was written in it. Version 0: never written.",
})
export class Passage {
  @Field(() => ID, { description: "<cycle>:<part>:<field>" })
  id: string;

  @Field(() => passageFieldEnum)
  field: PassageField;

  @Field(() => String)
  body: string;

  @Field(() => Int)
  version: number;

  @Field(() => GraphQLISODateTime, { nullable: true })
  changedAt: Date | null;

  @Field(() => Member, { nullable: true })
  changedBy: Member | null;

  @Field(() => Boolean)
  canWrite: boolean;

  constructor(dossier: Dossier, part: string | null, field: PassageField) {
    const row = dossier.passages.get(passageKey(part, field));
    this.id = `${dossier.cycle.id}:${passageKey(part, field)}`;
    this.field = field;
    this.body = row?.body ?? "";
    this.version = row?.version ?? 0;
    this.changedAt = row ? new Date(row.changedAt) : null;
    this.changedBy = row?.changedBy ?? null;
    this.canWrite = mayWrite(dossier, part);
  }
}

@Needs("answer.write")
@ObjectType()
export class PassageWritten {
  @Field(() => Passage)
  passage!: Passage;
}

@Needs("answer.write")
@ObjectType({
  description: "Somebody wrote since baseVersion. Nothing was written; `current` is what stands.",
})
export class PassageConflict {
  @Field(() => Passage)
  current!: Passage;
}

export const WritePassageResult = createUnionType({
  name: "WritePassageResult",
  types: () => [PassageWritten, PassageConflict] as const,
  resolveType: (value) => ("passage" in value ? PassageWritten : PassageConflict),
});
