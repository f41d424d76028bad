import { runMigrations } from "graphile-worker";
import pg from "pg";
import { queueLogger, type Log } from "./log.ts";

const silent: Log = { info() {}, warn() {}, error() {} };

/**
 * Brings the queue's schema to the shape that this release's graphile-worker expects; all of it belongs to the owner.
 * To be called under the lock of the migrations: graphile-worker takes none.
 *
 * @param adminUrl connects as a role that may act as the owner and grant on its database
 * @returns the number of graphile-worker's last migration
 */
export async function migrateJobs(adminUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const found = await client.query(
      "select where to_regclass('graphile_worker.migrations') is null",
    );
    const missing = found.rowCount !== 0;
    // graphile-worker makes the schema itself; the owner may do so for just this moment.
    if (missing)
      await client.query(onThisDatabase("grant create on database %I to toetssteen_owner"));
    try {
      await migrateAsOwner(adminUrl);
    } finally {
      if (missing)
        await client.query(onThisDatabase("revoke create on database %I from toetssteen_owner"));
    }
    const { rows } = await client.query<{ last: number }>(
      "select max(id) as last from graphile_worker.migrations",
    );
    return rows[0]?.last ?? 0;
  } finally {
    await client.end();
  }
}

function onThisDatabase(statement: string): string {
  return `do $$ begin execute format('${statement}', current_database()); end $$`;
}

async function migrateAsOwner(adminUrl: string): Promise<void> {
  const pool = new pg.Pool({
    connectionString: adminUrl,
    max: 1,
    verify: (client, done) =>
      client.query("set role toetssteen_owner", (error: Error | null) => done(error ?? undefined)),
  });
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  try {
    await runMigrations({ pgPool: pool, logger: queueLogger(silent) });
  } finally {
    await pool.end();
  }
}
