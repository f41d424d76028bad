import type { Pool } from "pg";
import { createCounter, type Limit } from "./counter.ts";
import { networkOf } from "./network.ts";

interface Limits {
  personAtAddress: Limit;
  address: Limit;
  person: Limit;
}

/**
 * Attempts that fail, per window. A library shares one address and guesses badly on Monday mornings, so the limit per
 * address is wide; who signed in from an address lately is held to the narrow first limit only. So neither a neighbour
 * nor an attacker elsewhere can lock somebody out of the place they work from.
 *
 * A code has six digits of which three sets are right at any moment, so guesses at it are few and a person's count for
 * a day: from elsewhere a chance of 1 in 16,000 a day, and only for who has the password.
 */
const limits = {
  password: {
    personAtAddress: { attempts: 10, seconds: 15 * 60 },
    address: { attempts: 100, seconds: 15 * 60 },
    person: { attempts: 30, seconds: 60 * 60 },
  },
  code: {
    personAtAddress: { attempts: 8, seconds: 60 * 60 },
    address: { attempts: 100, seconds: 15 * 60 },
    person: { attempts: 20, seconds: 24 * 60 * 60 },
  },
} as const satisfies Record<string, Limits>;

const familiarDays = 90;

export interface Attempt {
  /** Mail address in lower case, or id. */
  person: string;
  /** IPv4 or IPv6. */
  address: string;
}

export interface Throttle {
  /**
   * Counts the attempt before the secret is looked at: a thousand at once must not all pass one old count.
   *
   * @returns what to call when the secret was right: it gives the attempt back and remembers that this person works
   * from this address
   * @throws {IdentityError} TOO_MANY_ATTEMPTS
   */
  take(attempt: Attempt): Promise<() => Promise<void>>;
}

/** @param secretKind what is guessed at */
export function createThrottle(
  pool: Pool,
  secret: string,
  secretKind: keyof typeof limits = "password",
): Throttle {
  const counter = createCounter(pool, secret);
  const limit = limits[secretKind];

  return {
    async take({ person, address }) {
      const network = networkOf(address);
      const here = counter.key(secretKind, "person at address", person, network);
      const familiar = counter.key(secretKind, "familiar", person, network);
      const shared = {
        address: counter.key(secretKind, "address", network),
        person: counter.key(secretKind, "person", person),
      };

      // Who is stopped by the first limit doesn't use up the ones shared with others.
      await counter.count(here, limit.personAtAddress);
      const known = await pool.query("select from throttle where key = $1 and until > now()", [
        familiar,
      ]);
      const taken = known.rowCount ? [] : (["address", "person"] as const);
      for (const name of taken) await counter.count(shared[name], limit[name]);

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
