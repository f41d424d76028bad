import { ApolloServer, type HTTPGraphQLRequest } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled } from "@apollo/server/plugin/disabled";
import type { Edition } from "@toetssteen/norms";
import { GraphQLError, type ExecutionResult, type GraphQLSchema } from "graphql";
import type { FastifyBaseLogger as Logger } from "fastify";
import { organisationOf } from "../rights/hat.ts";
import { isBusy } from "../tenancy/busy.ts";
import { asRefusal } from "./as-refusal.ts";
import { createOnce, type Context } from "../graphql/context.ts";
import type { Documents } from "../graphql/documents.ts";
import { Refusal } from "../refusal.ts";
import { createExecutor } from "../graphql/executor.ts";
import { mask } from "./mask.ts";
import { createPlanner, mostTokens } from "../graphql/planner.ts";
import type { Caller } from "./caller.ts";
import type { Gate } from "./gate.ts";
import { createFastPath } from "./fast-path.ts";
import { readRequest, toApollo, type Reply, type Request } from "./request.ts";

export interface Gateway {
  /** One operation, one transaction; what was written is kept before the answer is given. */
  handle(request: Request, caller: Caller | Refusal): Promise<Reply>;
  stop(): Promise<void>;
}

export async function createGateway(input: {
  schema: GraphQLSchema;
  enter: Gate;
  documents: Documents;
  editions: ReadonlyMap<string, Edition>;
  /** Whether files are scanned for viruses before anybody reads them. */
  scans: boolean;
  log: Logger;
  /** Whether errors may name parts of the schema. */
  open: boolean;
}): Promise<Gateway> {
  const { schema, enter, documents, editions, scans, log } = input;
  const executor = createExecutor(schema);
  const apollo = new ApolloServer<Context>({
    gateway: {
      onSchemaLoadOrUpdate: (listen) => {
        listen({ apiSchema: schema, coreSupergraphSdl: "" });
        return () => {};
      },
      load: async () => ({
        executor: async ({ document, request, context }) => {
          const operationName = request.operationName ?? undefined;
          const operation = { operationName, variables: request.variables ?? {} };
          const { compiled } = context as Context;
          return compiled?.() ?? executor.interpret(document, operation, context as Context);
        },
      }),
      stop: async () => {},
    },
    introspection: input.open,
    hideSchemaDetailsFromClientErrors: !input.open,
    persistedQueries: false,
    parseOptions: { maxTokens: mostTokens },
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: {
      debug() {},
      info() {},
      warn: (text) => log.warn(text),
      error: (text) => log.error(text),
    },
    formatError: (formatted, error) => mask(formatted, error, log),
    plugins: [
      // Nothing of ours may be cached; it would wrap every field to find that out.
      ApolloServerPluginCacheControlDisabled(),
      {
        requestDidStart: async () => ({
          didEncounterErrors: async ({ contextValue, errors }) => {
            contextValue.failures.push(...errors);
          },
        }),
      },
    ],
  });
  await apollo.start();
  const planner = createPlanner(schema);
  const fastPath = createFastPath();

  const askApollo = async (request: HTTPGraphQLRequest, context: Context): Promise<Reply> => {
    const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: request,
      context: async () => context,
    });
    if (body.kind !== "complete") throw new Error("Incremental delivery is not served.");
    return { status: status ?? 200, headers, body: body.string };
  };

  return {
    async handle(request, caller) {
      try {
        if (caller instanceof Refusal) throw caller;
        const operation = readRequest(request, documents);
        const needed = operation && planner.plan(operation.text, operation.operationName);
        // What can't be parsed or validated is answered by Apollo; nothing of it is executed, so it gets no scope.
        if (!operation || !needed)
          return await askApollo(toApollo(request, operation?.spelledOut), unscoped());
        const { variables } = operation;
        return await enter(
          {
            caller,
            subjects: needed.subjects(variables, organisationOf(caller.hat)),
            actions: needed.actions,
            writes: needed.writes || needed.readsOutside,
            opened: needed.opens,
          },
          async (scope) => {
            const run = executor.compiled(operation);
            let result: Promise<ExecutionResult> | undefined;
            const runOnce = async (compiled: NonNullable<typeof run>) => {
              const given = await compiled(context, variables);
              // Whoever tells what went wrong, it undoes what was written.
              context.failures.push(...(given.errors ?? []));
              return given;
            };
            const context: Context = {
              scope,
              editions,
              scans,
              selects: (field) => needed.fields.has(field),
              argumentsOf: (field, argument) => needed.valuesOf(field, argument, variables),
              once: createOnce(),
              compiled: run && (() => (result ??= runOnce(run))),
              failures: [],
            };
            const value = await fastPath.answer(request, context, () =>
              askApollo(toApollo(request, operation.spelledOut), context),
            );
            const lost = context.failures.find(isBusy);
            if (lost) throw lost;
            return { value, keep: !(needed.writes && context.failures.length > 0) };
          },
        );
      } catch (error) {
        return refusal(asRefusal(error, log), request);
      }
    },
    stop: () => apollo.stop(),
  };
}

function unscoped(): Context {
  const scope = new Proxy({} as Context["scope"], {
    get() {
      throw new Refusal("INVALID_DOCUMENT");
    },
  });
  return {
    scope,
    editions: new Map(),
    scans: true,
    selects: () => false,
    argumentsOf: () => [],
    once: createOnce(),
    compiled: null,
    failures: [],
  };
}

function refusal(error: Refusal, { headers: { accept } }: Request): Reply {
  const { http, ...extensions } = error.extensions as { http: { status: number } } & Record<
    string,
    unknown
  >;
  const modern = accept?.includes("application/graphql-response+json") ?? false;
  const headers: [string, string][] = [
    ["content-type", `application/${modern ? "graphql-response+json" : "json"}; charset=utf-8`],
    ["cache-control", "no-store"],
  ];
  if (extensions["code"] === "BUSY") headers.push(["retry-after", "2"]);
  const body = { errors: [new GraphQLError(error.message, { extensions }).toJSON()] };
  return { status: http.status, headers, body: JSON.stringify(body) };
}
