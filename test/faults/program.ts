import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";

const dist = join(import.meta.dirname, "../../server/dist");

/** How long one may take to get ready, in milliseconds: on a busy machine, beside a database that just fell over. */
const patience = 60_000;

/** A built program in a process of its own; like the compose file's, it is started again when it couldn't start. */
export interface Program {
  /** Resolves when it says that it is ready. @throws when it isn't within a minute */
  begin(): Promise<void>;
  /** Ends it without a goodbye. */
  kill(): Promise<void>;
  /** Asks it to end. @returns its exit code; null where a signal ended it */
  end(): Promise<number | null>;
  readonly runs: boolean;
}

export function openProgram(input: {
  readonly file: "main.js" | "worker.js";
  /** What it says when it is ready. */
  readonly ready: string;
  readonly settings: Readonly<Record<string, string>>;
  /** Hears its lines once it is ready; before that it may fail, and is started again. */
  readonly said: (line: string) => void;
  /** Hears that it ended without having been asked to. */
  readonly died: (how: string) => void;
}): Program {
  let child: ChildProcess | undefined;
  let isAsked = false;
  let last: string[] = [];

  const start = async (): Promise<boolean> => {
    isAsked = false;
    last = [];
    const own = spawn(process.execPath, ["--enable-source-maps", join(dist, input.file)], {
      env: { PATH: process.env["PATH"] ?? "", ...input.settings },
      // The channel ends it when whoever runs this is killed.
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    child = own;
    let isReady = false;
    const ready = new Promise<boolean>((resolve) => {
      for (const stream of [own.stdout, own.stderr])
        if (stream)
          createInterface(stream).on("line", (line) => {
            last = [...last, line].slice(-30);
            if (isReady) input.said(line);
            if (line.includes(input.ready)) resolve((isReady = true));
          });
      own.once("exit", () => resolve(false));
    });
    if (!(await ready)) return false;
    own.once("exit", (code, signal) => {
      if (!isAsked)
        input.died(`${input.file} ended by itself with ${code ?? signal}: ${last.join(" · ")}`);
    });
    return true;
  };

  const stop = async (signal: "SIGKILL" | "SIGTERM"): Promise<number | null> => {
    const own = child;
    if (!own || own.exitCode !== null || own.signalCode !== null) return own?.exitCode ?? null;
    isAsked = true;
    own.kill(signal);
    await once(own, "exit");
    return own.exitCode;
  };

  return {
    async begin() {
      for (const end = Date.now() + patience; Date.now() < end; await pause(200))
        if (await start()) return;
      throw new Error(`${input.file} did not get ready: ${last.join(" · ")}`);
    },
    kill: async () => void (await stop("SIGKILL")),
    end: () => stop("SIGTERM"),
    get runs() {
      return child !== undefined && child.exitCode === null && child.signalCode === null;
    },
  };
}
