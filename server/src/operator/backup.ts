import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import type { OperatorSettings } from "../env.ts";
import { copyFolder, type Copied } from "../embedded/copy-folder.ts";
import { copyCluster, putCluster } from "../embedded/backup.ts";
import { exists, readText } from "../installation/files.ts";
import { findDirectory } from "../embedded/directory.ts";
import type { CommandNamed } from "./command.ts";
import { openEmbedded } from "./database.ts";
import { OperatorError } from "./refusal.ts";

/** What a backup consists of. The record is written last: without it the backup is not whole. */
const parts = { cluster: "postgres", rest: "data", record: "backup.json" };

/** Of the data folder, what belongs to the machine and the moment: it is made anew, or lies in the other part. */
const ofTheMoment =
  /^(postgres($|-|\.)|server\.lock|database\.env|cluster-folder|home$|.*\.(new|part)$)/;

interface Record {
  readonly takenAt: string;
  /** The number before the point; another one doesn't read the cluster, and says so when it starts. */
  readonly postgres: string;
  readonly files: number;
  readonly bytes: number;
}

/**
 * Copies the embedded database and everything else of `DATA_DIR`, while the server goes on or while there is none. The
 * database first: a file that no row knows does no harm, a row without its file does.
 */
export async function takeBackup(
  { folder }: CommandNamed<"backup">,
  settings: OperatorSettings,
): Promise<string[]> {
  refuseOwnDatabase(settings);
  const { dataDir } = settings;
  const to = resolve(settings.workingFolder, folder);
  if (!relative(dataDir, to).startsWith(".."))
    throw new OperatorError(`${to} ligt in DATA_DIR zelf: kies een map daarbuiten.`);
  if ((await contentOf(to)).length > 0)
    throw new OperatorError(`${to} is niet leeg: een back-up krijgt een eigen, nieuwe map.`);
  if (!(await exists(join(dataDir, "secrets.json"))))
    throw new OperatorError(`In DATA_DIR ${dataDir} staat nog niets om te bewaren.`);

  await mkdir(to, { recursive: true, mode: 0o700 });
  const { cluster } = await findDirectory(dataDir);
  const running = await openEmbedded(dataDir);
  try {
    const copied = await copyCluster({
      cluster,
      adminUrl: running.adminUrl,
      to: join(to, parts.cluster),
    });
    const rest = await copyFolder(dataDir, join(to, parts.rest), {
      take: (path) => !ofTheMoment.test(path),
    });
    const postgres = ((await readText(join(cluster, "PG_VERSION"))) ?? "").trim();
    const { files, bytes } = sum(copied, rest);
    const record: Record = { takenAt: new Date().toISOString(), postgres, files, bytes };
    await writeFile(join(to, parts.record), `${JSON.stringify(record, null, 2)}\n`, {
      mode: 0o600,
    });
    return [`De back-up staat in ${to}: ${files} bestanden, ${Math.ceil(bytes / 1_000_000)} MB.`];
  } finally {
    await running.close();
  }
}

/** Puts a backup into a `DATA_DIR` that is empty; the next start goes on from it. */
export async function restoreBackup(
  { folder }: CommandNamed<"restore">,
  settings: OperatorSettings,
): Promise<string[]> {
  refuseOwnDatabase(settings);
  const { dataDir } = settings;
  const from = resolve(settings.workingFolder, folder);
  const { takenAt, ...whole } = await readRecord(from);
  if ((await contentOf(dataDir)).length > 0)
    throw new OperatorError(
      `DATA_DIR ${dataDir} is niet leeg: zet wat er staat eerst opzij, een herstel overschrijft niets.`,
    );
  try {
    const directory = await findDirectory(dataDir);
    const rest = await copyFolder(join(from, parts.rest), dataDir);
    const found = sum(rest, await putCluster(join(from, parts.cluster), directory));
    if (found.files !== whole.files || found.bytes !== whole.bytes)
      throw new OperatorError(
        `De back-up in ${from} is beschadigd: ${found.files} bestanden van ${found.bytes} bytes, en het waren er ${whole.files} van ${whole.bytes}.`,
      );
  } catch (error) {
    const { cluster } = await findDirectory(dataDir);
    await rm(cluster, { recursive: true, force: true });
    for (const name of await contentOf(dataDir))
      await rm(join(dataDir, name), { recursive: true, force: true });
    throw error;
  }
  return [
    `De back-up van ${takenAt} staat in ${dataDir}. De volgende start gaat daarmee verder.`,
    'Er gaat geen mail uit en er wordt geen bestand opgeruimd, tot je met "operator adopt" zegt dat dit nu de echte is.',
  ];
}

async function readRecord(from: string): Promise<Record> {
  try {
    const read = JSON.parse((await readText(join(from, parts.record))) ?? "");
    const { takenAt, postgres, files, bytes } = read;
    if (typeof takenAt === "string" && Number.isInteger(files) && Number.isInteger(bytes))
      return { takenAt, postgres, files, bytes };
  } catch {
    // Says the same as a record that is missing.
  }
  throw new OperatorError(`In ${from} staat geen back-up, of een die nooit is afgemaakt.`);
}

function refuseOwnDatabase({ adminUrl }: OperatorSettings): void {
  if (adminUrl === undefined) return;
  throw new OperatorError(
    "DATABASE_ADMIN_URL is gezet: van een eigen PostgreSQL maak je een back-up met pg_dump; zie docs/operations.md.",
  );
}

const sum = (one: Copied, other: Copied): Copied => ({
  files: one.files + other.files,
  bytes: one.bytes + other.bytes,
});

async function contentOf(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
}
