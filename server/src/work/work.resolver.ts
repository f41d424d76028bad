import type {
  AssignInput as AssignFields,
  AssignPartsInput as AssignPartsFields,
  SetWorkStateInput as SetWorkStateFields,
  SetWorkStatesInput as SetWorkStatesFields,
} from "@toetssteen/contract";
import type { WorkState } from "@toetssteen/norms";
import { GraphQLLocalDate } from "graphql-scalars";
import { Arg, Ctx, Field, ID, InputType, Mutation, Query, Resolver } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import type { Context } from "../graphql/context.ts";
import { workStateEnum } from "./work.enums.ts";
import {
  assign,
  assignParts,
  findMyWork,
  findWork,
  setWorkState,
  setWorkStates,
} from "./work.service.ts";
import { Work } from "./work.type.ts";

@InputType()
export class AssignInput implements AssignFields {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => ID)
  cycleId!: string;

  @Field(() => String, { description: "Code of the norm, indicator or question." })
  part!: string;

  @Field(() => ID, { nullable: true, description: "A member, or null for nobody." })
  assigneeId!: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: "By when it should be ready." })
  dueOn!: string | null;
}

@InputType()
export class SetWorkStateInput implements SetWorkStateFields {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => ID)
  cycleId!: string;

  @Field(() => String, { description: "Code of the norm, indicator or question." })
  part!: string;

  @Field(() => workStateEnum)
  state!: WorkState;
}

@InputType()
export class GivenPartInput {
  @Field(() => String, { description: "Code of the norm, indicator or question." })
  part!: string;

  @Field(() => ID, { nullable: true, description: "A member, or null for nobody." })
  assigneeId!: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: "By when it should be ready." })
  dueOn!: string | null;
}

@InputType()
export class AssignPartsInput implements AssignPartsFields {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => ID)
  cycleId!: string;

  @Field(() => [GivenPartInput], { description: "Each part once, at most 100." })
  parts!: GivenPartInput[];
}

@InputType()
export class PartStateInput {
  @Field(() => String, { description: "Code of the norm, indicator or question." })
  part!: string;

  @Field(() => workStateEnum)
  state!: WorkState;
}

@InputType()
export class SetWorkStatesInput implements SetWorkStatesFields {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => ID)
  cycleId!: string;

  @Field(() => [PartStateInput], { description: "Each part once, at most 100." })
  parts!: PartStateInput[];
}

@Resolver()
export class WorkResolver {
  @Query(() => [Work], {
    description: "All parts that apply to the library, in the edition's order; or those of a norm.",
  })
  @Needs("answer.read")
  work(
    @Arg("organisationId", () => ID) organisationId: string,
    @Arg("norm", () => String, { nullable: true }) norm: string | null,
    @Ctx() context: Context,
  ): Promise<Work[]> {
    return findWork(context, organisationId, norm ?? null);
  }

  @Query(() => [Work], { description: "What is assigned to the person who asks." })
  @Needs("answer.read")
  myWork(
    @Arg("organisationId", () => ID) organisationId: string,
    @Ctx() context: Context,
  ): Promise<Work[]> {
    return findMyWork(context, organisationId);
  }

  @Mutation(() => Work)
  @Needs("work.assign")
  assign(
    @Arg("input", () => AssignInput) input: AssignInput,
    @Ctx() context: Context,
  ): Promise<Work> {
    return assign(context, input);
  }

  @Mutation(() => Work)
  @Needs("answer.write")
  setWorkState(
    @Arg("input", () => SetWorkStateInput) input: SetWorkStateInput,
    @Ctx() context: Context,
  ): Promise<Work> {
    return setWorkState(context, input);
  }

  @Mutation(() => [Work], { description: "All of them, or none." })
  @Needs("work.assign")
  assignParts(
    @Arg("input", () => AssignPartsInput) input: AssignPartsInput,
    @Ctx() context: Context,
  ): Promise<Work[]> {
    return assignParts(context, input);
  }

  @Mutation(() => [Work], { description: "All of them, or none." })
  @Needs("answer.write")
  setWorkStates(
    @Arg("input", () => SetWorkStatesInput) input: SetWorkStatesInput,
    @Ctx() context: Context,
  ): Promise<Work[]> {
    return setWorkStates(context, input);
  }
}
