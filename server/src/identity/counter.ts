import { createHmac } from "node:crypto";
import type { Pool } from "pg";
import { deriveKey } from "../persistence/derived-role.ts";
import { IdentityError } from "./errors.ts";

export interface Limit {
  attempts: number;
  /** From the first attempt on; then counting starts anew. */
  seconds: number;
}

/** Counts in the database, because several servers answer the same attacker. */
export interface Counter {
  /** A digest, so that the table holds neither mail addresses nor network addresses nor codes. */
  key(...parts: readonly string[]): string;
  /** @throws {IdentityError} TOO_MANY_ATTEMPTS */
  count(key: string, limit: Limit): Promise<void>;
  /** True for whoever asks first within the time, false for everybody after. */
  claim(key: string, seconds: number): Promise<boolean>;
}

export function createCounter(pool: Pool, secret: string): Counter {
  const hmacKey = deriveKey(secret, "throttle");
  return {
    key: (...parts) =>
      createHmac("sha256", hmacKey).update(JSON.stringify(parts)).digest("base64url"),

    async count(key, limit) {
      const counted = await pool.query<{ count: number; seconds: number }>(
        `insert into throttle (key, count, until) values ($1, 1, now() + make_interval(secs => $2))
         on conflict (key) do update set
           count = case when throttle.until <= now() then 1 else throttle.count + 1 end,
           until = case when throttle.until <= now() then excluded.until else throttle.until end
         returning count, ceil(extract(epoch from until - now()))::integer as seconds`,
        [key, limit.seconds],
      );
      const [row] = counted.rows;
      if (row && row.count > limit.attempts)
        throw new IdentityError("TOO_MANY_ATTEMPTS", row.seconds);
    },

    async claim(key, seconds) {
      const claimed = await pool.query(
        `insert into throttle (key, count, until) values ($1, 1, now() + make_interval(secs => $2))
         on conflict (key) do update set until = excluded.until where throttle.until <= now()`,
        [key, seconds],
      );
      return claimed.rowCount === 1;
    },
  };
}
