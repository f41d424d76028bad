import { useState } from "react";
import { issuesOf, problemOf, Refused } from "./problem.ts";
import type { FieldIssue, Problem } from "./problem.ts";

/** Why something that was sent didn't happen. A new one for each attempt. */
export interface Failure {
  readonly problem: Problem;
  /** Seconds until trying again makes sense, where the server said so. */
  readonly retryAfter: number | null;
  /** What is wrong with which field, where the server said so. */
  readonly issues?: readonly FieldIssue[];
}

export interface Submission {
  readonly isBusy: boolean;
  readonly failure: Failure | null;
  /** Does it, unless it is being done already. What it throws becomes the failure. */
  readonly submit: (work: () => Promise<unknown>) => void;
  /** The same, for who goes on when it was done. @returns whether it was */
  readonly attempt: (work: () => Promise<unknown>) => Promise<boolean>;
}

/** Sending something: once at a time, and what went wrong. It stays busy after `leaving`, while the next page comes. */
export function useSubmission(): Submission {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
    if (isBusy) return false;
    setBusy(true);
    setFailure(null);
    try {
      if ((await work()) !== leaving) setBusy(false);
      return true;
    } catch (error) {
      setFailure(failureOf(error));
      setBusy(false);
      return false;
    }
  };

  return { isBusy, failure, attempt, submit: (work) => void attempt(work) };
}

export function failureOf(error: unknown): Failure {
  const retryAfter = error instanceof Refused ? error.retryAfter : null;
  return { problem: problemOf(error), retryAfter, issues: issuesOf(error) };
}

/** What the work gives when a new document is on its way. */
export const leaving = Symbol("leaving");
