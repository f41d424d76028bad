import { Arg, Ctx, Field, ID, InputType, Mutation, Query, Resolver } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import type { Context } from "../graphql/context.ts";
import { findSubmissionPreview } from "./preview.ts";
import { SubmissionPreview } from "./preview.type.ts";
import { submitNorm } from "./submission.service.ts";
import { findSubmission, findSubmissions } from "./submissions.sql.ts";
import { Submission } from "./submission.type.ts";
import { findWrittenSince, findWrittenSinceNewest } from "./written-since.ts";
import { SubmittedSince, WrittenSince } from "./written-since.type.ts";

@InputType()
export class SubmitNormInput {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => ID, { description: "UUIDv7 made by the client, so that submitting again is safe." })
  id!: string;

  @Field(() => ID)
  cycleId!: string;

  @Field(() => String, { description: "Code of the norm, such as 4." })
  norm!: string;
}

@Resolver()
export class SubmissionResolver {
  @Query(() => [Submission], { description: "What the library handed in, latest first." })
  @Needs("submission.read")
  submissions(
    @Arg("organisationId", () => ID) organisationId: string,
    @Ctx() { scope, selects }: Context,
  ): Promise<Submission[]> {
    const fields = ["Submission.document", "Submission.libraryName", "Submission.reading"];
    return findSubmissions(scope, organisationId, fields.some(selects));
  }

  @Query(() => Submission, {
    nullable: true,
    description: "Read by the library itself, or by an auditor whose hat is a mandate on it.",
  })
  @Needs("submission.read")
  submission(
    @Arg("organisationId", () => ID) organisationId: string,
    @Arg("id", () => ID) id: string,
    @Ctx() { scope }: Context,
  ): Promise<Submission | null> {
    return findSubmission(scope, organisationId, id);
  }

  @Query(() => [SubmittedSince], {
    description: "Of the last submission of each norm in the open cycle.",
  })
  @Needs("answer.read")
  submittedSince(
    @Arg("organisationId", () => ID) organisationId: string,
    @Ctx() { scope, editions }: Context,
  ): Promise<SubmittedSince[]> {
    return findWrittenSinceNewest(scope, editions, organisationId);
  }

  @Query(() => WrittenSince, {
    nullable: true,
    description: "Since this was handed in; null where it is not of the open cycle.",
  })
  @Needs("answer.read")
  writtenSince(
    @Arg("organisationId", () => ID) organisationId: string,
    @Arg("id", () => ID) id: string,
    @Ctx() { scope, editions }: Context,
  ): Promise<WrittenSince | null> {
    return findWrittenSince(scope, editions, { organisationId, id });
  }

  @Query(() => SubmissionPreview, {
    nullable: true,
    description: "Before a norm is handed in: what goes along, what doesn't, and what is open.",
  })
  @Needs("answer.read")
  submissionPreview(
    @Arg("organisationId", () => ID) organisationId: string,
    @Arg("norm", () => String, { description: "Code of the norm." }) norm: string,
    @Ctx() { scope, editions }: Context,
  ): Promise<SubmissionPreview | null> {
    return findSubmissionPreview(scope, editions, { organisationId, norm });
  }

  @Mutation(() => Submission)
  @Needs("submission.write")
  submitNorm(
    @Arg("input", () => SubmitNormInput) input: SubmitNormInput,
    @Ctx() { scope, editions }: Context,
  ): Promise<Submission> {
    return submitNorm(scope, editions, input);
  }
}
