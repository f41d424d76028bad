import { unwrapResolverError } from "@apollo/server/errors";
import { errors as errorTexts } from "@toetssteen/contract";
import type { FastifyBaseLogger as Logger } from "fastify";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { databaseCode } from "../persistence/database-code.ts";
import { isBusy } from "../tenancy/busy.ts";
import { Refusal } from "../refusal.ts";

/** Refusals pass, what GraphQL itself says keeps its message under our code, everything else is masked and logged. */
export function mask(
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
      if (isCallersValue(original)) {
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
function isCallersValue(original: unknown): boolean {
  // GraphQL then points to the place in the document; for a value that we answer with there is none.
  if (original instanceof GraphQLError) return original.nodes !== undefined;
  return databaseCode(original) === characterNotInRepertoire;
}
