import type { Context } from "./context.ts";
import { IdentityError, refusing } from "./errors.ts";

/** Six digits from the app, or one of the codes for when it is gone. */
export type GivenCode = { code: string } | { recoveryCode: string };

/** Longer than better-auth accepts one code: its own half minute and the ones before and after. */
const codeSeconds = 5 * 60;

const refuse = refusing({
  INVALID_CODE: "INVALID_CODE",
  INVALID_BACKUP_CODE: "INVALID_CODE",
  // Two requests with one list of codes at once: the later finds the list changed.
  CONFLICT: "INVALID_CODE",
  INVALID_TWO_FACTOR_COOKIE: "SIGN_IN_AGAIN",
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: "SIGN_IN_AGAIN",
  TOTP_NOT_ENABLED: "SECOND_FACTOR_CHANGED",
  BACKUP_CODES_NOT_ENABLED: "SECOND_FACTOR_CHANGED",
});

/**
 * Checks a code, for the session or the challenge that the headers carry. Counting attempts is the caller's business.
 *
 * @returns headers `Set-Cookie`, where the check opens or replaces a session
 * @throws {IdentityError} INVALID_CODE · SIGN_IN_AGAIN · SECOND_FACTOR_CHANGED
 */
export async function checkSecondFactor(
  context: Context,
  headers: Headers,
  personId: string,
  given: GivenCode,
): Promise<string[]> {
  const { api } = context.auth;
  if ("recoveryCode" in given) {
    const code = context.recoveryCodes.digest(given.recoveryCode);
    const checked = await api
      .verifyBackupCode({ body: { code }, headers, returnHeaders: true })
      .catch(refuse);
    return checked.headers.getSetCookie();
  }
  // better-auth accepts a code as often as it is sent while its time lasts. Whoever read it over a shoulder is late.
  const { counter } = context;
  const first = await counter.claim(counter.key("code", personId, given.code), codeSeconds);
  if (!first) throw new IdentityError("INVALID_CODE");
  const checked = await api
    .verifyTOTP({ body: { code: given.code }, headers, returnHeaders: true })
    .catch(refuse);
  return checked.headers.getSetCookie();
}

/** 0 when there is no second factor. */
export async function recoveryCodesLeft({ pool }: Context, personId: string): Promise<number> {
  const found = await pool.query<{ left: number }>(
    `select json_array_length("backupCodes"::json) as left from "twoFactor" where "userId" = $1 and verified`,
    [personId],
  );
  return found.rows[0]?.left ?? 0;
}
