import { useState } from "react";
import { problemOf, Refused } from "./features/identity/problem.ts";
import type { Problem } from "./features/identity/problem.ts";

/** Why something that was sent didn't happen. A new one for each attempt. */
export interface Failure {
  readonly problem: Problem;
  /** Seconds until trying again makes sense, where the server said so. */
  readonly retryAfter: number | null;
}

export interface Submission {
  readonly isBusy: boolean;
  readonly failure: Failure | null;
  /** Does it, unless it is being done already. What it throws becomes the failure. */
  readonly submit: (work: () => Promise<unknown>) => void;
}

/** Sending a form: once at a time, and what went wrong. It stays busy after `leaving`, while the next page comes. */
export function useSubmission(): Submission {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const attempt = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setFailure(null);
    try {
      if ((await work()) === leaving) return;
    } catch (error) {
      const retryAfter = error instanceof Refused ? error.retryAfter : null;
      setFailure({ problem: problemOf(error), retryAfter });
    }
    setBusy(false);
  };

  return { isBusy, failure, submit: (work) => void (isBusy || attempt(work)) };
}

/** What the work gives when a new document is on its way. */
export const leaving = Symbol("leaving");
