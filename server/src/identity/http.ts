import { errors, isErrorCode } from "@toetssteen/contract";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Identity } from "./auth.ts";
import { IdentityError } from "./errors.ts";
import { credentials } from "./input.ts";
import { isOwnOrigin } from "./origin.ts";

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
      routes.setErrorHandler(answerError);
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
  request.log.error(error);
  return reply.code(errors.INTERNAL.status).send({ code: "INTERNAL" });
}
