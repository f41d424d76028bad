import { ApolloServer, type HTTPGraphQLRequest } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled } from "@apollo/server/plugin/disabled";
import type { Edition } from "@toetssteen/norms";
import { GraphQLError, type ExecutionResult, type GraphQLSchema } from "graphql";
import type { FastifyBaseLogger as Logger } from "fastify";
import { organisationOf } from "../tenancy/hat.ts";
import type { Scopes } from "../tenancy/scope.ts";
import type { Principal } from "../tenancy/principal.ts";
import { requireActions, requirePerson } from "./access.ts";
import { asRefusal, isBusy } from "./as-refusal.ts";
import type { Context } from "./context.ts";
import type { Documents } from "./documents.ts";
import { Refusal } from "./errors.ts";
import { createExecutor } from "./executor.ts";
import { mask } from "./mask.ts";
import { createPlanner, mostTokens } from "./planner.ts";
import { createShortWay } from "./short-way.ts";
import { readRequest, toApollo, type Reply, type Request } from "./request.ts";

export interface Gateway {
  /** One operation, one transaction; what was written is kept before the answer is given. */
  handle(
    request: Request,
    asks: { principal: Principal; hat: string | null; person: string | null } | Refusal,
  ): Promise<Reply>;
  stop(): Promise<void>;
}

export async function createGateway(input: {
  schema: GraphQLSchema;
  scopes: Scopes;
  documents: Documents;
  editions: ReadonlyMap<string, Edition>;
  /** Whether files are scanned for viruses before anybody reads them. */
  scans: boolean;
  log: Logger;
  /** Whether errors may name parts of the schema. */
  open: boolean;
}): Promise<Gateway> {
  const { schema, scopes, documents, editions, scans, log } = input;
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
          const asked = { operationName, variables: request.variables ?? {} };
          const { compiled } = context as Context;
          return compiled?.() ?? executor.interpret(document, asked, context as Context);
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
  const shortWay = createShortWay();

  const askApollo = async (request: HTTPGraphQLRequest, context: Context): Promise<Reply> => {
    const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: request,
      context: async () => context,
    });
    if (body.kind !== "complete") throw new Error("Incremental delivery is not served.");
    return { status: status ?? 200, headers, body: body.string };
  };

  return {
    async handle(request, asks) {
      try {
        if (asks instanceof Refusal) throw asks;
        const { principal, hat, person } = asks;
        const asked = readRequest(request, documents);
        const needed = asked && planner.plan(asked.text, asked.operationName);
        // What can't be parsed or validated is answered by Apollo; nothing of it is executed, so it gets no scope.
        if (!asked || !needed)
          return await askApollo(toApollo(request, asked?.spelledOut), unscoped());
        const subjects = needed.subjects(asked.variables, organisationOf(hat));
        return await scopes.inScope(
          {
            principal,
            hat,
            subjects,
            access: needed.writes || needed.looksOutside ? "write" : "read",
            opened: needed.opens,
          },
          async (scope) => {
            requirePerson(scope.asker, person);
            requireActions(scope.asker, needed, subjects);
            const run = executor.compiled(asked);
            let result: Promise<ExecutionResult> | undefined;
            const runOnce = async (compiled: NonNullable<typeof run>) => {
              const given = await compiled(context, asked.variables);
              // Whoever tells what went wrong, it undoes what was written.
              context.failures.push(...(given.errors ?? []));
              return given;
            };
            const context: Context = {
              scope,
              editions,
              scans,
              asks: (field) => needed.fields.has(field),
              asked: (field, argument) => needed.valuesOf(field, argument, asked.variables),
              isKnownDocument: asked.isKnownDocument,
              dossiers: new Map(),
              compiled: run && (() => (result ??= runOnce(run))),
              failures: [],
            };
            const value = await shortWay.answer(request, context, () =>
              askApollo(toApollo(request, asked.spelledOut), context),
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
    asks: () => false,
    asked: () => [],
    isKnownDocument: false,
    dossiers: new Map(),
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
