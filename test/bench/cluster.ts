import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { builtInEditions } from "@toetssteen/server/norms/editions";
import { openEmbeddedPostgres } from "@toetssteen/server/embedded/embedded";
import { migrate } from "@toetssteen/server/migrating/migrate";
import { Client } from "pg";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

export interface BenchDatabase {
  readonly databaseUrl: string;
  readonly adminUrl: string;
  readonly secret: string;
  /** Process of the postmaster, whose children are the backends. */
  readonly postmaster: number;
  stop(): Promise<void>;
}

/** A PostgreSQL of its own as the product starts it: durable, with our schema and row security. */
export async function openBenchDatabase(): Promise<BenchDatabase> {
  const dataDir = await makeTemporaryFolder();
  const opened = await openEmbeddedPostgres({ dataDir });
  const secret = randomBytes(32).toString("base64url");
  const { databaseUrl, adminUrl } = opened;
  await migrate({ adminUrl, databaseUrl, secret, editions: builtInEditions });
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  // The embedded server is not on this machine's process list under a name of ours: its own file knows its number.
  const { rows } = await client.query<{ pid: string }>(
    "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as pid",
  );
  await client.end();
  return {
    databaseUrl,
    adminUrl,
    secret,
    postmaster: Number(rows[0]?.pid),
    stop: () => opened.stop().then(() => rm(dataDir, { recursive: true, force: true })),
  };
}

/** All that PostgreSQL keeps of our database on disk, in megabytes (1,000,000 bytes). */
export async function databaseMbOf({ adminUrl }: BenchDatabase): Promise<number> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ bytes: string }>(
      "select pg_database_size(current_database()) as bytes",
    );
    return Number(rows[0]?.bytes) / 1_000_000;
  } finally {
    await client.end();
  }
}
