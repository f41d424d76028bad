import type { FastifyInstance, FastifyRequest } from "fastify";
import { type AsWriter, receive, type Keeping } from "../files/receive.ts";
import { findFile, type FoundFile } from "../files/find-file.ts";
import { serve } from "../files/serving.ts";
import { Refusal } from "../refusal.ts";
import { requireId } from "../graphql/input.ts";
import type { Identity } from "../identity/auth.ts";
import { isOwnOrigin } from "../identity/origin.ts";
import { organisationOf } from "../rights/hat.ts";
import type { Sharers } from "../tenancy/sharers.ts";
import { createTurns, type Limits } from "../tenancy/turns.ts";
import { answerError } from "./answer-error.ts";
import { readCaller, type Caller } from "./caller.ts";
import type { Gate } from "./gate.ts";
import { watchPace, type Pace } from "./pace.ts";

/** Files under way at once, while bytes flow; see decision 36. */
const shares: Limits = {
  atOnce: 120,
  atOncePerGroup: 40,
  atOncePerMember: 12,
  attentive: 0,
  mostWaiting: 400,
  mostWaitingPerMember: 100,
  longestWait: 10_000,
  pauseBeforeRefusal: 1_000,
};

type ReadRoute = {
  Params: { organisationId: string; id: string };
  Querystring: { hat?: string; download?: string };
};

/**
 * `PUT /files/<id>` takes the bytes of an upload; `GET /files/<organisation>/<id>` gives a file. Apollo's guard against
 * other websites covers `/graphql` only, so this door looks at the origin itself. A page can't send a header along with
 * an image or a frame, so what is read names the hat in its address: `?hat=`, the organisation itself without.
 */
export async function fileRoutes(
  app: FastifyInstance,
  {
    enter,
    keeping,
    identity,
    sharers,
    pace,
  }: { enter: Gate; keeping: Keeping; identity: Identity; sharers: Sharers; pace: Pace },
): Promise<void> {
  const { storage } = keeping;
  const turns = createTurns(shares);
  const takeTurn = ({ principal, hat }: Caller) => turns.take(sharers.of(principal, hat));
  await app.register(
    async (routes) => {
      // The handler reads the bytes itself, whatever they are said to be.
      routes.removeAllContentTypeParsers();
      routes.addContentTypeParser("*", (_request, _payload, done) => done(null));
      routes.addHook("onRequest", async (request, reply) => {
        reply.header("cache-control", "no-store");
        if (request.method !== "GET" && !isOwnOrigin(request.headers, identity.publicUrl))
          throw new Refusal("FOREIGN_ORIGIN");
      });
      routes.setErrorHandler(answerError);

      routes.put<{ Params: { id: string } }>("/:id", async (request) => {
        const token = identity.readToken(request.headers.cookie);
        const caller = readCaller(request.headers, token, request.ip);
        const id = requireId("id", request.params.id);
        const end = await takeTurn(caller);
        const { raw } = request;
        const watching = watchPace(raw.socket, () => raw.socket.bytesRead, pace);
        raw.once("end", () => watching.stop());
        try {
          return await receive(keeping, writerOf(enter, caller), {
            id,
            length: lengthOf(request),
            bytes: raw,
          });
        } finally {
          watching.stop();
          end();
        }
      });

      routes.get<ReadRoute>(
        "/:organisationId/:id",
        { exposeHeadRoute: false },
        async (request, reply) => {
          const token = identity.readToken(request.headers.cookie);
          const { hat = request.params.organisationId, download } = request.query;
          const caller = readCaller({ "x-hat": hat }, token, request.ip);
          const file = await openFile(enter, caller, request.params);
          const { status, headers, range } = serve(file, {
            download: download !== undefined,
            range: request.headers.range,
          });
          reply.code(status).headers(headers);
          if (status === 416) return reply.send();
          const end = await takeTurn(caller);
          const { socket } = request.raw;
          // Who left while they waited for it ends no more.
          if (socket.destroyed) {
            end();
            return reply.send();
          }
          const watching = watchPace(socket, () => socket.bytesWritten, pace);
          reply.raw.once("close", () => {
            watching.stop();
            end();
          });
          return reply.send(await storage.read(file.key, range ?? undefined));
        },
      );
    },
    { prefix: "/files" },
  );
}

/** A look from outside stands in the library's log once this returns, which is before any byte is sent. */
function openFile(
  enter: Gate,
  caller: Caller,
  asked: { organisationId: string; id: string },
): Promise<FoundFile> {
  const organisationId = requireId("organisationId", asked.organisationId);
  const id = requireId("id", asked.id);
  return enter(
    {
      caller,
      subjects: [organisationId],
      actions: ["file.read"],
      writes: false,
      opened: `file:${id}`,
    },
    async (scope) => ({ value: await findFile(scope, { organisationId, id }), keep: true }),
  );
}

/** For no organisation there is no subject, and so no right: the gate refuses. */
function writerOf(enter: Gate, caller: Caller): AsWriter {
  const own = organisationOf(caller.hat);
  const subjects = own === null ? [] : [own];
  const actions = ["evidence.write"] as const;
  return (access, work) =>
    enter(
      { caller, subjects, actions, writes: access === "write", opened: "upload" },
      async (scope) => ({ value: await work(scope, own ?? ""), keep: true }),
    );
}

/** What the request says it brings; null where it says nothing. */
function lengthOf({ headers }: FastifyRequest): number | null {
  const length = headers["content-length"];
  return length === undefined ? null : Number(length);
}
