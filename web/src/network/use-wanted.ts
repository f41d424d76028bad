import { useEffect, useEffectEvent, useState } from "react";
import { reloadForRelease } from "./new-release.ts";
import { failureOf } from "./use-submission.ts";
import type { Failure } from "./use-submission.ts";

export interface Wanted<T> {
  /** What was asked for; null until it is here. */
  readonly come: T | null;
  /** Show it where somebody asked, with `FailureAlert`. */
  readonly failure: Failure | null;
  /** Asks again, after it failed. */
  readonly again: () => void;
}

/**
 * Code, and what it needs, from the moment that somebody wants it. Where a newer release took the code away, the page is
 * loaded anew, unless that would lose something that was typed.
 * @param get such as `load` of a `Part`
 * @param byItself for what nobody clicks for: it asks again when the connection is back
 */
export function useWanted<T>(
  get: () => Promise<T>,
  isWanted: boolean,
  { byItself = false } = {},
): Wanted<T> {
  const [come, setCome] = useState<{ readonly it: T } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [attempt, setAttempt] = useState(0);
  const ask = useEffectEvent(get);
  const isThere = come !== null;
  useEffect(() => {
    if (!isWanted || isThere) return undefined;
    let isShown = true;
    ask().then(
      (it) => {
        if (!isShown) return;
        setFailure(null);
        setCome({ it });
      },
      (error: unknown) => {
        if (!isShown) return;
        const why = failureOf(error);
        if (why.problem === "UNKNOWN_DOCUMENT" && reloadForRelease()) return;
        setFailure(why);
      },
    );
    return () => {
      isShown = false;
    };
  }, [isWanted, isThere, attempt]);
  const again = () => {
    setFailure(null);
    setAttempt((count) => count + 1);
  };
  const askAgain = useEffectEvent(again);
  const isLate = byItself && failure !== null;
  useEffect(() => {
    if (!isLate) return undefined;
    window.addEventListener("online", askAgain);
    return () => window.removeEventListener("online", askAgain);
  }, [isLate]);
  return {
    come: isWanted ? (come?.it ?? null) : null,
    failure: isWanted ? failure : null,
    again,
  };
}
