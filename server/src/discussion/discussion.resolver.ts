import type { DiscussionKind, WriteDiscussionInput as Fields } from "@toetssteen/contract";
import { GraphQLLocalDate } from "graphql-scalars";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import type { Context } from "../graphql/context.ts";
import { discussionKindEnum } from "./discussion.enums.ts";
import { setDiscussionRemoved, writeDiscussion } from "./discussion.service.ts";
import { Discussion, WriteDiscussionResult } from "./discussion.type.ts";

@InputType()
export class WriteDiscussionInput implements Fields {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => ID, { description: "UUIDv7 made by the client; the same id changes the row." })
  id!: string;

  @Field(() => ID)
  cycleId!: string;

  @Field(() => String, { description: "Code of the norm." })
  norm!: string;

  @Field(() => discussionKindEnum)
  withKind!: DiscussionKind;

  @Field(() => String)
  withWhom!: string;

  @Field(() => GraphQLLocalDate, { nullable: true })
  heldOn!: string | null;

  @Field(() => Int, { description: "Version that the change was based on; 0 for a new row." })
  baseVersion!: number;
}

@InputType()
export class RemoveDiscussionInput {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => ID)
  id!: string;

  @Field(() => Boolean, { description: "False brings it back." })
  removed!: boolean;
}

@Resolver()
export class DiscussionResolver {
  @Mutation(() => WriteDiscussionResult)
  @Needs("answer.write")
  writeDiscussion(
    @Arg("input", () => WriteDiscussionInput) input: WriteDiscussionInput,
    @Ctx() { scope, editions }: Context,
  ): Promise<typeof WriteDiscussionResult> {
    return writeDiscussion(scope, editions, input);
  }

  @Mutation(() => Discussion, { description: "Removes a row, or brings it back." })
  @Needs("answer.write")
  removeDiscussion(
    @Arg("input", () => RemoveDiscussionInput) input: RemoveDiscussionInput,
    @Ctx() { scope, editions }: Context,
  ): Promise<Discussion> {
    return setDiscussionRemoved(scope, editions, input);
  }
}
