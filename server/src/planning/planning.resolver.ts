import {
  Arg,
  Ctx,
  Field,
  GraphQLISODateTime,
  ID,
  InputType,
  Int,
  Mutation,
  Query,
  Resolver,
} from "type-graphql";
import { Needs } from "../graphql/access.ts";
import type { Context } from "../graphql/context.ts";
import { Member } from "../membership/member.type.ts";
import { planningChoiceEnum } from "./planning.enums.ts";
import { usualPage } from "../graphql/page.ts";
import type { PlanningChoice } from "./planning-lines.sql.ts";
import { findPlanningPage } from "./planning-page.service.ts";
import { PlanningPage } from "./planning-page.type.ts";
import { findAuditors, findNotices, giveMandate, withdrawMandate } from "./planning.service.ts";
import { SubmissionNotice } from "./planning.type.ts";

@InputType()
export class GiveMandateInput {
  @Field(() => ID, { description: "The certification body." })
  organisationId!: string;

  @Field(() => ID, { description: "UUIDv7 made by the client, so that asking again is safe." })
  id!: string;

  @Field(() => ID, { description: "The library that submitted: ids of submissions are its own." })
  libraryId!: string;

  @Field(() => ID)
  submissionId!: string;

  @Field(() => ID, { description: "A member of the certification body with the role of auditor." })
  auditorId!: string;

  @Field(() => GraphQLISODateTime)
  opensAt!: Date;

  @Field(() => GraphQLISODateTime)
  closesAt!: Date;
}

@InputType()
export class WithdrawMandateInput {
  @Field(() => ID, { description: "The certification body." })
  organisationId!: string;

  @Field(() => ID)
  id!: string;
}

@Resolver()
export class PlanningResolver {
  @Query(() => PlanningPage, {
    description:
      "What was handed in to this certification body, one line for each norm of a library.",
  })
  @Needs("planning.read")
  planning(
    @Arg("organisationId", () => ID) organisationId: string,
    @Arg("choice", () => planningChoiceEnum, { defaultValue: planningChoiceEnum.ALL })
    choice: PlanningChoice,
    @Arg("first", () => Int, { defaultValue: usualPage }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Ctx() { scope }: Context,
  ): Promise<PlanningPage> {
    return findPlanningPage(scope, { organisationId, choice, first, after: after ?? null });
  }

  @Query(() => [SubmissionNotice], {
    description: "What was handed in to this certification body.",
    deprecationReason: "Has no pages; ask `planning`.",
  })
  @Needs("planning.read")
  submissionNotices(
    @Arg("organisationId", () => ID) organisationId: string,
    @Ctx() { scope }: Context,
  ): Promise<SubmissionNotice[]> {
    return findNotices(scope, organisationId);
  }

  @Query(() => [Member], { description: "Who may be given a mandate." })
  @Needs("planning.read")
  auditors(
    @Arg("organisationId", () => ID) organisationId: string,
    @Ctx() { scope }: Context,
  ): Promise<Member[]> {
    return findAuditors(scope, organisationId);
  }

  @Mutation(() => SubmissionNotice)
  @Needs("planning.write")
  giveMandate(
    @Arg("input", () => GiveMandateInput) input: GiveMandateInput,
    @Ctx() { scope }: Context,
  ): Promise<SubmissionNotice> {
    return giveMandate(scope, input);
  }

  @Mutation(() => SubmissionNotice)
  @Needs("planning.write")
  withdrawMandate(
    @Arg("input", () => WithdrawMandateInput) input: WithdrawMandateInput,
    @Ctx() { scope }: Context,
  ): Promise<SubmissionNotice> {
    return withdrawMandate(scope, input);
  }
}
