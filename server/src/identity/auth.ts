import { isIP } from "node:net";
import { APIError, betterAuth } from "better-auth";
import pg from "pg";
import { readSessionToken, sessionCookieName } from "./cookie.ts";
import { IdentityError } from "./errors.ts";
import { newAccount } from "./input.ts";
import { addressHeader, authOptions } from "./options.ts";
import { hashPassword } from "./password.ts";
import { createRenewal } from "./renewal.ts";
import { startSweeping } from "./sweep.ts";
import { createThrottle } from "./throttle.ts";

export interface SignedIn {
  user: { id: string; name: string; email: string };
  cookies: string[];
}

/** Who is who: accounts, passwords, sessions. Which rows a person sees is not decided here. */
export interface Identity {
  readonly publicUrl: string;
  /** @throws {IdentityError} INVALID_CREDENTIALS, the same for known and unknown addresses; TOO_MANY_ATTEMPTS */
  signIn(input: {
    email: string;
    password: string;
    address: string;
    userAgent: string | undefined;
  }): Promise<SignedIn>;
  /** Ends the session and returns the cookies that forget it. */
  signOut(cookieHeader: string | undefined): Promise<string[]>;
  /**
   * Accounts come from invitations and operators only; nobody signs up by themselves.
   * @throws {IdentityError} INVALID_INPUT · ACCOUNT_EXISTS
   */
  createAccount(input: { email: string; name: string; password: string }): Promise<{ id: string }>;
  /** The signed session token of a request; whether it still counts is the database's business. */
  readToken(cookieHeader: string | undefined): string | null;
  /** For after the reply; writes at most once a day per session. */
  renewSession(token: string): Promise<void>;
  ready(): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param input.databaseUrl as the identity role, whose search path is the schema `identity`
 * @param input.secret at least 32 characters
 * @param input.publicUrl the origin that people see
 */
export function createIdentity(input: {
  databaseUrl: string;
  secret: string;
  publicUrl: string;
}): Identity {
  const { secret, publicUrl } = input;
  const pool = new pg.Pool({
    connectionString: input.databaseUrl,
    max: 4,
    connectionTimeoutMillis: 5_000,
    application_name: "toetssteen identity",
  });
  // Without a listener the loss of an idle connection would end the process; the pool replaces it by itself.
  pool.on("error", () => {});
  const auth = betterAuth(authOptions({ pool, secret, publicUrl }));
  const throttle = createThrottle(pool, secret);
  const sweeping = startSweeping(pool);
  const cookieName = sessionCookieName(publicUrl);
  const readToken = (cookieHeader: string | undefined) =>
    readSessionToken(cookieHeader, secret, cookieName);

  return {
    publicUrl,
    readToken,
    renewSession: createRenewal(pool),

    async signIn({ email, password, address, userAgent = "" }) {
      const succeed = await throttle.take({ email, address });
      const headers = new Headers({ "user-agent": userAgent.slice(0, 300) });
      if (isIP(address)) headers.set(addressHeader, address);
      const { headers: reply, response } = await auth.api
        .signInEmail({ body: { email, password }, headers, returnHeaders: true })
        .catch(refuseCredentials);
      await succeed();
      const { user } = response;
      return {
        user: { id: user.id, name: user.name, email: user.email },
        cookies: reply.getSetCookie(),
      };
    },

    async signOut(cookieHeader = "") {
      const token = readToken(cookieHeader);
      // better-auth's sign-out answers "done" when the row could not be deleted; this one fails aloud.
      if (token) await pool.query("delete from session where token = $1", [token]);
      const { headers } = await auth.api.signOut({
        headers: new Headers({ cookie: cookieHeader }),
        returnHeaders: true,
      });
      return headers.getSetCookie();
    },

    async createAccount(account) {
      const parsed = newAccount.safeParse(account);
      if (!parsed.success) throw new IdentityError("INVALID_INPUT");
      const { email, name, password } = parsed.data;
      const created = await pool.query<{ id: string }>(
        `with person as (
           insert into "user" (name, email) values ($1, $2) on conflict (email) do nothing returning id
         )
         insert into account ("userId", "accountId", "providerId", password)
         select id, id, 'credential', $3 from person returning "userId" as id`,
        [name, email, await hashPassword(password)],
      );
      const [person] = created.rows;
      if (!person) throw new IdentityError("ACCOUNT_EXISTS");
      return person;
    },

    async ready() {
      await pool.query("select 1");
    },
    async close() {
      sweeping.stop();
      await pool.end();
    },
  };
}

function refuseCredentials(error: unknown): never {
  if (error instanceof APIError && error.body?.code === "INVALID_EMAIL_OR_PASSWORD") {
    throw new IdentityError("INVALID_CREDENTIALS");
  }
  throw error;
}
