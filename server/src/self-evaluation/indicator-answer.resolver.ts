import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Needs } from "../graphql/access.ts";
import type { Context } from "../graphql/context.ts";
import { AnswerIndicatorInput } from "./indicator-answer.input.ts";
import { answerIndicator } from "./indicator-answer.service.ts";
import { AnswerIndicatorResult } from "./indicator-answer.type.ts";

@Resolver()
export class IndicatorAnswerResolver {
  @Mutation(() => AnswerIndicatorResult)
  @Needs("answer.write")
  answerIndicator(
    @Arg("input", () => AnswerIndicatorInput) input: AnswerIndicatorInput,
    @Ctx() { scope, editions }: Context,
  ): Promise<typeof AnswerIndicatorResult> {
    return answerIndicator(scope, editions, input);
  }
}
