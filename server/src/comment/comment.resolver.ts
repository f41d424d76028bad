import type { AddCommentInput as Fields, ChangeCommentInput as Change } from "@toetssteen/contract";
import { longestComment } from "@toetssteen/contract";
import { Arg, Ctx, Field, ID, InputType, Mutation, Query, Resolver } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import type { Context } from "../graphql/context.ts";
import {
  addComment,
  changeComment,
  findThreadsForMe,
  resolveThread,
  setCommentRemoved,
} from "./comment.service.ts";
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
export class ChangeCommentInput implements Change {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: `At most ${longestComment} characters.` })
  body!: string;

  @Field(() => [ID], { defaultValue: [], description: "Those not mentioned before get a mail." })
  mentions!: string[];
}

@InputType()
export class RemoveCommentInput {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => ID)
  id!: string;

  @Field(() => Boolean, { description: "False says it again." })
  removed!: boolean;
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
  @Query(() => [CommentThread], { description: "Open threads that mention the person who asks." })
  @Needs("comment.read")
  threadsForMe(
    @Arg("organisationId", () => ID) organisationId: string,
    @Ctx() { scope, editions }: Context,
  ): Promise<CommentThread[]> {
    return findThreadsForMe(scope, editions, organisationId);
  }

  @Mutation(() => CommentThread)
  @Needs("comment.write")
  addComment(
    @Arg("input", () => AddCommentInput) input: AddCommentInput,
    @Ctx() { scope, editions }: Context,
  ): Promise<CommentThread> {
    return addComment(scope, editions, input);
  }

  @Mutation(() => CommentThread, { description: "Only the author changes a comment." })
  @Needs("comment.write")
  changeComment(
    @Arg("input", () => ChangeCommentInput) input: ChangeCommentInput,
    @Ctx() { scope, editions }: Context,
  ): Promise<CommentThread> {
    return changeComment(scope, editions, input);
  }

  @Mutation(() => CommentThread, {
    description: "Takes a comment of one's own back, or says it again.",
  })
  @Needs("comment.write")
  removeComment(
    @Arg("input", () => RemoveCommentInput) input: RemoveCommentInput,
    @Ctx() { scope, editions }: Context,
  ): Promise<CommentThread> {
    return setCommentRemoved(scope, editions, input);
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
