import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import type { Identity } from "./auth.ts";
import type { Caller } from "./context.ts";
import { createTurns, type Limits } from "../tenancy/turns.ts";
import { IdentityError } from "./errors.ts";
import { bodies } from "./input.ts";
import { networkOf } from "../addresses/network.ts";

/** What a path answers: the fields of the body, and the cookies that go along. */
type Answer = object & { cookies?: string[] };

/** As many at once as there are connections, which is also as many as look at passwords; see decision 36. */
const shares: Limits = {
  atOnce: 4,
  atOncePerGroup: 3,
  atOncePerMember: 2,
  attentive: 0,
  mostWaiting: 300,
  mostWaitingPerMember: 50,
  longestWait: 10_000,
  pauseBeforeRefusal: 1_000,
};

/** Every path under /api/auth that exists; each is its input and one call. */
export function routesOf(routes: FastifyInstance, identity: Identity): void {
  const turns = createTurns(shares);
  const inTurn = async (caller: Caller, work: () => Promise<Answer>, name = "") => {
    const session = identity.readToken(caller.cookie);
    const group = session ?? networkOf(caller.address);
    const end = await turns.take({ group, member: session ?? name });
    try {
      return await work();
    } finally {
      end();
    }
  };
  const get = (path: string, handle: (caller: Caller) => Promise<Answer>) =>
    routes.get(path, async (request, reply) => {
      const caller = callerOf(request);
      return send(reply, await inTurn(caller, () => handle(caller)));
    });

  const post = <Body extends z.ZodType>(
    path: string,
    body: Body,
    handle: (caller: Caller, input: z.infer<Body>) => Promise<Answer>,
  ) =>
    routes.post(path, { bodyLimit: 4096 }, async (request, reply) => {
      const parsed = body.safeParse(request.body);
      if (!parsed.success) throw new IdentityError("INVALID_INPUT");
      const caller = callerOf(request);
      return send(
        reply,
        await inTurn(caller, () => handle(caller, parsed.data), nameIn(parsed.data)),
      );
    });

  post("/sign-in/email", bodies.signIn, (caller, input) => identity.signIn(caller, input));
  post("/sign-in/second-factor", bodies.signInSecondFactor, (caller, { locale, ...given }) =>
    identity.signInSecondFactor(caller, given, locale),
  );
  post("/sign-out", bodies.nothing, async ({ cookie }) => ({
    cookies: await identity.signOut(cookie),
  }));
  post("/accept-invitation", bodies.acceptInvitation, (caller, input) =>
    identity.acceptInvitation(caller, input),
  );

  post("/request-reset", bodies.requestReset, async (caller, { email, locale }) => {
    await identity.requestReset(caller, email, locale);
    return {};
  });
  post("/reset", bodies.reset, async (caller, { locale, ...input }) => {
    await identity.resetPassword(caller, input, locale);
    return {};
  });
  post("/change-password", bodies.changePassword, (caller, { locale, ...input }) =>
    identity.changePassword(caller, input, locale),
  );

  post("/second-factor/start", bodies.startSecondFactor, (caller, input) =>
    identity.startSecondFactor(caller, input),
  );
  post("/second-factor/confirm", bodies.confirmSecondFactor, (caller, { locale, ...input }) =>
    identity.confirmSecondFactor(caller, input, locale),
  );
  post("/second-factor/recovery-codes", bodies.renewRecoveryCodes, (caller, { locale, ...input }) =>
    identity.renewRecoveryCodes(caller, input, locale),
  );
  post("/second-factor/disable", bodies.disableSecondFactor, (caller, { locale, ...input }) =>
    identity.disableSecondFactor(caller, input, locale),
  );

  get("/account", async (caller) => ({ ...(await identity.readAccount(caller)) }));
  get("/sessions", async (caller) => ({ sessions: await identity.listSessions(caller) }));
  post("/sessions/end", bodies.endSession, async (caller, { id }) => {
    await identity.endSession(caller, id);
    return {};
  });
  post("/sessions/end-others", bodies.nothing, async (caller) => ({
    ended: await identity.endOtherSessions(caller),
  }));
}

/** Whom an attempt is about, where it says so: one name that is tried often doesn't hold up the others behind an address. */
function nameIn(body: unknown): string {
  const isNamed = typeof body === "object" && body !== null && "email" in body;
  return isNamed ? String(body.email) : "";
}

function callerOf(request: FastifyRequest): Caller {
  const { cookie, "user-agent": userAgent } = request.headers;
  return { cookie, userAgent, address: request.ip };
}

function send(reply: FastifyReply, { cookies, ...body }: Answer): FastifyReply {
  if (cookies) reply.header("set-cookie", cookies);
  return reply.send(body);
}
