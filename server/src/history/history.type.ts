import type { NeeLabel } from "@toetssteen/contract";
import { Field, GraphQLISODateTime, ID, Int, ObjectType } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import {
  neeLabelEnum,
  verdictEnum,
  type Verdict,
} from "../self-evaluation/self-evaluation.enums.ts";
import { Member } from "../membership/member.type.ts";

@Needs("answer.read")
@ObjectType({
  description:
    "What one person left behind after ten quiet minutes. Restoring is writing it again.",
})
export class HistoryEntry {
  @Field(() => ID)
  id!: string;

  @Field(() => Member)
  by!: Member;

  @Field(() => GraphQLISODateTime)
  openedAt!: Date;

  @Field(() => GraphQLISODateTime)
  writtenAt!: Date;

  @Field(() => Int, { description: "Version of the text at the end of it." })
  version!: number;

  @Field(() => verdictEnum, { nullable: true, description: "Only of an answer." })
  verdict!: Verdict | null;

  @Field(() => neeLabelEnum, { nullable: true })
  neeLabel!: NeeLabel | null;

  @Field(() => String)
  body!: string;
}

@Needs("answer.read")
@ObjectType()
export class HistoryPage {
  readonly organisationId!: string;
  readonly part!: string | null;

  @Field(() => [HistoryEntry], { description: "Latest first." })
  entries!: HistoryEntry[];

  @Field(() => Int, {
    nullable: true,
    description: "Ask `before` this for the next page; null on the last.",
  })
  nextBefore!: number | null;
}
