import { setTimeout as pause } from "node:timers/promises";
import type { FastifyInstance } from "fastify";

/**
 * How long a server that leaves goes on answering, in milliseconds: long enough for a proxy that asks every second whether
 * it is ready, and short beside the ten seconds that container engines give it in all.
 */
const lingers = 3_000;

/** The end of a server behind a proxy, such that no request fails by it. */
export interface Leaving {
  /** From now on it says that it isn't ready, and ends each connection with the next answer; resolves a while later. */
  leave(): Promise<void>;
  isLeaving(): boolean;
}

/** To be called before the routes are registered: hooks reach only what comes after them. */
export function createLeaving(app: FastifyInstance): Leaving {
  let leaves = false;
  app.addHook("onRequest", async (_request, reply) => {
    if (leaves) reply.header("connection", "close");
  });
  return {
    async leave() {
      leaves = true;
      await pause(lingers);
    },
    isLeaving: () => leaves,
  };
}
