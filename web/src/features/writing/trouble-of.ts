import type { Problem } from "../../network/problem.ts";
import type { Trouble } from "./draft.ts";

/** What a problem means for a text that was being saved. */
export function troubleOf(problem: Problem): Trouble {
  switch (problem) {
    case "NO_CONNECTION":
    case "BUSY":
    case "INTERNAL":
    case "TOO_MANY_ATTEMPTS":
    case "STORAGE_UNAVAILABLE":
      return "connection";
    case "UNAUTHENTICATED":
    case "INVALID_CREDENTIALS":
    case "SIGN_IN_AGAIN":
    case "SIGN_IN_FIRST":
      return "signed-out";
    case "INVALID_INPUT":
      return "invalid";
    case "UNKNOWN_DOCUMENT":
    case "INVALID_DOCUMENT":
      return "outdated";
    case "FORBIDDEN":
    case "NOT_FOUND":
    case "NOT_APPLICABLE":
    case "NOT_ANSWERED":
    case "NOTHING_WRITTEN":
    case "NOTHING_CHANGED":
    case "ID_TAKEN":
    case "TOO_MANY_MAILS":
    case "CONFLICT_OF_INTEREST":
    case "UPLOAD_INCOMPLETE":
    case "UPLOAD_CLOSED":
    case "FILE_NOT_ALLOWED":
    case "PRINT_TOO_LARGE":
    case "FILE_MISNAMED":
    case "FILE_LOST":
    case "FILE_NOT_READY":
    case "FILE_INFECTED":
    case "LAST_ADMINISTRATOR":
    case "INVITATION_CLOSED":
    case "INVALID_CODE":
    case "WRONG_PASSWORD":
    case "LINK_EXPIRED":
    case "SECOND_FACTOR_CHANGED":
    case "ACCOUNT_BLOCKED":
    case "FOREIGN_ORIGIN":
      return "refused";
  }
}
