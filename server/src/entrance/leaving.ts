import type { Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { FastifyInstance } from "fastify";

/**
 * How long a server that leaves goes on answering, in milliseconds: long enough for a proxy that asks every second whether
 * it is ready, and short beside the ten seconds that container engines give it in all.
 */
const lingers = 3_000;
/** How long whoever just connected has to say something once it closes, in milliseconds. */
const patience = 500;

/** The end of a server behind a proxy, such that no request fails by it. */
export interface Leaving {
  /** From now on it says that it isn't ready, and ends each connection with the next answer; resolves a while later. */
  leave(): Promise<void>;
  isLeaving(): boolean;
}

/**
 * Also ends connections over which nothing was asked yet, such as browsers open beforehand, when the server closes: Node
 * would wait a minute for each.
 *
 * To be called before the routes are registered: hooks reach only what comes after them.
 */
export function createLeaving(app: FastifyInstance): Leaving {
  let leaves = false;
  const unused = new Set<Socket>();
  app.server.on("connection", (socket) => {
    unused.add(socket);
    socket.once("close", () => unused.delete(socket));
  });
  app.addHook("onRequest", ({ raw }, reply, done) => {
    unused.delete(raw.socket);
    if (leaves) reply.header("connection", "close");
    done();
  });
  app.addHook("preClose", async () => {
    const end = () => unused.forEach((socket) => socket.destroy());
    setTimeout(end, patience).unref();
  });
  return {
    async leave() {
      leaves = true;
      await pause(lingers);
    },
    isLeaving: () => leaves,
  };
}
