/** Code of every error that a person can meet; its texts are in `errors.ts`, which pages don't need before something fails. */
export const errorCodes = [
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "INVALID_INPUT",
  "NOT_APPLICABLE",
  "NOT_ANSWERED",
  "NOTHING_WRITTEN",
  "NOTHING_CHANGED",
  "ID_TAKEN",
  "CONFLICT_OF_INTEREST",
  "UPLOAD_INCOMPLETE",
  "UPLOAD_CLOSED",
  "FILE_NOT_ALLOWED",
  "FILE_MISNAMED",
  "FILE_NOT_READY",
  "FILE_INFECTED",
  "PRINT_TOO_LARGE",
  "FILE_LOST",
  "STORAGE_UNAVAILABLE",
  "LAST_ADMINISTRATOR",
  "INVITATION_CLOSED",
  "INVALID_CREDENTIALS",
  "TOO_MANY_ATTEMPTS",
  "TOO_MANY_MAILS",
  "INVALID_CODE",
  "WRONG_PASSWORD",
  "SIGN_IN_AGAIN",
  "SIGN_IN_FIRST",
  "LINK_EXPIRED",
  "SECOND_FACTOR_CHANGED",
  "ACCOUNT_BLOCKED",
  "FOREIGN_ORIGIN",
  "UNKNOWN_DOCUMENT",
  "INVALID_DOCUMENT",
  "BUSY",
  "INTERNAL",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

const known: ReadonlySet<unknown> = new Set(errorCodes);

export function isErrorCode(code: unknown): code is ErrorCode {
  return known.has(code);
}
