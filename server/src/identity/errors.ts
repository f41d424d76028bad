import type { ErrorCode } from "@toetssteen/contract";
import { APIError } from "better-auth";

/** A refusal that the person may know about. */
export class IdentityError extends Error {
  override readonly name = "IdentityError";
  readonly code: IdentityErrorCode;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter: number | undefined;

  constructor(code: IdentityErrorCode, retryAfter?: number) {
    super(code);
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** ACCOUNT_EXISTS is for the code that invites: said over HTTP, it would tell who has an account. */
export type IdentityErrorCode =
  | Extract<
      ErrorCode,
      | "UNAUTHENTICATED"
      | "NOT_FOUND"
      | "INVALID_INPUT"
      | "INVALID_CREDENTIALS"
      | "INVALID_CODE"
      | "WRONG_PASSWORD"
      | "TOO_MANY_ATTEMPTS"
      | "SIGN_IN_AGAIN"
      | "SIGN_IN_FIRST"
      | "LINK_EXPIRED"
      | "SECOND_FACTOR_CHANGED"
      | "ACCOUNT_BLOCKED"
      | "FOREIGN_ORIGIN"
    >
  | "ACCOUNT_EXISTS";

/** For `.catch()` on a call to better-auth: its code or status → ours; anything else stays a fault. */
export function refusing(
  codes: Readonly<Record<string, IdentityErrorCode>>,
): (error: unknown) => never {
  return (error) => {
    if (error instanceof APIError) {
      const code = codes[error.body?.code ?? ""] ?? codes[String(error.status)];
      if (code) throw new IdentityError(code);
    }
    throw error;
  };
}
