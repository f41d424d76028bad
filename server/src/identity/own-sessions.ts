import type { Caller, Context } from "./context.ts";
import { requirePerson } from "./context.ts";
import { IdentityError } from "./errors.ts";
import { describeUserAgent, type Device } from "./user-agent.ts";

/** One place where somebody is signed in; never its token. */
export interface OwnSession extends Device {
  id: string;
  current: boolean;
  createdAt: Date;
  /** Right to the day: renewing writes no more often. */
  lastSeen: Date;
}

export function ownSessions(context: Context) {
  const { pool } = context;
  return {
    /** The current one first, then the ones used last. */
    async listSessions(caller: Caller): Promise<OwnSession[]> {
      const person = await requirePerson(context, caller);
      const { rows } = await pool.query<Omit<OwnSession, keyof Device> & { userAgent: string }>(
        `select id, id = $2 as current, "createdAt", "updatedAt" as "lastSeen", coalesce("userAgent", '') as "userAgent"
         from session where "userId" = $1 and "expiresAt" > now() order by current desc, "updatedAt" desc, id`,
        [person.id, person.sessionId],
      );
      return rows.map(({ userAgent, ...row }) => ({ ...row, ...describeUserAgent(userAgent) }));
    },

    /** @throws {IdentityError} UNAUTHENTICATED · NOT_FOUND, the same for somebody else's and for one that has ended */
    async endSession(caller: Caller, id: string): Promise<void> {
      const person = await requirePerson(context, caller);
      const ended = await pool.query(
        `delete from session where id = $1 and "userId" = $2 and "expiresAt" > now()`,
        [id, person.id],
      );
      if (ended.rowCount === 0) throw new IdentityError("NOT_FOUND");
    },

    /** @returns how many have ended */
    async endOtherSessions(caller: Caller): Promise<number> {
      const person = await requirePerson(context, caller);
      const ended = await pool.query<{ live: boolean }>(
        `delete from session where "userId" = $1 and id <> $2 returning "expiresAt" > now() as live`,
        [person.id, person.sessionId],
      );
      return ended.rows.filter(({ live }) => live).length;
    },
  };
}
