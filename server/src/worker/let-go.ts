import pg from "pg";
import type { Log } from "../jobs/log.ts";
import { startRegularly, type Regular } from "../jobs/regularly.ts";

/**
 * How long a job may be in the hands of a worker: longer than any takes, mail server and virus scanner out of reach
 * included. One that takes longer all the same is done twice, which every task bears.
 */
const longestMinutes = 15;
const everyMs = 5 * 60_000;

/**
 * Gives back what a worker held that was killed or lost the database, to be done by whoever is there; graphile-worker
 * itself waits four hours.
 * @param databaseUrl as the worker role
 * @returns how many jobs
 */
export async function letGo(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const freed = await client.query(
      `update graphile_worker._private_jobs set locked_at = null, locked_by = null, run_at = greatest(run_at, now())
       where locked_at < now() - make_interval(mins => $1)`,
      [longestMinutes],
    );
    return freed.rowCount ?? 0;
  } finally {
    await client.end();
  }
}

/** At the start and every few minutes, in every worker. */
export function startLettingGo(databaseUrl: string, log: Log): Regular {
  return startRegularly({
    everyMs,
    round: async () => {
      const count = await letGo(databaseUrl);
      if (count > 0) log.warn({ count }, "jobs of a worker that is gone are done again");
    },
    failed: (error) =>
      log.warn({ err: error }, "jobs of workers that are gone were not looked for"),
  });
}
