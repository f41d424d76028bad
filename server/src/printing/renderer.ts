import { Worker } from "node:worker_threads";
import { Refusal } from "../graphql/errors.ts";
import type { Outline } from "./outline.ts";
import type { Asked, Made } from "./render-worker.ts";

/** How long in milliseconds the thread is kept when nobody asks for anything: what it loaded is some 100 MB. */
const idle = 60_000;
/** The longest in milliseconds that one document may take, several times that of the largest there can be. */
const longest = 60_000;
/** More that wait are sent away, to try again later. */
const mostWaiting = 16;

export interface Renderer {
  /** @throws {Refusal} BUSY when too many wait already */
  render(format: Asked["format"], outline: Outline): Promise<Uint8Array>;
  close(): Promise<void>;
}

interface Waiting {
  readonly asked: Asked;
  readonly done: (bytes: Uint8Array) => void;
  readonly fail: (error: Error) => void;
}

/**
 * Makes documents in a thread of its own, one at a time: setting a long one takes seconds, in which nobody else would be
 * answered. The thread is started by the first that is asked for, so that a start of the server loads none of it.
 */
export function createRenderer(): Renderer {
  const waiting: Waiting[] = [];
  let thread: Worker | undefined;
  let busy: Waiting | undefined;
  let timer: NodeJS.Timeout | undefined;
  let asked = 0;

  const stop = async () => {
    const ending = thread;
    thread = undefined;
    await ending?.terminate();
  };
  const next = () => {
    clearTimeout(timer);
    busy = waiting.shift();
    timer = busy
      ? setTimeout(() => lose(new Error("A document took too long.")), longest)
      : setTimeout(() => void stop(), idle);
    timer.unref();
    if (!busy) return;
    thread ??= start();
    thread.postMessage(busy.asked);
  };
  const lose = (error: Error) => {
    const lost = busy;
    // Not waited for: what the thread is in the middle of can't be broken off.
    void stop();
    next();
    lost?.fail(error);
  };
  const start = (): Worker => {
    const file = new URL(import.meta.url.replace(/renderer(\.\w+)$/, "render-worker$1"));
    // Tests run the sources: then of other packages too.
    const execArgv = file.pathname.endsWith(".ts") ? ["--conditions=source"] : [];
    const started = new Worker(file, { execArgv });
    started.unref();
    started.on("message", (made: Made) => {
      if (made.id !== busy?.asked.id) return;
      if ("bytes" in made) busy.done(made.bytes);
      else busy.fail(new Error(`A document could not be made: ${made.failed}`));
      next();
    });
    for (const event of ["error", "exit"] as const)
      started.on(
        event,
        () => thread === started && lose(new Error("The thread that makes documents ended.")),
      );
    return started;
  };

  return {
    render(format, outline) {
      if (waiting.length >= mostWaiting) return Promise.reject(new Refusal("BUSY"));
      return new Promise((done, fail) => {
        waiting.push({ asked: { id: (asked += 1), format, outline }, done, fail });
        if (!busy) next();
      });
    },
    async close() {
      clearTimeout(timer);
      for (const { fail } of [...(busy ? [busy] : []), ...waiting.splice(0)])
        fail(new Refusal("BUSY"));
      busy = undefined;
      await stop();
    },
  };
}
