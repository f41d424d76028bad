import type { Caller, Context } from "./context.ts";
import { headersFor } from "./context.ts";
import {
  challengeCookieName,
  earlierCookieName,
  readSessionCookie,
  readSignedCookie,
} from "./cookie.ts";
import { IdentityError, refusing } from "./errors.ts";
import type { Locale } from "./mail.ts";
import { tellSecondFactorChanged } from "./second-factor-mail.ts";
import { checkSecondFactor, recoveryCodesLeft, type GivenCode } from "./second-factor-check.ts";

export interface User {
  id: string;
  name: string;
  email: string;
}

/** `cookies` are headers `Set-Cookie`. */
export interface SignedIn {
  user: User;
  cookies: string[];
}

/** The password was right; there is no session until the second factor is too. */
export interface SecondFactorAsked {
  secondFactor: true;
  cookies: string[];
}

export function signingIn(context: Context) {
  const { auth, pool, secret, publicUrl } = context;
  const challengeCookie = challengeCookieName(publicUrl);

  /** The person whose password was right a moment ago. */
  async function findChallenged(caller: Caller): Promise<User | undefined> {
    const challenge = readSignedCookie(caller.cookie, secret, challengeCookie);
    if (!challenge) return undefined;
    const { internalAdapter } = await auth.$context;
    const kept = await internalAdapter.findVerificationValue(challenge);
    if (!kept || kept.expiresAt < new Date()) return undefined;
    const found = await pool.query<User>(`select id, name, email from "user" where id = $1`, [
      kept.value,
    ]);
    return found.rows[0];
  }

  return {
    /** @throws {IdentityError} INVALID_CREDENTIALS, the same for known and unknown addresses; TOO_MANY_ATTEMPTS */
    async signIn(
      caller: Caller,
      { email, password }: { email: string; password: string },
    ): Promise<SignedIn | SecondFactorAsked> {
      const device = context.devices.find(caller.cookie, email);
      const succeed = await context.passwords.take({
        person: email,
        address: caller.address,
        device,
      });
      const signedIn = await openSession(context, caller, { email, password });
      await succeed();
      return "secondFactor" in signedIn ? signedIn : remembering(context, caller, signedIn);
    },

    /** @throws {IdentityError} INVALID_CODE · SIGN_IN_AGAIN · TOO_MANY_ATTEMPTS */
    async signInSecondFactor(
      caller: Caller,
      given: GivenCode,
      locale: Locale,
    ): Promise<SignedIn & { recoveryCodesLeft?: number }> {
      const user = await findChallenged(caller);
      if (!user) throw new IdentityError("SIGN_IN_AGAIN");
      const device = context.devices.find(caller.cookie, user.email);
      const succeed = await context.codes.take({
        person: user.id,
        address: caller.address,
        device,
      });
      const headers = headersFor(caller, challengeCookie);
      const cookies = await checkSecondFactor(context, headers, user.id, given).catch(
        (error: unknown) => {
          const gone = error instanceof IdentityError && error.code === "SECOND_FACTOR_CHANGED";
          throw gone ? new IdentityError("SIGN_IN_AGAIN") : error;
        },
      );
      await succeed();
      const signedIn = remembering(context, caller, { user, cookies });
      if ("code" in given) return signedIn;
      tellSecondFactorChanged(context, user, locale, "recovery-code-used");
      return { ...signedIn, recoveryCodesLeft: await recoveryCodesLeft(context, user.id) };
    },

    /** Ends the session and returns the cookies that forget it. */
    async signOut(cookieHeader = ""): Promise<string[]> {
      const token = readSessionCookie(cookieHeader, secret, publicUrl);
      // better-auth's sign-out answers "done" when the row could not be deleted; this one fails aloud.
      if (token) await pool.query("delete from session where token = $1", [token]);
      const { headers } = await auth.api.signOut({
        headers: new Headers({ cookie: cookieHeader }),
        returnHeaders: true,
      });
      const earlier = earlierCookieName(publicUrl);
      const forgotten = headers.getSetCookie();
      if (earlier) forgotten.push(`${earlier}=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax`);
      return forgotten;
    },
  };
}

/** Whoever signed in whole has attempts of their own on this device from now on. */
export function remembering(
  { devices }: Context,
  caller: Caller,
  { user, cookies }: SignedIn,
): SignedIn {
  const device = devices.remember(caller.cookie, user.email);
  return { user, cookies: device === null ? cookies : [...cookies, device] };
}

/** Without counting: for who has just proven who they are in another way. */
export async function openSession(
  { auth }: Context,
  caller: Caller,
  credentials: { email: string; password: string },
): Promise<SignedIn | SecondFactorAsked> {
  const { headers, response } = await auth.api
    .signInEmail({ body: credentials, headers: headersFor(caller), returnHeaders: true })
    .catch(refusing({ INVALID_EMAIL_OR_PASSWORD: "INVALID_CREDENTIALS" }));
  const cookies = headers.getSetCookie();
  if ("twoFactorRedirect" in response) return { secondFactor: true, cookies };
  const { id, name, email } = response.user;
  return { user: { id, name, email }, cookies };
}
