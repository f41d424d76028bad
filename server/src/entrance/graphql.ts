import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Gateway } from "./gateway.ts";
import { Refusal } from "../refusal.ts";
import type { Identity } from "../identity/auth.ts";
import { readCaller, type Caller } from "./caller.ts";

/** Largest request in bytes: the longest explanation several times over. */
const largestRequest = 256 * 1024;

/** `/graphql`: the answer goes out after the operation's transaction has ended. */
export function graphqlRoutes(app: FastifyInstance, gateway: Gateway, identity: Identity): void {
  app.route({
    method: ["GET", "POST"],
    url: "/graphql",
    bodyLimit: largestRequest,
    handler: async (request, reply) => {
      const token = identity.readToken(request.headers.cookie);
      const answer = await gateway.handle(request, callerOrRefusal(request, token));
      for (const [name, value] of answer.headers) reply.header(name, value);
      reply.header("cache-control", "no-store").code(answer.status);
      if (token !== null) {
        reply.raw.once(
          "finish",
          () =>
            void identity
              .renewSession(token)
              .catch((error) => request.log.warn({ err: error }, "a session was not renewed")),
        );
      }
      return reply.send(answer.body);
    },
  });
}

function callerOrRefusal(request: FastifyRequest, token: string | null): Caller | Refusal {
  try {
    return readCaller(request.headers, token, request.ip);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
