import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { misfit, releaseQuery, type Release } from "../persistence/release.ts";
import { nobody } from "../tenancy/principal.ts";
import type { Scopes } from "../tenancy/scope.ts";
import { QueueFull } from "../tenancy/turns.ts";

/** Longest time in milliseconds that whoever asks waits for an answer, whatever is asked doesn't answer. */
export const readinessWithin = 2_000;

/** There was no answer in time. */
class TookTooLong extends Error {
  override readonly name = "TookTooLong";
}

/** Scopes that also tell when one of them was last entered. */
export interface HeardScopes extends Scopes {
  /** The same without being heard. */
  readonly unheard: Scopes;
  /** Milliseconds since the database last let a scope in. */
  sinceEntered(): number;
}

export function hear(scopes: Scopes): HeardScopes {
  let enteredAt = -Infinity;
  return {
    unheard: scopes,
    inScope: (options, work) =>
      scopes.inScope(options, (scope) => {
        enteredAt = performance.now();
        return work(scope);
      }),
    sinceEntered: () => performance.now() - enteredAt,
  };
}

/**
 * Whether people can be served: the database lets a scope in, by the statements that every request begins with, on the
 * connections that they use, and is of a release that this program bears. Where all connections are taken, it is enough
 * that somebody just got in: one that serves as much as it can is not away.
 */
export function canServe(scopes: HeardScopes): () => Promise<void> {
  const askRelease = oneAtATime(() =>
    scopes.unheard.inScope(
      { principal: nobody, hat: null, subjects: [], access: "read" },
      async (scope) => ({
        value: (await scope.sql<Release>("release", releaseQuery, []))[0],
        keep: false,
      }),
    ),
  );
  return async () => {
    const found = await within(readinessWithin * 0.9, askRelease()).catch((error: unknown) => {
      const isFull = error instanceof TookTooLong || error instanceof QueueFull;
      if (isFull && scopes.sinceEntered() < readinessWithin) return "busy" as const;
      throw error;
    });
    const why = found === "busy" ? null : misfit(found);
    if (why !== null) throw new Error(why);
  };
}

/** One at a time: who asks while the last answer is awaited waits for the same, so that nothing piles up. */
export function oneAtATime<T>(check: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | undefined;
  return () =>
    (underWay ??= check().finally(() => {
      underWay = undefined;
    }));
}

/** @throws what the work throws, or that it took longer */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const late = new AbortController();
  try {
    return await Promise.race([
      work,
      pause(milliseconds, undefined, { signal: late.signal }).then(() => {
        throw new TookTooLong(`No answer within ${milliseconds} ms.`);
      }),
    ]);
  } finally {
    late.abort();
    work.catch(() => undefined);
  }
}
