import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { completeEnv, readEnv } from "@toetssteen/server/env";
import { loggerOptions } from "@toetssteen/server/log/options";
import type { Log } from "@toetssteen/server/jobs/log";
import { startWork } from "@toetssteen/server/worker/works";
import { fastify } from "fastify";
import { freePort } from "../support/free-port.ts";
import { openMailServer, type MailServer } from "../support/mail-server.ts";
import { afterwards } from "../support/run.ts";
import type { World } from "../support/scenario.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import type { Hole } from "./holes/holes.ts";
import { openRemote, type Remote } from "./remote.ts";

const dist = join(import.meta.dirname, "../../server/dist");

/** The product as it runs in earnest: built, in a process of its own, with mail that goes out. */
export interface Target {
  /** Answers any document. */
  readonly any: Remote;
  /** Answers known documents only, as in production; begins when first asked for. */
  known(): Promise<Remote>;
  readonly mail: MailServer;
  /** Everything that servers and workers said. */
  logs(): string;
  /** Of workers, which are in this process. */
  readonly log: Log;
  readonly dataDir: string;
}

/** Of the server that answers known documents only, in megabytes; who keeps what strangers send runs out of it. */
const littleMemory = 256;

/** @param hole a mistake that was made on purpose */
export async function openTarget(world: World, hole?: Hole): Promise<Target> {
  const dataDir = await makeTemporaryFolder();
  const mail = await openMailServer();
  const { databaseUrl, adminUrl, secret } = world.database;
  const settings = {
    DATABASE_URL: databaseUrl,
    DATABASE_ADMIN_URL: adminUrl,
    SESSION_SECRET: secret,
    SMTP_URL: mail.url,
    DATA_DIR: dataDir,
  };
  const said: string[] = [];
  const children: ChildProcess[] = [];
  const begin = async (program: string, ready: string, more: Record<string, string>) => {
    const child = startProcess(program, { ...settings, ...more }, hole);
    children.push(child);
    await saying(child, ready, said);
  };
  afterwards(async () => {
    for (const child of children) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill("SIGTERM");
      await once(child, "exit");
    }
    mail.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  const serve = async (more: Record<string, string>): Promise<Remote> => {
    const port = await freePort();
    const remote = openRemote(`http://127.0.0.1:${port}`, secret);
    afterwards(async () => remote.close());
    await begin("main.js", "Toetssteen is ready", { PORT: String(port), ...more });
    return remote;
  };
  const any = await serve({ GRAPHQL_DOCUMENTS: "any", NODE_ENV: "test" });
  const { log } = fastify({
    logger: { ...loggerOptions, level: "info", stream: { write: (line) => void said.push(line) } },
  });
  await work(settings, log);
  let known: Promise<Remote> | undefined;
  return {
    any,
    known: () =>
      (known ??= serve({
        GRAPHQL_DOCUMENTS: "known",
        NODE_ENV: "production",
        NODE_OPTIONS: `--max-old-space-size=${littleMemory}`,
      })),
    mail,
    logs: () => said.join(""),
    log,
    dataDir,
  };
}

/** The worker, in this process: what it says is kept like what the servers say. */
async function work(settings: Record<string, string>, log: Log): Promise<void> {
  const read = readEnv(settings);
  if (read.database === "embedded") throw new Error("The worker needs the attacked database.");
  const env = completeEnv(read, read.database, read.sessionSecret ?? "");
  const worker = await startWork(env, log);
  afterwards(() => worker.stop());
}

function startProcess(
  program: string,
  settings: Record<string, string>,
  hole: Hole | undefined,
): ChildProcess {
  const hooks = hole === undefined ? [] : ["--import", join(import.meta.dirname, "holes/plant.ts")];
  return spawn(process.execPath, ["--enable-source-maps", ...hooks, join(dist, program)], {
    env: {
      PATH: process.env["PATH"] ?? "",
      ...settings,
      ...(hole !== undefined && { ATTACK_HOLE: hole.name }),
    },
    // The channel ends the server when whoever attacks it is killed.
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
}

/** Resolves when it says that; what it says afterwards is kept too. */
function saying(child: ChildProcess, ready: string, said: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const own: string[] = [];
    const listen = (text: string) => {
      said.push(text);
      own.push(text);
      if (text.includes(ready) || own.join("").includes(ready)) resolve();
    };
    child.stdout?.setEncoding("utf8").on("data", listen);
    child.stderr?.setEncoding("utf8").on("data", listen);
    child.once("exit", (code) =>
      reject(new Error(`The server ended with code ${code}:\n${own.join("")}`)),
    );
  });
}
