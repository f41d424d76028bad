import { digestOfText, requireUnchanged, type Written } from "./applied.ts";
import { lockTimeoutInMs, patiently, type Patience } from "../persistence/patiently.ts";
import { putRoles } from "./put-roles.ts";
import { inTransaction, type Query, withConnection } from "../persistence/query.ts";
import { accounts } from "../identity/migrations/1-accounts.ts";
import { secondFactor } from "../identity/migrations/2-second-factor.ts";
import { blocked } from "../identity/migrations/3-blocked.ts";

const migrations: readonly string[] = [accounts, secondFactor, blocked];

/** What each runs; they go by their number. */
export const identityMigrations: readonly Written[] = migrations.map((text, index) => ({
  name: `identity ${index + 1}`,
  digest: digestOfText(text),
}));

/** Any fixed number that nothing else in the database locks; better-auth's own migrator takes no lock. */
const lockKey = 718_204_005;

interface Input {
  /** Connects as a role that may create roles and schemas. */
  readonly adminUrl: string;
  /** The session secret, from which the password of the identity role is derived. */
  readonly secret: string;
  /** Names the application's password, which is then put as well. */
  readonly databaseUrl?: string;
}

/**
 * Brings our roles and the schema `identity` to this release's shape: tables, grants. One transaction, so it is all or
 * nothing; servers that start together wait for each other.
 *
 * @throws {StartError} when a migration that was applied has another text now, or the roles are another installation's
 */
export async function migrateIdentity(input: Input, patience: Patience = {}): Promise<void> {
  await withConnection({ connectionString: input.adminUrl }, (query) =>
    patiently("identity", () => inTransaction(query, () => bring(query, input)), patience),
  );
}

async function bring(query: Query, input: Input): Promise<void> {
  await query("select pg_advisory_xact_lock($1)", [lockKey]);
  await query(`set local lock_timeout = ${lockTimeoutInMs}`);
  await putRoles(query, input);
  await query("create schema if not exists identity authorization toetssteen_owner");
  await query("set local role toetssteen_owner");
  await query("set local search_path = identity");
  await query(
    `create table if not exists migration (number integer primary key, "appliedAt" timestamptz not null default now())`,
  );
  const [column] = await query(
    "select from pg_attribute where attrelid = 'identity.migration'::regclass and attname = 'digest'",
  );
  if (!column) await query("alter table migration add column digest text");
  const applied = await query<{ name: string; digest: string | null }>(
    "select 'identity ' || number as name, digest from migration",
  );
  const known = applied.flatMap(({ name, digest }) => (digest === null ? [] : [{ name, digest }]));
  requireUnchanged(known, identityMigrations);
  for (const [index, script] of migrations.entries()) {
    if (applied.some(({ name }) => name === `identity ${index + 1}`)) continue;
    await query(script);
    await query("insert into migration (number) values ($1)", [index + 1]);
  }
  // Of one from before digests were kept, the text that it has now.
  for (const [index, { digest }] of identityMigrations.entries())
    await query("update migration set digest = $2 where number = $1 and digest is null", [
      index + 1,
      digest,
    ]);
}
