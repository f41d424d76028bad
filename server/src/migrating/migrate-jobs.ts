import { runMigrations } from "graphile-worker";
import pg from "pg";
import { lockTimeoutInMs } from "../persistence/patiently.ts";
import type { Query } from "../persistence/query.ts";
import { queueLogger, type Log } from "../jobs/log.ts";

const silent: Log = { info() {}, warn() {}, error() {} };

/**
 * Brings the queue's schema to the shape that this release's graphile-worker expects; all of it belongs to the owner.
 * To be called under the lock of the migrations: graphile-worker takes none.
 *
 * @param adminUrl connects as a role that may act as the owner and grant on its database
 * @returns the number of graphile-worker's last migration
 */
export async function migrateJobs(query: Query, adminUrl: string): Promise<number> {
  const found = await query("select where to_regclass('graphile_worker.migrations') is null");
  const isMissing = found.length > 0;
  // graphile-worker makes the schema itself; the owner may do so for just this moment.
  if (isMissing) await query(onThisDatabase("grant create on database %I to toetssteen_owner"));
  try {
    await migrateAsOwner(adminUrl);
  } finally {
    if (isMissing)
      await query(onThisDatabase("revoke create on database %I from toetssteen_owner"));
  }
  const [last] = await query<{ id: number }>(
    "select max(id) as id from graphile_worker.migrations",
  );
  return last?.id ?? 0;
}

function onThisDatabase(statement: string): string {
  return `do $$ begin execute format('${statement}', current_database()); end $$`;
}

async function migrateAsOwner(adminUrl: string): Promise<void> {
  const pool = new pg.Pool({
    connectionString: adminUrl,
    max: 1,
    // From its beginning: a role that a statement sets for a connection may outlive the use it was set for.
    options: `-c role=toetssteen_owner -c lock_timeout=${lockTimeoutInMs}`,
  });
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  try {
    await runMigrations({ pgPool: pool, logger: queueLogger(silent) });
  } finally {
    await pool.end();
  }
}
