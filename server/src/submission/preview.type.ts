import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { OpenThread } from "../comment/open-thread.type.ts";
import { Needs } from "../graphql/access.ts";
import { documentGoingEnum, type DocumentGoing } from "./submission.enums.ts";
import type { Hindrance } from "./hindrance.ts";

const hindranceEnum = {
  NOT_ANSWERED: "NOT_ANSWERED",
  NOTHING_WRITTEN: "NOTHING_WRITTEN",
  NOTHING_CHANGED: "NOTHING_CHANGED",
} as const satisfies { [H in Hindrance]: H };
registerEnumType(hindranceEnum, {
  name: "Hindrance",
  description: "Why a norm can't be submitted as it stands.",
});

@Needs("answer.read")
@ObjectType({ description: "A document beside a norm, and whether it is handed in with it." })
export class PreviewedDocument {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => [String], { description: "Codes of the parts of the norm that it stands beside." })
  parts!: string[];

  @Field(() => documentGoingEnum)
  going!: DocumentGoing;

  @Field(() => Int, {
    description:
      "How many of its files stay, for their newest version isn't all here or wasn't scanned; of an internal document 0.",
  })
  filesLeftBehind!: number;
}

@Needs("answer.read")
@ObjectType({ description: "What would be handed in of a norm if that happened now." })
export class SubmissionPreview {
  @Field(() => hindranceEnum, {
    nullable: true,
    description: "What `submitNorm` would answer with; null where it would submit.",
  })
  hindrance!: Hindrance | null;

  @Field(() => [String], {
    description: "Codes of the norm and its parts in which something is written.",
  })
  written!: string[];

  @Field(() => [String], {
    description: "Codes of the norm and its parts in which nothing is written.",
  })
  unwritten!: string[];

  @Field(() => Boolean, {
    description: "Whether ambitions, bottlenecks or accents go along.",
  })
  ambitions!: boolean;

  @Field(() => Int, { description: "Rows that say with whom the norm was discussed." })
  discussions!: number;

  @Field(() => [PreviewedDocument])
  documents!: PreviewedDocument[];

  @Field(() => [String], {
    description: "Codes of the norm and its parts of which the work isn't done.",
  })
  undone!: string[];

  @Field(() => [OpenThread])
  @Needs("comment.read")
  openThreads!: OpenThread[];
}
