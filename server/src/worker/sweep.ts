import pg from "pg";
import type { Log } from "../jobs/log.ts";
import { startRegularly, type Regular } from "../jobs/regularly.ts";

const dayInMs = 86_400_000;
/** How long a job that failed for good is kept to be looked at: it holds names, addresses and links. */
const keptDays = 30;

/** Removes what failed for good a while ago; graphile-worker keeps it for ever. @returns how many jobs */
export async function sweep(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const swept = await client.query(
      `delete from graphile_worker._private_jobs
       where attempts >= max_attempts and locked_at is null and run_at < now() - make_interval(days => $1)`,
      [keptDays],
    );
    return swept.rowCount ?? 0;
  } finally {
    await client.end();
  }
}

/** At the start and every day, in every worker: finding nothing to remove costs nothing. */
export function startSweeping(databaseUrl: string, log: Log): Regular {
  return startRegularly({
    everyMs: dayInMs,
    round: () => sweep(databaseUrl),
    failed: (error) => log.warn({ err: error }, "jobs that failed for good were not swept"),
  });
}
