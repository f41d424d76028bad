/** Copies of the embedded cluster: taken while it works, and put back where there is none. */
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import { copyFolder, type Copied } from "./copy-folder.ts";
import type { ClusterDirectory } from "./directory.ts";

/** Folders whose content PostgreSQL makes anew when it starts, and the journal, of which only a part is needed. */
const emptied = /^pg_(wal|replslot|dynshmem|notify|serial|snapshots|stat_tmp|subtrans)\//;
const ofTheRunning = ["postmaster.pid", "postmaster.opts", "backup_label", "backup_label.old"];

function belongs(path: string): boolean {
  // Temporary files and relations of other sessions; nothing is in them that outlives those.
  const temporary = /(^|\/)(pgsql_tmp|t\d+_\d+)/.test(path);
  return !emptied.test(path) && !ofTheRunning.includes(path) && !temporary;
}

/**
 * Copies a cluster that is being used, to its state at the end of the copy. PostgreSQL is told when it begins and ends,
 * and keeps the journal of the time between, which goes along: with that it repairs the copy when it first starts.
 *
 * @param input.adminUrl connects to it as superuser
 * @param input.to a folder that isn't there yet
 */
export async function copyCluster(input: {
  cluster: string;
  adminUrl: string;
  to: string;
}): Promise<Copied> {
  const { cluster, adminUrl, to } = input;
  const client = new Client({ connectionString: adminUrl, application_name: "toetssteen backup" });
  await client.connect();
  try {
    // Ends with this connection; until then nothing of the journal is reused.
    await client.query(
      "select pg_create_physical_replication_slot('toetssteen_backup', true, true)",
    );
    const begun = await client.query<{ journal: string }>(
      "select pg_walfile_name(pg_backup_start('toetssteen', fast => true)) as journal",
    );
    const copied = await copyFolder(cluster, to, { take: belongs });
    const ended = await client.query<{ label: string; journal: string }>(
      "select labelfile as label, pg_walfile_name(lsn) as journal from pg_backup_stop(wait_for_archive => false)",
    );
    const first = begun.rows[0]?.journal ?? "";
    const { label, journal: last } = ended.rows[0] ?? { label: "", journal: "" };
    const needed = (path: string) => {
      const [name = ""] = path.split("/").slice(-1);
      return /^[0-9A-F]{24}$/.test(name) && first <= name && name <= last;
    };
    const journals = await copyFolder(join(cluster, "pg_wal"), join(to, "pg_wal"), {
      take: needed,
    });
    await writeFile(join(to, "backup_label"), label, { mode: 0o600 });
    return {
      files: copied.files + journals.files + 1,
      bytes: copied.bytes + journals.bytes + Buffer.byteLength(label),
    };
  } finally {
    await client.end();
  }
}

/** Puts a copy where the cluster of a data folder is to be; all of it, or nothing. */
export async function putCluster(
  from: string,
  { home, cluster, account }: ClusterDirectory,
): Promise<Copied> {
  const draft = `${cluster}.restoring`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(home, { recursive: true });
  try {
    const copied = await copyFolder(from, draft, { owner: account });
    await rename(draft, cluster);
    return copied;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}
