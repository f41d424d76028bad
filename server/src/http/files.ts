import type { FastifyInstance, FastifyRequest } from "fastify";
import { findFile } from "../files/find-file.ts";
import { receive, type Keeping } from "../files/receive.ts";
import { serve } from "../files/serving.ts";
import { Refusal } from "../graphql/errors.ts";
import { requireId } from "../graphql/input.ts";
import type { Identity } from "../identity/auth.ts";
import { isOwnOrigin } from "../identity/origin.ts";
import { answerError } from "./answer-error.ts";
import { asks } from "./asker.ts";

/** Longest silence in milliseconds of somebody who is sending; what is slow but goes on may take as long as it takes. */
const longestSilence = 60_000;

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
  { keeping, identity }: { keeping: Keeping; identity: Identity },
): Promise<void> {
  const { storage, scopes } = keeping;
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
        const ending = endSilence(request);
        try {
          return await receive(keeping, asks(request.headers, token, request.ip), {
            id: requireId("id", request.params.id),
            length: lengthOf(request),
            bytes: request.raw,
          });
        } finally {
          ending.stop();
        }
      });

      routes.get<ReadRoute>(
        "/:organisationId/:id",
        { exposeHeadRoute: false },
        async (request, reply) => {
          const token = identity.readToken(request.headers.cookie);
          const { hat = request.params.organisationId, download } = request.query;
          const asked = asks({ "x-hat": hat }, token, request.ip);
          const file = await findFile(scopes, asked, request.params);
          const { status, headers, range } = serve(file, {
            download: download !== undefined,
            range: request.headers.range,
          });
          reply.code(status).headers(headers);
          if (status === 416) return reply.send();
          return reply.send(await storage.read(file.key, range ?? undefined));
        },
      );
    },
    { prefix: "/files" },
  );
}

/** What the request says it brings; null where it says nothing. */
function lengthOf({ headers }: FastifyRequest): number | null {
  const length = headers["content-length"];
  return length === undefined ? null : Number(length);
}

/** Breaks off a request from which nothing comes any more. */
function endSilence({ raw }: FastifyRequest): { stop(): void } {
  const timer = setTimeout(() => raw.destroy(), longestSilence);
  const heard = () => timer.refresh();
  raw.on("data", heard);
  raw.pause();
  return {
    stop: () => {
      clearTimeout(timer);
      raw.off("data", heard);
    },
  };
}
