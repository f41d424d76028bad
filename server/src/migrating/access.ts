import { Client } from "pg";
import type { LoadedEditions } from "../norms/editions.ts";
import { requirePublished } from "../norms/publishing.ts";
import { StartError } from "../start-error.ts";
import { awaitRelease } from "../persistence/release.ts";
import { reasonOf, withConnection } from "../persistence/query.ts";

/** @throws {StartError} when DATABASE_ADMIN_URL opens no database */
export async function requireAdminAccess(adminUrl: string): Promise<void> {
  await ask("DATABASE_ADMIN_URL", adminUrl, "select");
}

/**
 * Row security is the wall between organisations, and PostgreSQL lets superusers and the owner walk through it.
 *
 * @throws {StartError} when DATABASE_URL opens no database, or opens it as a role that row security doesn't hold
 */
export async function requireApplicationAccess(databaseUrl: string): Promise<void> {
  // Whoever may become the owner sees what the owner sees, even without doing so.
  const query = `select rolsuper or rolbypassrls or pg_has_role(rolname, 'toetssteen_owner', 'member') as unheld
    from pg_catalog.pg_roles where rolname = current_user`;
  const [role] = await ask<{ unheld: boolean }>("DATABASE_URL", databaseUrl, query);
  if (!role || role.unheld) {
    throw new StartError(
      "DATABASE_URL must connect as toetssteen_app, not as a role that row security doesn't hold.",
    );
  }
}

/**
 * What a server needs that doesn't migrate itself: a database of a release that it bears, its own role, and the editions
 * that it serves.
 *
 * @param say hears once that there is something to wait for
 * @throws {StartError} when it isn't there within a minute
 */
export async function requireServedDatabase(
  databaseUrl: string,
  editions: LoadedEditions,
  say: (line: string) => void,
): Promise<void> {
  await awaitRelease(databaseUrl, say);
  await requireApplicationAccess(databaseUrl);
  await withConnection({ connectionString: databaseUrl }, (query) =>
    requirePublished(query, editions),
  );
}

async function ask<Row>(name: string, url: string, query: string): Promise<Row[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A loss is told by the query; without a listener it would end the process.
  client.on("error", () => {});
  try {
    await client.connect();
    return (await client.query(query)).rows as Row[];
  } catch (error) {
    throw new StartError(`${name} opens no database: ${reasonOf(error)}`, { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
}
