import { Client } from "pg";
import { StartError } from "../start-error.ts";

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

async function ask<Row>(name: string, url: string, query: string): Promise<Row[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A loss is told by the query; without a listener it would end the process.
  client.on("error", () => {});
  try {
    await client.connect();
    return (await client.query(query)).rows as Row[];
  } catch (error) {
    throw new StartError(`${name} opens no database: ${reason(error)}`, { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Node tries every address of a name and gives an error without a message when all refuse. */
function reason(error: unknown): string {
  const { message, code } = error as NodeJS.ErrnoException;
  return (message || code || String(error)).split("\n")[0] ?? "";
}
