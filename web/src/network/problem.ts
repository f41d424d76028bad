import { CombinedGraphQLErrors } from "@apollo/client/errors";
import { isErrorCode } from "@toetssteen/contract";
import type { ErrorCode } from "@toetssteen/contract";

/** What went wrong: a code the server gave, or no (intelligible) answer at all. */
export type Problem = ErrorCode | "NO_CONNECTION";

/** The address is fine and so is the connection, but this person has no hat there. */
export class NoHat extends Error {
  override readonly name = "NoHat";
}

/** Thrown where the server's refusal isn't an error of GraphQL. */
export class Refused extends Error {
  override readonly name = "Refused";
  constructor(
    readonly code: ErrorCode,
    /** Seconds until trying again makes sense, where the server said so. */
    readonly retryAfter: number | null = null,
  ) {
    super(code);
  }
}

export function problemOf(error: unknown): Problem {
  if (error instanceof NoHat) return "FORBIDDEN";
  if (error instanceof Refused) return error.code;
  if (CombinedGraphQLErrors.is(error)) {
    const code: unknown = error.errors[0]?.extensions?.["code"];
    return isErrorCode(code) ? code : "INTERNAL";
  }
  const status = statusOf(error);
  if (status === null) return isProgrammingError(error) ? "INTERNAL" : "NO_CONNECTION";
  return status === 502 || status === 503 || status === 504 ? "BUSY" : "INTERNAL";
}

/** What the server says is wrong with one field: where, what would be right, and who was named and has left. */
export interface FieldIssue {
  readonly path: string;
  readonly message: string;
  readonly left?: string;
}

export function issuesOf(error: unknown): readonly FieldIssue[] {
  if (!CombinedGraphQLErrors.is(error)) return [];
  const issues: unknown = error.errors[0]?.extensions?.["issues"];
  return Array.isArray(issues) ? (issues as FieldIssue[]) : [];
}

function statusOf(error: unknown): number | null {
  const status: unknown = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === "number" ? status : null;
}

/** `fetch` reports a lost connection as a TypeError too, so only those with another cause are ours. */
function isProgrammingError(error: unknown): boolean {
  if (!(error instanceof Error)) return true;
  if (error.name === "AbortError" || error.name === "TimeoutError") return false;
  return !(error instanceof TypeError && /fetch|network|load failed/i.test(error.message));
}
