import { errors, isErrorCode } from "@toetssteen/contract";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { whyBusy } from "../tenancy/busy.ts";
import type { Identity } from "./auth.ts";
import { databaseCode } from "../persistence/database-code.ts";
import { IdentityError } from "./errors.ts";
import { isOwnOrigin } from "./origin.ts";
import { routesOf } from "./routes.ts";

/**
 * The door of identity. better-auth's own router is not mounted: it also answers with tokens and lists of them, so each
 * path that exists stands in `routes.ts`. `request.ip` counts attempts: the server's `trustProxy` must fit where it runs.
 */
export async function identityRoutes(
  app: FastifyInstance,
  { identity }: { identity: Identity },
): Promise<void> {
  await app.register(
    async (routes) => {
      routes.addHook("onRequest", async (request, reply) => {
        reply.header("cache-control", "no-store");
        if (request.method !== "GET" && !isOwnOrigin(request.headers, identity.publicUrl))
          throw new IdentityError("FOREIGN_ORIGIN");
      });
      routes.setErrorHandler(answerError);
      routes.setNotFoundHandler((_request, reply) => reply.code(404).send({ code: "NOT_FOUND" }));
      routesOf(routes, identity);
    },
    { prefix: "/api/auth" },
  );
}

/** What the database says where somebody would get a session whose account is blocked. */
const blockedCode = "TS001";

function answerError(
  error: Error & { statusCode?: number },
  request: FastifyRequest,
  reply: FastifyReply,
) {
  if (error instanceof IdentityError && isErrorCode(error.code)) {
    if (error.retryAfter !== undefined) reply.header("retry-after", error.retryAfter);
    return reply.code(errors[error.code].status).send({ code: error.code });
  }
  // Fastify's own refusals: malformed JSON, too large, another media type.
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return reply.code(error.statusCode).send({ code: "INVALID_INPUT" });
  }
  if (databaseCode(error) === blockedCode)
    return reply.code(errors.ACCOUNT_BLOCKED.status).send({ code: "ACCOUNT_BLOCKED" });
  const why = whyBusy(error);
  if (why !== null) {
    request.log.warn(`a request about an account was turned away because ${why}`);
    return reply.code(errors.BUSY.status).header("retry-after", 2).send({ code: "BUSY" });
  }
  request.log.error({ err: error }, "a request about an account failed");
  return reply.code(errors.INTERNAL.status).send({ code: "INTERNAL" });
}
