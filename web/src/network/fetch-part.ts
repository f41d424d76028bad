import { takeOr } from "./ahead.ts";
import { Refused } from "./problem.ts";

/** Files that this browser has by now. Their names never stand for anything else. */
const here = new Map<string, Promise<void>>();

let isAhead = false;

/**
 * Stands for every `import()` of the built product; see `build/fetch-parts.ts`. Importing comes after fetching, because a
 * browser remembers of a module that it failed, and of a file it doesn't.
 * @param files what the part is made of, from the root of the site
 * @throws what `fetch` throws without a connection; UNKNOWN_DOCUMENT when a newer release has taken a file away
 */
export async function fetchPart<M>(
  importIt: () => Promise<M>,
  files: readonly string[] = [],
): Promise<M> {
  const onlyFetches = isAhead;
  await Promise.all(files.map(fetchFile));
  return onlyFetches ? never() : importIt();
}

/** Fetches what a part is made of, and doesn't run it: for what somebody may need when there is no connection. */
export function fetchAhead(importIt: () => Promise<unknown>): void {
  isAhead = true;
  try {
    importIt().catch(() => undefined);
  } finally {
    isAhead = false;
  }
}

function fetchFile(file: string): Promise<void> {
  const known = here.get(file);
  if (known) return known;
  const fetching = fetchAnew(file);
  here.set(file, fetching);
  fetching.catch(() => here.delete(file));
  return fetching;
}

async function fetchAnew(file: string): Promise<void> {
  const response = await takeOr("files", file, () =>
    fetch(`/${file}`, { credentials: "same-origin" }),
  );
  if (response.status === 404) throw new Refused("UNKNOWN_DOCUMENT");
  if (!response.ok) throw Object.assign(new Error(file), { statusCode: response.status });
  // Only what was read to its end is kept by the browser.
  await response.arrayBuffer();
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}
