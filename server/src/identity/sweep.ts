import type { Pool } from "pg";

const hourInMs = 3_600_000;

/** Removes what has expired, every hour, in every server: finding nothing to remove costs nothing. */
export function startSweeping(pool: Pool): { stop(): void } {
  const sweep = async () => {
    await pool.query('delete from session where "expiresAt" < now()');
    await pool.query('delete from verification where "expiresAt" < now()');
    await pool.query("delete from throttle where until < now()");
  };
  // Expired rows count nowhere, so a sweep that fails can wait for the next.
  const timer = setInterval(() => void sweep().catch(() => {}), hourInMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
