import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../support/free-port.ts";
import { openClient, requireExpected, type Shot } from "./drive.ts";

export interface Running {
  readonly origin: string;
  readonly pid: number;
  /** Milliseconds from the start of the process to the first answer. */
  readonly startedInMs: number;
  stop(): Promise<void>;
}

/**
 * Starts a server in a process of its own, and waits until it answers.
 * @param program file for Node; told in the environment on which `PORT` to listen
 * @param first what it is asked
 */
export async function startContender(
  program: string,
  settings: Readonly<Record<string, string>>,
  first: Shot,
): Promise<Running> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const begin = performance.now();
  // The nursery is as large as `npm start` makes it.
  const child = spawn(process.execPath, ["--max-semi-space-size=32", program], {
    env: {
      PATH: process.env["PATH"] ?? "",
      NODE_ENV: "production",
      PORT: String(port),
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const abandon = () => child.kill("SIGKILL");
  process.once("exit", abandon);
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream
      .setEncoding("utf8")
      .on("data", (text: string) => (said = `${said}${text}`.slice(-8_000)));
  const stop = async () => {
    process.off("exit", abandon);
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    await once(child, "exit");
  };
  try {
    await untilAnswered(origin, first, child);
  } catch (error) {
    await stop();
    throw new Error(`${program} does not answer:\n${said}`, { cause: error });
  }
  return { origin, pid: child.pid ?? 0, startedInMs: performance.now() - begin, stop };
}

async function untilAnswered(origin: string, first: Shot, child: ChildProcess): Promise<void> {
  const client = openClient(origin, 1);
  try {
    for (;;) {
      if (child.exitCode !== null) throw new Error(`It ended with code ${child.exitCode}.`);
      const reply = await client.send(first).catch(() => null);
      if (reply) return requireExpected(first, reply);
      await pause(20);
    }
  } finally {
    client.close();
  }
}
