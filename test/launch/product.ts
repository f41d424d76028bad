import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, readdir, readFile } from "node:fs/promises";
import { basename, delimiter, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

const run = promisify(execFile);
const checkout = join(import.meta.dirname, "../..");

/** Copies the sources, and nothing that was installed or built, to a folder with spaces in its name. */
export async function copyProduct(): Promise<string> {
  const folder = join(await makeTemporaryFolder(), "een pad met spaties");
  const made = new Set([".git", ".data", "node_modules", "dist", "dist-types"]);
  await cp(checkout, folder, { recursive: true, filter: (path) => !made.has(basename(path)) });
  return folder;
}

export interface Started {
  child: ChildProcess;
  /** Milliseconds until it said that it is ready. */
  ready: Promise<number>;
  /** Everything is said by then too. Exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>;
  output(): string;
  /** As a terminal does: to everything in the foreground. */
  pressControlC(): void;
}

/** Runs a command as a person on a machine with nothing but Node and npm. */
export function start(
  command: readonly [string, ...string[]],
  folder: string,
  settings: Record<string, string>,
  user: { uid?: number; gid?: number } = {},
): Started {
  const began = performance.now();
  const [program, ...parameters] = command;
  const env = { ...machineEnvironment(), ...settings };
  const child = spawn(program, parameters, {
    cwd: folder,
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    ...user,
  });
  let said = "";
  const ended = once(child, "close").then(([code, signal]) => (code ?? signal) as number);
  const ready = new Promise<number>((resolve, reject) => {
    const listen = (text: string) => {
      said += text;
      if (said.includes("Toetssteen is ready")) resolve(performance.now() - began);
    };
    child.stdout.setEncoding("utf8").on("data", listen);
    child.stderr.setEncoding("utf8").on("data", listen);
    void ended.then((code) =>
      reject(new Error(`Ended with ${code} before it was ready:\n${said}`)),
    );
  });
  ready.catch(() => undefined);
  const pressControlC = () => process.kill(-(child.pid ?? Number.NaN), "SIGINT");
  return { child, ready, ended, output: () => said, pressControlC };
}

/** Ours, without what npm or npx, the tests and the pinned Node put there. */
export function machineEnvironment(): Record<string, string> {
  const added =
    /^(npm_(lifecycle|package|execpath|node|command)|npm_config_(global|local_|prefix|npm_version|user_agent)|NODE|VITEST|VITE|INIT_CWD|TEST$|DEV$|PROD$|MODE$)/;
  const kept = Object.entries(process.env).filter(([name]) => !added.test(name));
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const path = folders.filter(
    (folder) => !folder.includes("node_modules") && !folder.includes("node-gyp-bin"),
  );
  return { ...(Object.fromEntries(kept) as Record<string, string>), PATH: path.join(delimiter) };
}

/** The processes that run from a folder or on it, as `number command`. */
export async function processesOf(folder: string): Promise<string[]> {
  const listed = await run("ps", ["-eo", "pid=,stat=,args="]).then(
    ({ stdout }) => stdout.split("\n").filter((line) => !/^\s*\d+\s+Z/.test(line)),
    () => listFromProc(),
  );
  return listed.filter((line) => line.includes(folder)).map((line) => line.trim());
}

async function listFromProc(): Promise<string[]> {
  const numbers = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const read = async (pid: string) =>
    `${pid} ${await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")}`;
  return Promise.all(numbers.map(read));
}

/** Waits until nothing runs from a folder any more, and gives what still does after ten seconds. */
export async function leftovers(folder: string): Promise<string[]> {
  const until = Date.now() + 10_000;
  for (;;) {
    const found = await processesOf(folder);
    if (found.length === 0 || Date.now() > until) return found;
    await wait(50);
  }
}
