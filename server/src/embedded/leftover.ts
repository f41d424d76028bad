import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { StartError } from "../start-error.ts";
import { readText } from "../installation/files.ts";
import { startOf } from "./lock.ts";

/** Stops the PostgreSQL that a killed server left running on this cluster. */
export async function stopLeftover(cluster: string): Promise<void> {
  const lockFile = join(cluster, "postmaster.pid");
  const pid = Number((await readText(lockFile))?.split("\n")[0]);
  if (!Number.isInteger(pid) || pid <= 0) return;
  if (!(await runsCluster(pid, cluster))) {
    // The number went to another program: PostgreSQL would refuse to start, fearing that it is still there.
    await rm(lockFile, { force: true });
    return;
  }
  for (const [signal, patience] of [
    ["SIGINT", 20_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 5_000],
  ] as const) {
    signalIfThere(pid, signal);
    const until = Date.now() + patience;
    while (Date.now() < until) {
      if ((await startOf(pid)) === undefined) return;
      await wait(25);
    }
  }
  throw new StartError(`PostgreSQL of an earlier start (process ${pid}) can't be stopped.`);
}

async function runsCluster(pid: number, cluster: string): Promise<boolean> {
  if ((await startOf(pid)) === undefined) return false;
  if (process.platform === "linux") {
    return ((await readText(`/proc/${pid}/cmdline`)) ?? "").split("\0").includes(cluster);
  }
  const listed = await promisify(execFile)("ps", ["-o", "command=", "-p", String(pid)]).catch(
    () => ({ stdout: "" }),
  );
  return listed.stdout.includes(cluster);
}

function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
