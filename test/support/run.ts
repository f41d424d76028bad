import type {} from "./global-setup.ts";
import type { Cluster } from "./migrated-cluster.ts";

/**
 * What runs us: Vitest, a file at a time; or a program from begin to end, such as the attack. Both open the same worlds
 * and servers.
 */
const vitest = process.env["VITEST"] === undefined ? null : await import("vitest");

const ends: (() => Promise<unknown>)[] = [];
let given: Cluster | undefined;

/** Closes what was opened: after the test file, or when the program says so; what was opened last comes first. */
export function afterwards(end: () => Promise<unknown>): void {
  if (vitest) vitest.afterAll(async () => void (await end()));
  else ends.push(end);
}

/** For a program: closes everything that is open by now. */
export async function closeAll(): Promise<void> {
  for (const end of ends.splice(0).toReversed()) await end();
}

/** For a program: the cluster that worlds get their databases in. */
export function runOn(cluster: Cluster): void {
  given = cluster;
}

export function theCluster(): Cluster {
  const cluster = vitest ? vitest.inject("cluster") : given;
  if (!cluster) throw new Error("The program has not said on which cluster it runs.");
  return cluster;
}
