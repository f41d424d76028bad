import type { Pool } from "pg";

const hourInMs = 3_600_000;

/** Removes what has expired; it counted nowhere any more. */
export async function sweep(pool: Pool): Promise<void> {
  await pool.query(`delete from session where "expiresAt" < now()`);
  await pool.query(`delete from verification where "expiresAt" < now()`);
  await pool.query("delete from throttle where until < now()");
}

/** Every hour, in every server: finding nothing to remove costs nothing, and one that fails waits for the next. */
export function startSweeping(pool: Pool): { stop(): void } {
  const timer = setInterval(() => void sweep(pool).catch(() => {}), hourInMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
