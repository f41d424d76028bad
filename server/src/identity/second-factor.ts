import type { Caller, Context, Person } from "./context.ts";
import { headersForSession, requirePerson } from "./context.ts";
import { findCookie, sessionCookieName } from "./cookie.ts";
import { IdentityError, refusing } from "./errors.ts";
import type { Locale } from "./mail.ts";
import { tellSecondFactorChanged } from "./second-factor-mail.ts";
import { checkSecondFactor, type GivenCode } from "./second-factor-check.ts";

const refuse = refusing({
  UNAUTHORIZED: "UNAUTHENTICATED",
  INVALID_PASSWORD: "WRONG_PASSWORD",
  TOTP_ALREADY_ENABLED: "SECOND_FACTOR_CHANGED",
});

/** Turning the second step of signing in on and off. */
export function secondFactor(context: Context) {
  const { auth, pool, recoveryCodes } = context;

  async function requireState(caller: Caller, on: boolean): Promise<Person> {
    const person = await requirePerson(context, caller);
    if (person.secondFactor !== on) throw new IdentityError("SECOND_FACTOR_CHANGED");
    return person;
  }

  async function checkPassword(caller: Caller, person: Person, password: string): Promise<void> {
    const succeed = await context.passwords.take({
      person: person.email,
      address: caller.address,
      device: person.sessionId,
    });
    await auth.api
      .verifyPassword({ body: { password }, headers: headersForSession(caller, context.publicUrl) })
      .catch(refuse);
    await succeed();
  }

  async function checkCode(caller: Caller, person: Person, given: GivenCode): Promise<string[]> {
    const succeed = await context.codes.take({
      person: person.id,
      address: caller.address,
      device: person.sessionId,
    });
    const headers = headersForSession(caller, context.publicUrl);
    const cookies = await checkSecondFactor(context, headers, person.id, given);
    await succeed();
    return cookies;
  }

  /** Those that were opened with the password alone: who had only that must not stay in. */
  async function endSessionsBut(person: Person, cookies: readonly string[]): Promise<void> {
    const name = sessionCookieName(context.publicUrl);
    const opened = cookies.flatMap((cookie) => findCookie(cookie, name)?.split(".")[0] ?? []);
    await pool.query(
      `delete from session where "userId" = $1 and not
         case when cardinality($2::text[]) = 0 then id = $3 else token = any ($2) end`,
      [person.id, opened, person.sessionId],
    );
  }

  async function replaceRecoveryCodes(person: Person): Promise<string[]> {
    const codes = recoveryCodes.make();
    await pool.query(`update "twoFactor" set "backupCodes" = $2 where "userId" = $1`, [
      person.id,
      recoveryCodes.encode(JSON.stringify(codes)),
    ]);
    return codes;
  }

  return {
    /**
     * Nothing changes for the person until a code from the app has come back.
     *
     * @throws {IdentityError} UNAUTHENTICATED · WRONG_PASSWORD · SECOND_FACTOR_CHANGED · TOO_MANY_ATTEMPTS
     */
    async startSecondFactor(
      caller: Caller,
      { password }: { password: string },
    ): Promise<{ uri: string; secret: string }> {
      const person = await requireState(caller, false);
      await checkPassword(caller, person, password);
      const started = await auth.api
        .enableTwoFactor({
          body: { password, method: "totp" },
          headers: headersForSession(caller, context.publicUrl),
        })
        .catch(refuse);
      if (started.method !== "totp") throw new TypeError("better-auth started another factor");
      const secret = new URL(started.totpURI).searchParams.get("secret");
      if (!secret) throw new TypeError("better-auth gave no secret");
      return { uri: started.totpURI, secret };
    },

    /**
     * Ends every other session.
     *
     * @throws {IdentityError} UNAUTHENTICATED · INVALID_CODE · SECOND_FACTOR_CHANGED · TOO_MANY_ATTEMPTS
     */
    async confirmSecondFactor(
      caller: Caller,
      given: { code: string },
      locale: Locale,
    ): Promise<{ recoveryCodes: string[]; cookies: string[] }> {
      const person = await requireState(caller, false);
      const cookies = await checkCode(caller, person, given);
      await endSessionsBut(person, cookies);
      const codes = await replaceRecoveryCodes(person);
      tellSecondFactorChanged(context, person, locale, "turned-on");
      return { recoveryCodes: codes, cookies };
    },

    /** @throws {IdentityError} UNAUTHENTICATED · WRONG_PASSWORD · INVALID_CODE · SECOND_FACTOR_CHANGED · TOO_MANY_ATTEMPTS */
    async renewRecoveryCodes(
      caller: Caller,
      { password, ...given }: { password: string; code: string },
      locale: Locale,
    ): Promise<{ recoveryCodes: string[] }> {
      const person = await requireState(caller, true);
      await checkPassword(caller, person, password);
      await checkCode(caller, person, given);
      const codes = await replaceRecoveryCodes(person);
      tellSecondFactorChanged(context, person, locale, "recovery-codes-renewed");
      return { recoveryCodes: codes };
    },

    /** @throws {IdentityError} UNAUTHENTICATED · WRONG_PASSWORD · INVALID_CODE · SECOND_FACTOR_CHANGED · TOO_MANY_ATTEMPTS */
    async disableSecondFactor(
      caller: Caller,
      { password, ...given }: { password: string } & GivenCode,
      locale: Locale,
    ): Promise<{ cookies: string[] }> {
      const person = await requireState(caller, true);
      await checkPassword(caller, person, password);
      await checkCode(caller, person, given);
      const { headers } = await auth.api
        .disableTwoFactor({
          body: { password },
          headers: headersForSession(caller, context.publicUrl),
          returnHeaders: true,
        })
        .catch(refuse);
      tellSecondFactorChanged(context, person, locale, "turned-off");
      return { cookies: headers.getSetCookie() };
    },
  };
}
