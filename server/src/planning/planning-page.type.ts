import { Field, ID, Int, ObjectType } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import { SubmissionNotice } from "./planning.type.ts";

@Needs("planning.read")
@ObjectType({ description: "A norm of a library, with all that it handed in of it." })
export class PlanningLine {
  @Field(() => ID)
  libraryId!: string;

  @Field(() => String, { description: "As the library was called when it handed in the latest." })
  libraryName!: string;

  @Field(() => String, { description: "Code of the norm." })
  norm!: string;

  @Field(() => [SubmissionNotice], {
    description: "The latest first; each of the others was replaced by the one before it.",
  })
  versions!: SubmissionNotice[];
}

@Needs("planning.read")
@ObjectType()
export class PlanningPage {
  @Field(() => [PlanningLine], { description: "The latest submission first." })
  lines!: PlanningLine[];

  @Field(() => String, {
    nullable: true,
    description: "Ask `after` this for the next page; null on the last.",
  })
  nextAfter!: string | null;

  @Field(() => Int, { description: "How many lines there are on all pages." })
  total!: number;
}
