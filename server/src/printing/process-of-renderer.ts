import { fork } from "node:child_process";
import { readFile } from "node:fs/promises";
import { setPriority } from "node:os";
import type { Asked, Made } from "./render-process.ts";

export interface RenderProcess {
  readonly id: number;
  send(asked: Asked): void;
  /** Returns once it is gone. */
  kill(): Promise<void>;
}

interface Heard {
  made(made: Made): void;
  /** It holds more than it may. */
  grown(): void;
  ended(): void;
}

/** How often in milliseconds it is looked how much it holds. */
const pause = 250;
/** What Linux counts memory in; on the machines that we run on. */
const page = 4096;

/** A process that makes documents. It gets nothing of the server's environment, for it needs none of its secrets. */
export function startProcess(mostMemory: number, heard: Heard): RenderProcess {
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
  // Answering goes before printing. Where a machine doesn't allow it, it is as it was.
  try {
    if (id > 0) setPriority(id, 10);
  } catch {}
  const watch = setInterval(() => {
    void memoryOf(id).then((bytes) => bytes > mostMemory && heard.grown());
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
      child.send(asked, () => undefined);
    },
    kill() {
      child.kill("SIGKILL");
      return gone;
    },
  };
}

/** Where the system doesn't tell, 0: then what is left is looked at once a document is made. */
async function memoryOf(id: number): Promise<number> {
  const told = await readFile(`/proc/${id}/statm`, "utf8").catch(() => "");
  return Number(told.split(" ")[1] ?? 0) * page;
}
