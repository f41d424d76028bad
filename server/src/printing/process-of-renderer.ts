import { fork } from "node:child_process";
import { readFile } from "node:fs/promises";
import type { RenderRequest, Made } from "./render-process.ts";

export interface RenderProcess {
  readonly id: number;
  send(request: RenderRequest): void;
  /** Returns once it is gone. */
  kill(): Promise<void>;
}

interface Heard {
  made(made: Made): void;
  /** It holds more than it may, or works longer on a document. */
  exceeded(): void;
  ended(): void;
}

export interface ProcessLimits {
  /** The longest that a processor may work on one document, in milliseconds. */
  readonly longest: number;
  /** The most that the process may hold meanwhile, in bytes. */
  readonly mostMemory: number;
}

/** How often in milliseconds it is looked what it uses. */
const pause = 250;
/** What Linux counts memory in, and processors' time in milliseconds, on the machines that we run on. */
const [page, tick] = [4096, 10];

/** A process that makes documents. It gets nothing of the server's environment, for it needs none of its secrets. */
export function startProcess(limits: ProcessLimits, heard: Heard): RenderProcess {
  const file = new URL(import.meta.url.replace(/process-of-renderer(\.\w+)$/, "render-process$1"));
  const child = fork(file, {
    // Bytes cross as they are.
    serialization: "advanced",
    env: {},
    execArgv: [
      "--max-old-space-size=1024",
      // Tests run the sources: then of other packages too.
      ...(file.pathname.endsWith(".ts") ? ["--conditions=source"] : []),
    ],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const gone = new Promise<void>((done) => child.once("exit", () => done()));
  const id = child.pid ?? 0;
  let used = 0;
  let usedBefore = 0;
  const watch = setInterval(() => {
    void usageOf(id).then((usage) => {
      used = usage.processor;
      if (usage.memory > limits.mostMemory || used - usedBefore > limits.longest) heard.exceeded();
    });
  }, pause);
  child.on("message", (made) => heard.made(made as Made));
  child.on("error", () => heard.ended());
  child.once("exit", () => {
    clearInterval(watch);
    heard.ended();
  });
  for (const one of [watch, child, child.channel]) one?.unref();
  return {
    id,
    send(asked) {
      usedBefore = used;
      child.send(asked, () => undefined);
    },
    kill() {
      child.kill("SIGKILL");
      return gone;
    },
  };
}

/** Where the system doesn't tell, nothing: then the clock decides, and what is left once a document is made. */
async function usageOf(id: number): Promise<{ memory: number; processor: number }> {
  const told = await readFile(`/proc/${id}/stat`, "utf8").catch(() => "");
  // Counted from behind the name, which may hold spaces: time of its own and of the system, pages in memory.
  const figures = told
    .slice(told.lastIndexOf(")") + 2)
    .split(" ")
    .map(Number);
  const [own = 0, system = 0, pages = 0] = [figures[11], figures[12], figures[21]];
  return { memory: pages * page, processor: (own + system) * tick };
}
