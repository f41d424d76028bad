import { execFile } from "node:child_process";
import { link, rename, rm, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { ignoreMissing, readText } from "../installation/files.ts";

/** A folder that another running server holds. */
export class FolderInUse extends Error {
  override readonly name = "FolderInUse";
}

interface Holder {
  pid: number;
  /** When the process began, so that a number given out anew isn't taken for the old process. */
  startedAt: string;
}

/**
 * Claims a file for this process; a claim of a process that is gone doesn't count.
 *
 * @throws {FolderInUse} when a running process holds it
 */
export async function claim(file: string): Promise<{ release(): Promise<void> }> {
  const mine: Holder = { pid: process.pid, startedAt: (await startOf(process.pid)) ?? "" };
  const text = JSON.stringify(mine);
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, text, { mode: 0o644 });
  try {
    // Linking is atomic and never overwrites: of two processes exactly one succeeds.
    while (!(await linked(draft, file))) await removeIfStale(file);
  } finally {
    await rm(draft, { force: true });
  }
  return {
    release: async () => {
      if ((await readText(file)) === text) await rm(file, { force: true });
    },
  };
}

async function linked(draft: string, file: string): Promise<boolean> {
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function removeIfStale(file: string): Promise<void> {
  const seen = await readText(file);
  if (seen === undefined) return;
  const holder = parseHolder(seen);
  if (holder && (await startOf(holder.pid)) === holder.startedAt) {
    throw new FolderInUse(`already in use by the server with process number ${holder.pid}`);
  }
  const aside = `${file}.stale.${process.pid}`;
  await rename(file, aside).catch(ignoreMissing);
  // Somebody else may have replaced the stale claim in between: then theirs goes back.
  const moved = await readText(aside);
  if (moved !== undefined && moved !== seen) await linked(aside, file);
  await rm(aside, { force: true });
}

function parseHolder(text: string): Holder | undefined {
  try {
    const { pid, startedAt } = JSON.parse(text) as Holder;
    return Number.isInteger(pid) && pid > 0 ? { pid, startedAt } : undefined;
  } catch {
    return undefined;
  }
}

/** Says when a process began, in the system's own terms, or undefined when it doesn't run. */
export async function startOf(pid: number): Promise<string | undefined> {
  if (process.platform === "linux") {
    const stat = await readText(`/proc/${pid}/stat`);
    // The name of a process may hold spaces and brackets; the fields are counted after its last bracket.
    const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields?.[0] === "Z" ? undefined : fields?.[19];
  }
  const listed = await promisify(execFile)("ps", ["-o", "lstart=", "-p", String(pid)]).catch(
    () => undefined,
  );
  return listed?.stdout.trim() || undefined;
}
