import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Identity } from "./auth.ts";
import { IdentityError, type IdentityErrorCode } from "./errors.ts";
import { credentials } from "./input.ts";
import { isOwnOrigin } from "./origin.ts";

const statusOf: Record<IdentityErrorCode, number> = {
  INVALID_INPUT: 400,
  INVALID_CREDENTIALS: 401,
  FOREIGN_ORIGIN: 403,
  ACCOUNT_EXISTS: 409,
  TOO_MANY_ATTEMPTS: 429,
};

/**
 * Signing in and out. better-auth's own router is not mounted: it also answers with tokens and lists of them, so each
 * path that exists stands here. `request.ip` counts attempts: the server's `trustProxy` must fit where it runs.
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
      routes.setErrorHandler(answerRefusal);
      routes.setNotFoundHandler((_request, reply) => reply.code(404).send({ code: "NOT_FOUND" }));

      routes.post("/sign-in/email", { bodyLimit: 4096 }, async (request, reply) => {
        const parsed = credentials.safeParse(request.body);
        if (!parsed.success) throw new IdentityError("INVALID_INPUT");
        const userAgent = request.headers["user-agent"];
        const { user, cookies } = await identity.signIn({
          ...parsed.data,
          address: request.ip,
          userAgent,
        });
        return reply.header("set-cookie", cookies).send({ user });
      });

      routes.post("/sign-out", { bodyLimit: 4096 }, async (request, reply) =>
        reply.header("set-cookie", await identity.signOut(request.headers.cookie)).send({}),
      );
    },
    { prefix: "/api/auth" },
  );
}

function answerRefusal(
  error: Error & { statusCode?: number },
  _request: FastifyRequest,
  reply: FastifyReply,
) {
  if (error instanceof IdentityError) {
    if (error.retryAfter !== undefined) reply.header("retry-after", error.retryAfter);
    return reply.code(statusOf[error.code]).send({ code: error.code });
  }
  // Fastify's own refusals (malformed JSON, too large, another media type) are the sender's; the rest goes up.
  if (error.statusCode !== undefined && error.statusCode < 500)
    return reply.code(error.statusCode).send({ code: "INVALID_INPUT" });
  throw error;
}
