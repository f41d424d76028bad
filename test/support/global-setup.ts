import type { TestProject } from "vitest/node";
import { openMigratedCluster, type Cluster } from "./migrated-cluster.ts";

declare module "vitest" {
  interface ProvidedContext {
    cluster: Cluster;
  }
}

/** One PostgreSQL for the run, migrated once. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { cluster, stop } = await openMigratedCluster();
  project.provide("cluster", cluster);
  return stop;
}
