import type { DiscussionKind } from "@toetssteen/contract";
import { GraphQLLocalDate } from "graphql-scalars";
import { createUnionType, Field, ID, Int, ObjectType } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import { discussionKindEnum } from "./discussion.enums.ts";

@Needs("answer.read")
@ObjectType({ description: "With whom a norm was discussed." })
export class Discussion {
  @Field(() => ID)
  id!: string;

  @Field(() => discussionKindEnum)
  withKind!: DiscussionKind;

  @Field(() => String, { description: "A function group of the library, or a partner." })
  withWhom!: string;

  @Field(() => GraphQLLocalDate, { nullable: true })
  heldOn!: string | null;

  @Field(() => Int)
  version!: number;
}

@Needs("answer.write")
@ObjectType()
export class DiscussionWritten {
  @Field(() => Discussion)
  discussion!: Discussion;
}

@Needs("answer.write")
@ObjectType({
  description: "Somebody changed or removed it since baseVersion. Nothing was written.",
})
export class DiscussionConflict {
  @Field(() => Discussion, {
    nullable: true,
    description: "What stands; null when it was removed.",
  })
  current!: Discussion | null;
}

export const WriteDiscussionResult = createUnionType({
  name: "WriteDiscussionResult",
  types: () => [DiscussionWritten, DiscussionConflict] as const,
  resolveType: (value) => ("discussion" in value ? DiscussionWritten : DiscussionConflict),
});
