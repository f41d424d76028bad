import type { Pool } from "pg";
import { createCounter, type Limit } from "./counter.ts";
import { IdentityError } from "./errors.ts";
import { networkOf } from "../addresses/network.ts";

interface Limits {
  personAtAddress: Limit;
  address: Limit;
  person: Limit;
}

/**
 * Attempts that fail, per window. A library shares one address and guesses badly on Monday mornings, so the limit per
 * address is wide; who signed in from an address lately is held to the narrow first limit only, so that nobody elsewhere
 * can lock them out of the place they work from. On a device where they signed in before their attempts are counted
 * apart, so that no neighbour behind the same address can either.
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
  /** Known to be this person's: a device that they signed in on before, or their session. */
  device?: string | null;
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
    async take({ person, address, device = null }) {
      const network = networkOf(address);
      const here =
        device === null
          ? counter.key(secretKind, "person at address", person, network)
          : counter.key(secretKind, "person on device", person, device);
      const familiar = counter.key(secretKind, "familiar", person, network);
      const shared = {
        address: counter.key(secretKind, "address", network),
        person: counter.key(secretKind, "person", person),
      };

      const known = await pool.query<{ key: string; count: number; seconds: number }>(
        `select key, count, ceil(extract(epoch from until - now()))::integer as seconds
         from throttle where key = any($1) and until > now()`,
        [[familiar, shared.address]],
      );
      const isFamiliar = device !== null || known.rows.some(({ key }) => key === familiar);
      // Whom it stops anyway leaves no row for each name that they try.
      const used = known.rows.find(({ key }) => key === shared.address);
      if (!isFamiliar && used && used.count > limit.address.attempts)
        throw new IdentityError("TOO_MANY_ATTEMPTS", used.seconds);
      // Who is stopped by the first limit doesn't use up the ones shared with others.
      await counter.count(here, limit.personAtAddress);
      const taken = isFamiliar ? [] : (["address", "person"] as const);
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
