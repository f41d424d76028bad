import type { SetPlanInput as Fields } from "@toetssteen/contract";
import { GraphQLLocalDate } from "graphql-scalars";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import type { Context } from "../graphql/context.ts";
import { setPlan } from "./plan.service.ts";
import { SetPlanResult } from "./plan.type.ts";

@InputType()
export class SetPlanInput implements Fields {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => ID)
  cycleId!: string;

  @Field(() => String, { description: "Code of the norm or indicator." })
  part!: string;

  @Field(() => ID, { nullable: true })
  ownerId!: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true })
  dueOn!: string | null;

  @Field(() => Int, { description: "Version that the change was based on; 0 for the first." })
  baseVersion!: number;
}

@Resolver()
export class PlanResolver {
  @Mutation(() => SetPlanResult)
  @Needs("answer.write")
  setPlan(
    @Arg("input", () => SetPlanInput) input: SetPlanInput,
    @Ctx() { scope, editions }: Context,
  ): Promise<typeof SetPlanResult> {
    return setPlan(scope, editions, input);
  }
}
