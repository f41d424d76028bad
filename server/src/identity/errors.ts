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

export type IdentityErrorCode =
  | "INVALID_INPUT"
  | "INVALID_CREDENTIALS"
  | "TOO_MANY_ATTEMPTS"
  | "FOREIGN_ORIGIN"
  | "ACCOUNT_EXISTS";
