import type { DiscussionKind, PassageField } from "@toetssteen/contract";
import { GraphQLLocalDate } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import { discussionKindEnum } from "../discussion/discussion.enums.ts";
import { passageFieldEnum } from "../passage/passage.enums.ts";
import type { FrozenDiscussion, FrozenPassage, FrozenPlan } from "./document.ts";

@Needs("submission.read")
@ObjectType({ description: "A box in which something was written." })
export class PassageReading implements FrozenPassage {
  @Field(() => passageFieldEnum)
  field!: PassageField;

  @Field(() => String)
  body!: string;
}

@Needs("submission.read")
@ObjectType({ description: "Who carries out the plan under a nee or an unmet norm, and by when." })
export class PlanReading implements FrozenPlan {
  @Field(() => String, { nullable: true, description: "A name." })
  owner!: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true })
  dueOn!: string | null;
}

@Needs("submission.read")
@ObjectType({ description: "With whom a norm was discussed." })
export class DiscussionReading implements FrozenDiscussion {
  @Field(() => discussionKindEnum)
  withKind!: DiscussionKind;

  @Field(() => String)
  withWhom!: string;

  @Field(() => GraphQLLocalDate, { nullable: true })
  heldOn!: string | null;
}
