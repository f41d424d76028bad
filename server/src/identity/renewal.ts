import type { Pool } from "pg";

/** A session counts this long after it was last used. */
export const sessionDays = 14;
/** However often it is used, after this long the person signs in again. */
export const renewalDays = 90;

const dayInMs = 86_400_000;
/** Bounds the memory of which sessions were seen today; forgetting it costs a query that changes nothing. */
const remembered = 10_000;

/** Moves the end of a session that is in use; one write a day per session, one query a day per session and process. */
export function createRenewal(pool: Pool): (token: string) => Promise<void> {
  const seen = new Map<string, number>();

  return async (token) => {
    const now = Date.now();
    if ((seen.get(token) ?? 0) > now - dayInMs) return;
    if (seen.size >= remembered) seen.clear();
    seen.set(token, now);
    await pool.query(
      `update session set "updatedAt" = now(),
         "expiresAt" = least(now() + make_interval(days => $2), "createdAt" + make_interval(days => $3))
       where token = $1 and "expiresAt" > now() and "updatedAt" <= now() - interval '1 day'`,
      [token, sessionDays, renewalDays],
    );
  };
}
