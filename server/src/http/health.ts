import type { FastifyInstance } from "fastify";
import type { Leaving } from "./leaving.ts";

/** `/healthz`: this process answers. `/readyz`: what it depends on answers too, and it is not about to end. */
export function healthRoutes(
  app: FastifyInstance,
  checks: Readonly<Record<string, () => Promise<void>>>,
  leaving: Pick<Leaving, "isLeaving">,
): void {
  app.get("/healthz", async () => ({ status: "ok" }));
  app.get("/readyz", async (request, reply) => {
    if (leaving.isLeaving()) return reply.code(503).send({ status: "leaving" });
    const results = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => {
        try {
          await check();
          return [name, "ok"] as const;
        } catch (error) {
          request.log.error({ err: error, check: name }, "not ready");
          return [name, "failed"] as const;
        }
      }),
    );
    const ready = results.every(([, state]) => state === "ok");
    return reply
      .code(ready ? 200 : 503)
      .send({ status: ready ? "ok" : "failed", checks: Object.fromEntries(results) });
  });
}
