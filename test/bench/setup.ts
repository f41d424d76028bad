import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { openBenchDatabase, type BenchDatabase } from "./cluster.ts";
import { startContender, type Running } from "./contender.ts";
import { documents, hashOf } from "./documents.ts";
import { loadLibraries } from "./load.ts";
import { createShots, type ContenderName, type Shots } from "./operations.ts";
import { peerDocuments } from "./peer-documents.ts";
import { preparePeers } from "./peer-schema.ts";

/** A database with libraries, and the contenders that serve it. */
export interface Setup {
  readonly database: BenchDatabase;
  readonly contenders: ReadonlyMap<ContenderName, Running>;
  readonly shots: Shots;
  close(): Promise<void>;
}

const programs: Readonly<Record<ContenderName, string>> = {
  ours: "../../server/dist/main.js",
  limit: "contenders/limit.ts",
  postgraphile: "contenders/postgraphile.ts",
  mercurius: "contenders/mercurius.ts",
};

/**
 * @param names contenders besides ours
 * @param libraries there from the beginning; at least one
 */
export async function openSetup(
  names: readonly ContenderName[],
  libraries: number,
): Promise<Setup> {
  const database = await openBenchDatabase();
  const folder = await makeTemporaryFolder();
  const contenders = new Map<ContenderName, Running>();
  const close = async () => {
    await Promise.all([...contenders.values()].map((running) => running.stop()));
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await loadLibraries(database.adminUrl, 0, libraries);
    const shots = createShots(database.secret);
    // Our server takes away, when it starts, what others were granted in its schemas: so it comes first.
    for (const name of ["ours" as const, ...names]) {
      if (contenders.size === 1) await preparePeers(database.adminUrl);
      const settings = await settingsFor(name, database, join(folder, name));
      const program = join(import.meta.dirname, programs[name]);
      contenders.set(name, await startContender(program, settings, shots(name, "home", 0)));
    }
    return { database, contenders, shots, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function settingsFor(
  name: ContenderName,
  { databaseUrl, adminUrl, secret }: BenchDatabase,
  dataDir: string,
): Promise<Record<string, string>> {
  const archive = join(dataDir, "documents");
  await mkdir(archive, { recursive: true });
  const texts =
    name === "postgraphile"
      ? Object.values(peerDocuments)
      : Object.values(documents).map(({ text }) => text);
  // Our server takes what lies there for documents of an earlier build, and answers them.
  const list = join(archive, "bench.json");
  await writeFile(
    list,
    JSON.stringify(Object.fromEntries(texts.map((text) => [hashOf(text), text]))),
  );
  const common = { DATABASE_URL: databaseUrl, SESSION_SECRET: secret };
  return name === "ours"
    ? { ...common, DATABASE_ADMIN_URL: adminUrl, DATA_DIR: dataDir, SMTP_URL: "smtp://127.0.0.1:9" }
    : { ...common, DOCUMENTS: list };
}
