import { request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { openLine, type Line } from "./line.ts";

/** How often each server is asked whether it is ready, in milliseconds. */
const askEvery = 100;
/** An answer that takes longer counts as none. */
const answerWithin = 1_000;
/** How long a client is kept waiting while no server is ready; the compose file's proxy waits as long. */
const patience = 5_000;

/** What stands before the servers: sends each new connection to one that says it is ready. */
export interface Front extends Line {
  /** Resolves when that server is among those that get connections. */
  knows(port: number): Promise<void>;
  /** Of the servers that are ready. */
  readonly ready: ReadonlySet<number>;
}

/** @param servers the ports of those that there are at the moment */
export async function openFront(servers: () => readonly number[]): Promise<Front> {
  const ready = new Set<number>();
  const ended = new AbortController();
  let turn = 0;

  const ask = async (port: number) => {
    const fine = await isReady(port);
    if (fine && servers().includes(port)) ready.add(port);
    else ready.delete(port);
  };
  const asking = (async () => {
    while (!ended.signal.aborted) {
      for (const port of ready) if (!servers().includes(port)) ready.delete(port);
      await Promise.all([...servers().map(ask), pause(askEvery)]);
    }
  })();

  const reach = async (): Promise<number | null> => {
    for (const end = Date.now() + patience; Date.now() < end; await pause(20)) {
      const choice = [...ready];
      const port = choice[turn++ % Math.max(1, choice.length)];
      if (port !== undefined) return port;
    }
    return null;
  };
  const line = await openLine(reach);
  return {
    ...line,
    ready,
    async knows(port) {
      while (!ready.has(port)) await pause(20);
    },
    async close() {
      ended.abort();
      await asking;
      await line.close();
    },
  };
}

export function isReady(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request({ host: "127.0.0.1", port, path: "/readyz", agent: false }, (reply) => {
      reply.resume();
      reply.once("end", () => resolve(reply.statusCode === 200));
      reply.once("error", () => resolve(false));
    });
    asked.setTimeout(answerWithin, () => asked.destroy());
    asked.once("error", () => resolve(false));
    asked.end();
  });
}
