import pg from "pg";
import { enqueueAccountMail } from "../jobs/enqueue.ts";
import { longestSilenceInMs } from "../persistence/source.ts";
import { accounts } from "./accounts.ts";
import type { Context } from "./context.ts";
import { readSessionCookie } from "./cookie.ts";
import { createCounter } from "./counter.ts";
import { createDevices } from "./devices.ts";
import { invitations } from "./invitations.ts";
import { createBackground, type SendMail } from "./mail.ts";
import { createAuth } from "./options.ts";
import { ownPassword } from "./own-password.ts";
import { ownSessions } from "./own-sessions.ts";
import { createRecoveryCodes } from "./recovery-codes.ts";
import { createRenewal } from "./renewal.ts";
import { secondFactor } from "./second-factor.ts";
import { signingIn } from "./sign-in.ts";
import { startSweeping } from "./sweep.ts";
import { createThrottle } from "./throttle.ts";

/** Who is who: accounts, passwords, sessions. Which rows a person sees is not decided here. */
export interface Identity
  extends
    ReturnType<typeof signingIn>,
    ReturnType<typeof accounts>,
    ReturnType<typeof ownPassword>,
    ReturnType<typeof ownSessions>,
    ReturnType<typeof secondFactor>,
    ReturnType<typeof invitations> {
  readonly publicUrl: string;
  /** Its connections, to be counted. */
  readonly pool: Pick<pg.Pool, "totalCount" | "idleCount" | "waitingCount">;
  /** The signed session token of a request; whether it still counts is the database's business. */
  readToken(cookieHeader: string | undefined): string | null;
  /** For after the reply; writes at most once a day per session. */
  renewSession(token: string): Promise<void>;
  ready(): Promise<void>;
  /** After what still goes on behind replies that were given. */
  close(): Promise<void>;
}

/**
 * @param input.databaseUrl as the identity role, whose search path is the schema `identity`
 * @param input.secret at least 32 characters; changing it ends sessions and makes second factors unreadable
 * @param input.publicUrl the origin that people see
 * @param input.poolSize most connections
 * @param input.sendMail puts mail into the queue unless given
 * @param input.report hears of what fails behind a reply
 */
export function createIdentity(input: {
  databaseUrl: string;
  secret: string;
  publicUrl: string;
  poolSize?: number;
  sendMail?: SendMail;
  report?: (error: unknown) => void;
}): Identity {
  const { secret, publicUrl } = input;
  const pool = new pg.Pool({
    connectionString: input.databaseUrl,
    max: input.poolSize ?? 4,
    connectionTimeoutMillis: 5_000,
    query_timeout: longestSilenceInMs,
    application_name: "toetssteen identity",
  });
  // Without a listener the loss of an idle connection would end the process; the pool replaces it by itself.
  pool.on("error", () => {});
  // The same for one that better-auth holds: it doesn't listen to it.
  pool.on("connect", (client) => client.on("error", () => {}));
  const sweeping = startSweeping(pool);
  const context: Context = {
    pool,
    secret,
    publicUrl,
    auth: createAuth({ pool, secret, publicUrl }),
    passwords: createThrottle(pool, secret, "password"),
    codes: createThrottle(pool, secret, "code"),
    counter: createCounter(pool, secret),
    devices: createDevices({ secret, publicUrl }),
    recoveryCodes: createRecoveryCodes(secret),
    background: createBackground(input.report ?? (() => {})),
    sendMail: input.sendMail ?? ((mail) => enqueueAccountMail(pool, mail)),
  };
  const renewal = createRenewal(pool);

  return {
    publicUrl,
    pool,
    ...signingIn(context),
    ...accounts(context),
    ...ownPassword(context),
    ...ownSessions(context),
    ...secondFactor(context),
    ...invitations(context),
    readToken: (cookieHeader) => readSessionCookie(cookieHeader, secret, publicUrl),
    renewSession: (token) => renewal.renew(token),

    async ready() {
      await pool.query("select from session limit 1");
    },
    async close() {
      sweeping.stop();
      await context.background.end();
      await renewal.end();
      await pool.end();
    },
  };
}
