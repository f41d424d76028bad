import "reflect-metadata";
import type { GraphQLSchema } from "graphql";
import { buildSchemaSync } from "type-graphql";
import { IndicatorAnswerResolver } from "../self-evaluation/indicator-answer.resolver.ts";
import { SelfEvaluationResolver } from "../self-evaluation/self-evaluation.resolver.ts";
import { ViewerResolver } from "../membership/viewer.resolver.ts";
import { withoutRule } from "./access.ts";

/**
 * The schema that is served.
 * @throws when a type or root field has no rule of access, so that a server with a hole in it does not start
 */
export function createSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [ViewerResolver, SelfEvaluationResolver, IndicatorAnswerResolver],
    validate: false,
  });
  const missing = withoutRule(schema);
  if (missing.length > 0) throw new Error(`No rule of access for ${missing.join(", ")}.`);
  return schema;
}
