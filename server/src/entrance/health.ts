import type { FastifyInstance } from "fastify";
import type { Leaving } from "./leaving.ts";
import { oneAtATime, readinessWithin, within } from "./readiness.ts";

/**
 * `/healthz`: this process answers. `/readyz`: it can serve people, and is not about to end. What only a part needs
 * (files, mail, scans) is left out: a server that is taken away for it serves nobody anything.
 */
export function healthRoutes(
  app: FastifyInstance,
  given: Readonly<Record<string, () => Promise<void>>>,
  leaving: Pick<Leaving, "isLeaving">,
): void {
  const checks = Object.entries(given).map(([name, check]) => [name, oneAtATime(check)] as const);
  app.get("/healthz", async () => ({ status: "ok" }));
  app.get("/readyz", async (request, reply) => {
    if (leaving.isLeaving()) return reply.code(503).send({ status: "leaving" });
    const results = await Promise.all(
      checks.map(async ([name, check]) => {
        try {
          await within(readinessWithin, check());
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
