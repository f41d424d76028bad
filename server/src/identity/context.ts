import { isIP } from "node:net";
import type { Pool } from "pg";
import { earlierCookieName, findCookie, readSessionCookie, sessionCookieName } from "./cookie.ts";
import type { Counter } from "./counter.ts";
import type { Devices } from "./devices.ts";
import { IdentityError } from "./errors.ts";
import type { Background, SendMail } from "./mail.ts";
import { addressHeader, type Auth } from "./options.ts";
import type { RecoveryCodes } from "./recovery-codes.ts";
import type { Throttle } from "./throttle.ts";

/** What the parts of identity work with. */
export interface Context {
  readonly pool: Pool;
  readonly auth: Auth;
  readonly secret: string;
  readonly publicUrl: string;
  readonly passwords: Throttle;
  readonly codes: Throttle;
  readonly counter: Counter;
  readonly devices: Devices;
  readonly recoveryCodes: RecoveryCodes;
  readonly sendMail: SendMail;
  readonly background: Background;
}

/** Where a request comes from. */
export interface Caller {
  /** The header `Cookie`. */
  cookie?: string | undefined;
  /** IPv4 or IPv6. */
  address: string;
  userAgent?: string | undefined;
}

/** Who is signed in. */
export interface Person {
  id: string;
  name: string;
  email: string;
  sessionId: string;
  /** Whether signing in asks for a second factor. */
  secondFactor: boolean;
}

/** @throws {IdentityError} UNAUTHENTICATED */
export async function requirePerson(context: Context, caller: Caller): Promise<Person> {
  const token = readSessionCookie(caller.cookie, context.secret, context.publicUrl);
  if (!token) throw new IdentityError("UNAUTHENTICATED");
  const found = await context.pool.query<Person>(
    `select u.id, u.name, u.email, s.id as "sessionId", u."twoFactorEnabled" as "secondFactor"
     from session s join "user" u on u.id = s."userId" where s.token = $1 and s."expiresAt" > now()`,
    [token],
  );
  const [person] = found.rows;
  if (!person) throw new IdentityError("UNAUTHENTICATED");
  return person;
}

/**
 * What better-auth hears of a request: this one cookie and no other, because with a session beside a challenge it would
 * check the code of the wrong person.
 */
export function headersFor(caller: Caller, cookieName?: string): Headers {
  const headers = new Headers({ "user-agent": (caller.userAgent ?? "").slice(0, 300) });
  if (isIP(caller.address)) headers.set(addressHeader, caller.address);
  const cookie = cookieName && caller.cookie && findCookie(caller.cookie, cookieName);
  if (cookie) headers.set("cookie", `${cookieName}=${encodeURIComponent(cookie)}`);
  return headers;
}

/** The same with the session's cookie, also where the browser has it under the earlier name. */
export function headersForSession(caller: Caller, publicUrl: string): Headers {
  const name = sessionCookieName(publicUrl);
  const headers = headersFor(caller, name);
  const earlier = earlierCookieName(publicUrl);
  const cookie = earlier && caller.cookie && findCookie(caller.cookie, earlier);
  if (cookie && !headers.has("cookie"))
    headers.set("cookie", `${name}=${encodeURIComponent(cookie)}`);
  return headers;
}
