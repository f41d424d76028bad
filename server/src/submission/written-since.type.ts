import { Field, ID, ObjectType } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import type { Difference } from "./written-since.ts";

@Needs("answer.read")
@ObjectType({
  description: "Where auditors would read something else if the norm were handed in again now.",
})
export class WrittenSince implements Difference {
  @Field(() => Boolean, { description: "In the library's name, profile or dates." })
  facts!: boolean;

  @Field(() => Boolean, { description: "In ambitions, bottlenecks or local accents." })
  cycle!: boolean;

  @Field(() => Boolean, { description: "In facts or own view, or in the documents beside them." })
  about!: boolean;

  @Field(() => Boolean, { description: "In reason, plan or consequences of the norm as a whole." })
  unmet!: boolean;

  @Field(() => Boolean, { description: "In the rows that say with whom it was discussed." })
  discussions!: boolean;

  @Field(() => [String], {
    description:
      "Codes of the indicators that apply and of the questions: in their texts, plan or documents.",
  })
  parts!: string[];
}

@Needs("answer.read")
@ObjectType({ description: "What was written since the last submission of a norm." })
export class SubmittedSince {
  @Field(() => ID)
  submissionId!: string;

  @Field(() => WrittenSince)
  since!: WrittenSince;
}
