import type { ApolloServerOptionsWithGateway } from "@apollo/server";
import { execute, GraphQLError, type DocumentNode, type GraphQLSchema } from "graphql";
import { compileQuery, isCompiledQuery, type CompiledQuery } from "graphql-jit";
import type { Context } from "./context.ts";
import { withDefaults } from "./input-defaults.ts";

/** Apollo's door for an execution of one's own. */
type Executor = ApolloServerOptionsWithGateway<Context>["gateway"];
type Execute = NonNullable<Awaited<ReturnType<Executor["load"]>>["executor"]>;

/**
 * Executes an operation. A query that the server knows by its hash is compiled to a function at its first use: their
 * number is bounded, a stranger's documents are not. Mutations are interpreted, because a compiled one goes on after a
 * field that failed.
 */
export function createExecutor(schema: GraphQLSchema): Executor {
  const compiled = new WeakMap<DocumentNode, CompiledQuery | null>();
  const compiledOf = (document: DocumentNode, operationName: string | undefined) => {
    const known = compiled.get(document);
    if (known !== undefined) return known;
    const made = compileQuery(schema, document, operationName);
    const usable = isCompiledQuery(made) ? made : null;
    compiled.set(document, usable);
    return usable;
  };
  const executor: Execute = async ({ document, operation, request, context }) => {
    const { isKnownDocument } = context as Context;
    const operationName = request.operationName ?? undefined;
    const variables = request.variables ?? {};
    const query =
      operation.operation === "query" && isKnownDocument
        ? compiledOf(document, operationName)
        : null;
    if (query === null) {
      return execute({
        schema,
        document,
        contextValue: context,
        variableValues: variables,
        operationName,
      });
    }
    const { data, errors } = await query.query(
      undefined,
      context,
      withDefaults(schema, operation, variables),
    );
    return {
      ...(data !== undefined && { data }),
      ...(errors && errors.length > 0 && { errors: errors.map(asGraphQLError) }),
    };
  };
  return {
    onSchemaLoadOrUpdate: (listen) => {
      listen({ apiSchema: schema, coreSupergraphSdl: "" });
      return () => {};
    },
    load: async () => ({ executor }),
    stop: async () => {},
  };
}

/** What the compiled function says looks like a GraphQLError and is none, so that what it stands for would be masked. */
function asGraphQLError({ message, path, nodes, originalError }: GraphQLError): GraphQLError {
  return new GraphQLError(message, {
    ...(path && { path }),
    ...(nodes && { nodes }),
    ...(originalError && { originalError }),
  });
}
