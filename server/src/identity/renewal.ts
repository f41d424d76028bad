import { setTimeout as pause } from "node:timers/promises";
import type { Pool } from "pg";

/** A session counts this long after it was last used. */
export const sessionDays = 14;
/** However often it is used, after this long the person signs in again. */
export const renewalDays = 90;

const dayInMs = 86_400_000;
/** Bounds the memory of which sessions were seen today; forgetting it costs a query that changes nothing. */
const remembered = 10_000;
/** Sessions are gathered this long, in milliseconds, and renewed together: in the morning everybody's are due. */
const gathering = 100;

export interface Renewal {
  /** Moves the end of a session that is in use. @returns once that is written, together with others' */
  renew(token: string): Promise<void>;
  /** After what is under way. */
  end(): Promise<void>;
}

/** One write a day per session; each process asks once a day per session whether it is due. */
export function createRenewal(pool: Pick<Pool, "query">): Renewal {
  const seen = new Map<string, number>();
  let gathered: string[] = [];
  let written: Promise<void> | null = null;

  const write = async () => {
    await pause(gathering);
    const tokens = gathered;
    gathered = [];
    written = null;
    try {
      await pool.query(
        `update session set "updatedAt" = now(),
           "expiresAt" = least(now() + make_interval(days => $2), "createdAt" + make_interval(days => $3))
         where token = any($1) and "expiresAt" > now() and "updatedAt" <= now() - interval '1 day'`,
        [tokens, sessionDays, renewalDays],
      );
    } catch (error) {
      // With the next request of each.
      for (const token of tokens) seen.delete(token);
      throw error;
    }
  };

  return {
    async renew(token) {
      const now = Date.now();
      if ((seen.get(token) ?? 0) > now - dayInMs) return;
      if (seen.size >= remembered) seen.clear();
      seen.set(token, now);
      gathered.push(token);
      await (written ??= write());
    },
    async end() {
      await written?.catch(() => undefined);
    },
  };
}
