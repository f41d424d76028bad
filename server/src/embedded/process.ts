import { type ChildProcess, execFile, spawn } from "node:child_process";
import { chown, open, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { StartError } from "../start-error.ts";
import { exists, makePrivateFolder, readText } from "../installation/files.ts";
import type { ClusterDirectory } from "./directory.ts";

const run = promisify(execFile);

/** PostgreSQL gets nothing of our environment: it may hold passwords, and its settings come from us alone. */
const environment = { PATH: "/usr/bin:/bin", TZ: "UTC" };

/** Makes an empty cluster unless there is one; a half-made one of an interrupted start is begun anew. */
export async function initialise(directory: ClusterDirectory, password: string): Promise<void> {
  if (await exists(join(directory.cluster, "PG_VERSION"))) return;
  const draft = `${directory.cluster}.new`;
  const passwordFile = `${directory.cluster}.password`;
  await rm(draft, { recursive: true, force: true });
  await makePrivateFolder(draft, directory.account);
  try {
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (directory.account) await chown(passwordFile, directory.account.uid, directory.account.gid);
    const choices = [
      `--pgdata=${draft}`,
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
    ];
    const language = [
      `--locale=${await utf8Locale()}`,
      "--locale-provider=icu",
      "--icu-locale=und",
      "--encoding=UTF8",
    ];
    const how = { ...directory.account, cwd: "/", env: environment };
    await run(join(directory.binaries, "initdb"), [...choices, ...language], how);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(draft, directory.cluster);
}

async function utf8Locale(): Promise<string> {
  const listed = await run("locale", ["-a"]).catch(() => ({ stdout: "" }));
  const available = listed.stdout.split("\n");
  return (
    ["C.UTF-8", "C.utf8", "en_US.UTF-8", "en_US.utf8"].find((name) => available.includes(name)) ??
    "C"
  );
}

export interface Running {
  child: ChildProcess;
  /** Ends with PostgreSQL. */
  ended: Promise<void>;
}

/**
 * Starts PostgreSQL on a port of this machine only, and waits until it takes connections.
 *
 * @throws with the last lines of its log when it ends instead
 */
export async function startServer(
  directory: ClusterDirectory,
  port: number,
  settings: readonly string[],
): Promise<Running> {
  const patience = Date.now() + 20_000;
  for (;;) {
    const logFile = join(directory.home, "postgres.log");
    await rename(logFile, `${logFile}.previous`).catch(() => undefined);
    const log = await open(logFile, "w", 0o600);
    const parameters = [
      "-D",
      directory.cluster,
      "-p",
      String(port),
      ...settings.flatMap((setting) => ["-c", setting]),
    ];
    // A session of its own: Ctrl-C reaches the server alone, which stops PostgreSQL after its last request.
    const child = spawn(join(directory.binaries, "postgres"), parameters, {
      ...directory.account,
      cwd: "/",
      env: environment,
      detached: true,
      stdio: ["ignore", log.fd, log.fd],
    });
    await log.close();
    const ended = new Promise<void>((resolve) => {
      child.once("exit", () => resolve());
      child.once("error", () => resolve());
    });
    const running = { child, ended };
    if (await becomesReady(running, directory.cluster)) return running;
    const said = (await readText(logFile)) ?? "";
    // Left by a PostgreSQL whose first process was killed: its other processes notice and go within a moment.
    if (said.includes("is still in use") && Date.now() < patience) {
      await wait(200);
      continue;
    }
    throw new StartError(
      `PostgreSQL didn't start (log: ${logFile}): ${said.trim().split("\n").slice(-3).join(" · ")}`,
    );
  }
}

/** Its lock file says `ready` after recovery, when it takes connections; a lock file of another process doesn't count. */
async function becomesReady({ child, ended }: Running, cluster: string): Promise<boolean> {
  let gone = false;
  void ended.then(() => (gone = true));
  while (!gone) {
    const lines = (await readText(join(cluster, "postmaster.pid")))?.split("\n");
    if (Number(lines?.[0]) === child.pid && lines?.[7]?.trim() === "ready") return true;
    await Promise.race([ended, wait(20)]);
  }
  return false;
}

/**
 * Stops PostgreSQL. Our own connections have said goodbye but may not have been heard yet: they get a second, or each
 * would report a lost connection. Whoever stays longer is cut off; what is committed is written down.
 */
export async function stopServer({ child, ended }: Running): Promise<void> {
  for (const [signal, patience] of [
    ["SIGTERM", 1_000],
    ["SIGINT", 20_000],
  ] as const) {
    child.kill(signal);
    if (await Promise.race([ended.then(() => true), wait(patience, false, { ref: false })])) return;
  }
  child.kill("SIGQUIT");
  await ended;
}

/** A port of this machine that nobody listens on: the preferred one when it is free. */
export async function freePort(preferred = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => (preferred === 0 ? reject(error) : resolve(freePort())));
    probe.listen(preferred, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
