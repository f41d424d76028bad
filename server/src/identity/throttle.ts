import { createHmac } from "node:crypto";
import { isIPv6 } from "node:net";
import type { Pool } from "pg";
import { deriveKey } from "../persistence/derived-role.ts";
import { IdentityError } from "./errors.ts";

/**
 * Attempts that fail, per window. A library shares one address and guesses badly on Monday mornings, so the limit per
 * address is wide; who signed in from an address lately is held to the narrow first limit only. So neither a neighbour
 * nor an attacker elsewhere can lock somebody out of the place they work from.
 */
const limits = {
  personAtAddress: { attempts: 10, seconds: 15 * 60 },
  address: { attempts: 100, seconds: 15 * 60 },
  person: { attempts: 30, seconds: 60 * 60 },
} as const;

const familiarDays = 90;

export interface Attempt {
  /** In lower case. */
  email: string;
  /** IPv4 or IPv6. */
  address: string;
}

export interface Throttle {
  /**
   * Counts the attempt before the password is looked at: a thousand at once must not all pass one old count.
   *
   * @returns what to call when the password was right: it gives the attempt back and remembers that this person works
   * from this address
   * @throws {IdentityError} TOO_MANY_ATTEMPTS
   */
  take(attempt: Attempt): Promise<() => Promise<void>>;
}

/** Counts in the database, because several servers answer the same attacker. */
export function createThrottle(pool: Pool, secret: string): Throttle {
  const hmacKey = deriveKey(secret, "throttle");
  const digest = (...parts: string[]) =>
    createHmac("sha256", hmacKey).update(JSON.stringify(parts)).digest("base64url");

  async function count(key: string, limit: { attempts: number; seconds: number }): Promise<void> {
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
  }

  return {
    async take({ email, address }) {
      const network = networkOf(address);
      const here = digest("person at address", email, network);
      const familiar = digest("familiar", email, network);
      const shared = { address: digest("address", network), person: digest("person", email) };

      // Who is stopped by the first limit doesn't use up the ones shared with others.
      await count(here, limits.personAtAddress);
      const known = await pool.query("select from throttle where key = $1 and until > now()", [
        familiar,
      ]);
      const taken = known.rowCount ? [] : (["address", "person"] as const);
      for (const name of taken) await count(shared[name], limits[name]);

      return async () => {
        for (const name of taken) {
          await pool.query("update throttle set count = greatest(count - 1, 0) where key = $1", [
            shared[name],
          ]);
        }
        await pool.query("delete from throttle where key = $1", [here]);
        await pool.query(
          `insert into throttle (key, count, until) values ($1, 0, now() + make_interval(days => $2))
           on conflict (key) do update set until = excluded.until`,
          [familiar, familiarDays],
        );
      };
    },
  };
}

/** One household or office: an IPv4 address, or the /64 that one subscriber gets in IPv6. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!isIPv6(address)) return address;
  const [head = "", tail] = (address.split("%")[0] ?? "").split("::");
  const left = head ? head.split(":") : [];
  const right = tail ? tail.split(":") : [];
  const missing = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array<string>(missing).fill("0"), ...right];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}
