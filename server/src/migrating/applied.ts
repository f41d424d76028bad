import { createHash } from "node:crypto";
import type { MigrationInterface, QueryRunner } from "typeorm";
import { StartError } from "../start-error.ts";
import type { Query } from "../persistence/query.ts";

/** A migration and the text that it runs. */
export interface Written {
  readonly name: string;
  readonly digest: string;
}

/** What migrations would run, without running it. @param migrations whose texts don't depend on what is in the database */
export async function readMigrations(
  migrations: readonly (new () => MigrationInterface)[],
): Promise<Written[]> {
  return Promise.all(
    migrations.map(async (Migration) => {
      const said: string[] = [];
      const listener = {
        query: async (text: string) => {
          said.push(text);
          return [];
        },
      };
      await new Migration().up(listener as unknown as QueryRunner);
      return { name: Migration.name, digest: digestOfText(said.join("\n")) };
    }),
  );
}

/** Of every sign of it, comments too: whether a change matters is for nobody to judge. */
export function digestOfText(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/**
 * What was applied never changes: a database that has the old text would not be what the new one says.
 *
 * @throws {StartError} when a migration that was applied has another text now
 */
export function requireUnchanged(applied: readonly Written[], written: readonly Written[]): void {
  for (const { name, digest } of applied) {
    const own = written.find((each) => each.name === name);
    if (own && own.digest !== digest)
      throw new StartError(
        `migration ${name} was applied to this database with another text than this version has: put its old text back, and say in a new migration what has to change`,
      );
  }
}

/** Of those that were applied with their digest written down. */
export async function appliedMigrations(query: Query): Promise<Written[]> {
  const [column] = await query(
    `select from pg_attribute where attrelid = to_regclass('tenancy.applied_migration') and attname = 'digest'`,
  );
  if (!column) return [];
  return query<Written>(
    "select name, digest from tenancy.applied_migration where digest is not null",
  );
}

/** Writes down with what text each was applied; of one from before that was done, the text that it has now. */
export async function keepDigests(query: Query, written: readonly Written[]): Promise<void> {
  await query(
    `update tenancy.applied_migration m set digest = w.digest
     from unnest($1::text[], $2::text[]) w (name, digest) where w.name = m.name and m.digest is null`,
    [written.map(({ name }) => name), written.map(({ digest }) => digest)],
  );
}
