import type { AddCommentInput as Fields } from "@toetssteen/contract";
import { longestComment } from "@toetssteen/contract";
import { Arg, Ctx, Field, ID, InputType, Mutation, Query, Resolver } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import type { Context } from "../graphql/context.ts";
import { requireId } from "../graphql/input.ts";
import { findThreads } from "./comment.sql.ts";
import { addComment, resolveThread } from "./comment.service.ts";
import { CommentThread } from "./comment.type.ts";

@InputType()
export class AddCommentInput implements Fields {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => ID, { description: "UUIDv7 made by the client, so that sending again is safe." })
  id!: string;

  @Field(() => ID)
  cycleId!: string;

  @Field(() => String, { description: "Code of the norm, indicator or question." })
  part!: string;

  @Field(() => ID, { nullable: true, description: "The thread that it goes on; null begins one." })
  threadId!: string | null;

  @Field(() => String, { description: `At most ${longestComment} characters.` })
  body!: string;

  @Field(() => [ID], { defaultValue: [], description: "Members who get a mail about it." })
  mentions!: string[];
}

@InputType()
export class ResolveThreadInput {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => ID)
  id!: string;

  @Field(() => Boolean, { description: "False opens it again." })
  resolved!: boolean;
}

@Resolver()
export class CommentResolver {
  @Query(() => [CommentThread], {
    description: "Threads beside these parts; of the whole cycle without them.",
  })
  @Needs("comment.read")
  commentThreads(
    @Arg("organisationId", () => ID) organisationId: string,
    @Arg("cycleId", () => ID) cycleId: string,
    @Arg("parts", () => [String], { nullable: true }) parts: string[] | null,
    @Ctx() { scope }: Context,
  ): Promise<CommentThread[]> {
    return findThreads(scope, {
      organisationId,
      cycleId: requireId("cycleId", cycleId),
      parts: parts ?? null,
    });
  }

  @Mutation(() => CommentThread)
  @Needs("comment.write")
  addComment(
    @Arg("input", () => AddCommentInput) input: AddCommentInput,
    @Ctx() { scope, editions }: Context,
  ): Promise<CommentThread> {
    return addComment(scope, editions, input);
  }

  @Mutation(() => CommentThread, { description: "Closes a thread, or opens it again." })
  @Needs("comment.write")
  resolveThread(
    @Arg("input", () => ResolveThreadInput) input: ResolveThreadInput,
    @Ctx() { scope, editions }: Context,
  ): Promise<CommentThread> {
    return resolveThread(scope, editions, input);
  }
}
