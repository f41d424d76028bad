import { derivedPassword, type DerivedRole, roleUrl } from "../persistence/derived-role.ts";

/** Login role of the worker's pool; it reaches the queue and what the list of relations gives it, and nothing under `http/` connects as it. */
export const workerRole = "toetssteen_worker";

const role: DerivedRole = { name: workerRole, purpose: "database role worker" };

/** The address under which the worker reaches the database. */
export function workerDatabaseUrl(input: { databaseUrl: string; secret: string }): string {
  return roleUrl(role, input);
}

export function workerPassword(secret: string): string {
  return derivedPassword(role, secret);
}
