import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stopLeftover } from "@toetssteen/server/embedded/leftover";
import { startOf } from "@toetssteen/server/embedded/lock";

const prefix = "toetssteen-test-";

/** A data folder for this run, after removing those of runs that were killed. PostgreSQL's own user can enter it. */
export async function makeTemporaryFolder(): Promise<string> {
  for (const name of await readdir(tmpdir())) {
    const [, pid] = new RegExp(`^${prefix}(\\d+)-`).exec(name) ?? [];
    if (pid === undefined || (await startOf(Number(pid))) !== undefined) continue;
    await stopLeftover(join(tmpdir(), name, "postgres"));
    await rm(join(tmpdir(), name), { recursive: true, force: true });
  }
  const folder = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
  await chmod(folder, 0o755);
  return folder;
}
