import { ApolloServer, type HTTPGraphQLRequest, type HTTPGraphQLResponse } from "@apollo/server";
import { unwrapResolverError } from "@apollo/server/errors";
import { ApolloServerPluginCacheControlDisabled } from "@apollo/server/plugin/disabled";
import { errors as errorTexts } from "@toetssteen/contract";
import type { Edition } from "@toetssteen/norms";
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from "graphql";
import type { FastifyBaseLogger as Logger } from "fastify";
import { databaseCode } from "../tenancy/database-code.ts";
import type { Scopes } from "../tenancy/scope.ts";
import type { Principal } from "../tenancy/principal.ts";
import { requireActions, requirePerson } from "./access.ts";
import { asRefusal, isBusy } from "./as-refusal.ts";
import type { Context } from "./context.ts";
import type { Documents } from "./documents.ts";
import { Refusal } from "./errors.ts";
import { createExecutor } from "./executor.ts";
import { createPlanner } from "./planner.ts";
import { readRequest } from "./request.ts";

export interface Gateway {
  /** One operation, one transaction; the answer is given after COMMIT. */
  handle(
    request: HTTPGraphQLRequest,
    asks: { principal: Principal; hat: string | null; person: string | null } | Refusal,
  ): Promise<HTTPGraphQLResponse>;
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
  const apollo = new ApolloServer<Context>({
    gateway: createExecutor(schema),
    introspection: input.open,
    hideSchemaDetailsFromClientErrors: !input.open,
    persistedQueries: false,
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

  const execute = (request: HTTPGraphQLRequest, context: Context) =>
    apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest: request, context: async () => context });

  return {
    async handle(request, asks) {
      try {
        if (asks instanceof Refusal) throw asks;
        const { principal, hat, person } = asks;
        const asked = readRequest(request, documents);
        const needed = asked && planner.plan(asked.text, asked.operationName);
        // What can't be parsed or validated is answered by Apollo; nothing of it is executed, so it gets no scope.
        if (!asked || !needed) return await execute(asked?.request ?? request, unscoped());
        const subjects = needed.subjects(asked.variables, hat);
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
            const context: Context = {
              scope,
              editions,
              scans,
              asks: (field) => needed.fields.has(field),
              asked: (field, argument) => needed.valuesOf(field, argument, asked.variables),
              isKnownDocument: asked.isKnownDocument,
              failures: [],
            };
            const value = await execute(asked.request, context);
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
    failures: [],
  };
}

/** Refusals pass, what GraphQL itself says keeps its message under our code, everything else is masked and logged. */
function mask(
  formatted: GraphQLFormattedError,
  error: unknown,
  log: Logger,
): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  if (original instanceof Refusal) {
    const { http: _, ...extensions } = original.extensions;
    return { ...formatted, message: original.message, extensions };
  }
  const { message, path, locations } = formatted;
  const at = { ...(path && { path }), ...(locations && { locations }) };
  switch (formatted.extensions?.["code"]) {
    case "BAD_USER_INPUT":
      return { message, ...at, extensions: { code: "INVALID_INPUT", severity: "refused" } };
    case "GRAPHQL_PARSE_FAILED":
    case "GRAPHQL_VALIDATION_FAILED":
    case "OPERATION_RESOLUTION_FAILURE":
    case "BAD_REQUEST":
      return { message, ...at, extensions: { code: "INVALID_DOCUMENT", severity: "refused" } };
    default:
      if (isAskersValue(original)) {
        const told = original instanceof GraphQLError ? message : errorTexts.INVALID_INPUT.nl;
        return { message: told, ...at, extensions: { code: "INVALID_INPUT", severity: "refused" } };
      }
      // The whole operation is refused for it.
      if (isBusy(original))
        return {
          message: errorTexts.BUSY.nl,
          ...at,
          extensions: { code: "BUSY", severity: "retry" },
        };
      log.error({ err: original }, "a field failed");
      return {
        message: errorTexts.INTERNAL.nl,
        ...at,
        extensions: { code: "INTERNAL", severity: "fault" },
      };
  }
}

const characterNotInRepertoire = "22021";

/** Whether the value of an argument is what is wrong, which GraphQL and PostgreSQL see only when they use it. */
function isAskersValue(original: unknown): boolean {
  // GraphQL then points to the place in the document; for a value that we answer with there is none.
  if (original instanceof GraphQLError) return original.nodes !== undefined;
  return databaseCode(original) === characterNotInRepertoire;
}

function refusal(error: Refusal, request: HTTPGraphQLRequest): HTTPGraphQLResponse {
  const { http, ...extensions } = error.extensions as { http: { status: number } } & Record<
    string,
    unknown
  >;
  const modern =
    request.headers.get("accept")?.includes("application/graphql-response+json") ?? false;
  const headers = request.headers.constructor as new () => typeof request.headers;
  const head = new headers();
  head.set(
    "content-type",
    `application/${modern ? "graphql-response+json" : "json"}; charset=utf-8`,
  );
  head.set("cache-control", "no-store");
  if (extensions["code"] === "BUSY") head.set("retry-after", "2");
  const body = { errors: [new GraphQLError(error.message, { extensions }).toJSON()] };
  return {
    status: http.status,
    headers: head,
    body: { kind: "complete", string: JSON.stringify(body) },
  };
}
