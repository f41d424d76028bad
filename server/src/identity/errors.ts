import type { ErrorCode } from "@toetssteen/contract";

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
      "INVALID_INPUT" | "INVALID_CREDENTIALS" | "TOO_MANY_ATTEMPTS" | "FOREIGN_ORIGIN"
    >
  | "ACCOUNT_EXISTS";
