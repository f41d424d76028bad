import { fetchAhead } from "./fetch-part.ts";

/** Code that comes along on first use. */
export interface Part<M> {
  /** Fetches it; once more after it failed. */
  readonly load: () => Promise<M>;
  /** What came; null before that. */
  readonly find: () => M | null;
  /** Has it here before it is needed, unless somebody saves data. */
  readonly fetchAhead: () => void;
}

/**
 * The only place for an `import()` (`parts.test.ts` looks): `part(() => import("../Later.tsx"))`. What can be missing when
 * there is no connection, or after a new release, is asked for by `useWanted`, which says so where it was asked for.
 */
export function part<M>(importIt: () => Promise<M>): Part<M> {
  let come: M | null = null;
  return {
    load: async () => (come ??= await importIt()),
    find: () => come,
    fetchAhead: () => {
      const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
      if (come === null && connection?.saveData !== true) fetchAhead(importIt);
    },
  };
}

/** For what people often open: has it here as soon as the browser has nothing else to do. */
export function fetchWhenIdle(...parts: readonly Part<unknown>[]): () => void {
  const fetchAll = () => parts.forEach((one) => one.fetchAhead());
  // Safari has no idle time to tell of.
  if (typeof requestIdleCallback === "undefined") {
    const timer = setTimeout(fetchAll, 3_000);
    return () => clearTimeout(timer);
  }
  const wait = requestIdleCallback(fetchAll, { timeout: 10_000 });
  return () => cancelIdleCallback(wait);
}
