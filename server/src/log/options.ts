import type { FastifyRequest, FastifyServerOptions } from "fastify";
import { describeError, withoutSecrets } from "./described-error.ts";

/**
 * Logs say what happened and never what people write or who they are: no body, query string, path or cookie of a
 * request, and of an error only what `describeError` leaves.
 */
export const loggerOptions = {
  level: "warn",
  serializers: {
    err: (error: unknown) => describeError(error),
    req: (request: FastifyRequest) => ({
      method: request.method,
      route: request.routeOptions?.url,
    }),
  },
  hooks: {
    // Without a message of ours pino takes the error's own, past the serializers.
    logMethod(given, method) {
      const [first, said] = given as [unknown, unknown];
      const details = first instanceof Error ? { err: first } : first;
      if (typeof details === "string") return method.call(this, withoutSecrets(details));
      const error = (details as { err?: unknown } | null)?.err;
      const own = typeof said === "string" && !(error instanceof Error && said === error.message);
      method.call(this, details as object, own ? withoutSecrets(said) : "something failed");
    },
  },
} satisfies FastifyServerOptions["logger"];
