import { Client, escapeIdentifier, escapeLiteral } from "pg";
import { StartError } from "../start-error.ts";
import { deriveKey } from "../persistence/derived-role.ts";
import { ownRoles, owningRoles, type OwnRole } from "./own-roles.ts";
import type { Query } from "../persistence/query.ts";
import { fitsVerifier, scramVerifier } from "./scram.ts";

/** Where the roles are put, and what their passwords come from. */
interface Given {
  readonly adminUrl: string;
  readonly secret: string;
  /** Names the application's password. */
  readonly databaseUrl?: string;
}

/**
 * Makes our roles as they have to be, and changes nothing about those that are: a password that is written anew, even
 * the same, breaks the logins that a pooler keeps. In a transaction, which whoever migrates another database waits for.
 *
 * @throws {StartError} when the roles belong to another installation, or the administrator may not change them
 */
export async function putRoles(query: Query, given: Given): Promise<void> {
  const isSuper = await isSuperuser(query);
  // Roles belong to the whole cluster: hold back who migrates another database of it.
  if (isSuper) await query("lock table pg_authid in share row exclusive mode");
  const roles = ownRoles(given.secret, given.databaseUrl);
  await makeMissing(query, roles);
  for (const name of owningRoles) await actAs(query, name);
  for (const role of roles) {
    await putAttributes(query, role);
    await putSettings(query, role);
    if (role.password !== undefined && !(await fits(query, role, given, isSuper)))
      await putPassword(query, role, role.password, given.secret);
  }
  await keepApart(
    query,
    roles.map(({ name }) => name),
  );
}

async function makeMissing(query: Query, roles: readonly OwnRole[]): Promise<void> {
  const there = await query<{ name: string }>("select rolname as name from pg_roles");
  for (const { name } of roles)
    if (!there.some((role) => role.name === name)) await query(`create role ${name} noinherit`);
}

export async function isSuperuser(query: Query): Promise<boolean> {
  const [found] = await query<{ is: boolean }>(
    "select rolsuper as is from pg_roles where rolname = current_user",
  );
  return found?.is === true;
}

/**
 * Who isn't a superuser may change the roles that they made, or that were given to them for it.
 *
 * @throws {StartError} with what a superuser has to say once
 */
export async function requireAdministration(query: Query): Promise<void> {
  const names = ownRoles("").map(({ name }) => name);
  const [found] = await query<{ admin: string; all: boolean | null; locks: boolean }>(
    `select quote_ident(current_user) as admin, bool_and(pg_has_role(oid, 'member with admin option')) as all,
       has_function_privilege('pg_catalog.pg_advisory_xact_lock(bigint)', 'execute') as locks
     from pg_roles where rolname = any ($1)`,
    [names],
  );
  // What a superuser took from everybody is left to PostgreSQL's role for whoever keeps watch.
  const missing = [...(found?.all === false ? names : []), ...(found?.locks ? [] : ["pg_monitor"])];
  if (missing.length > 0)
    throw new StartError(
      `DATABASE_ADMIN_URL's role may not change the roles of Toetssteen: as a superuser, once: grant ${missing.join(", ")} to ${found?.admin} with admin option`,
    );
}

/** A superuser may act as anybody; another administrator has to be let. */
async function actAs(query: Query, name: string): Promise<void> {
  const [found] = await query<{ may: boolean }>(
    "select pg_has_role($1, 'set') and pg_has_role($1, 'usage') as may",
    [name],
  );
  if (!found?.may) await query(`grant ${name} to current_user with inherit true, set true`);
}

async function putAttributes(query: Query, { name, logsIn }: OwnRole): Promise<void> {
  const [is] = await query<Record<string, boolean>>(
    `select rolcanlogin as login, rolinherit as inherit, rolbypassrls as bypassrls, rolsuper as superuser,
       rolcreatedb as createdb, rolcreaterole as createrole, rolreplication as replication, rolconnlimit <> -1 as limited
     from pg_roles where rolname = $1`,
    [name],
  );
  const { login, limited, ...others } = is ?? {};
  // Only what differs: who isn't a superuser may not even say again that a role is none.
  const changes = Object.entries(others).flatMap(([word, has]) => (has ? [`no${word}`] : []));
  if (login !== logsIn) changes.push(logsIn ? "login" : "nologin");
  if (limited) changes.push("connection limit -1");
  if (changes.length > 0) await query(`alter role ${name} ${changes.join(" ")}`);
}

async function putSettings(query: Query, { name, settings }: OwnRole): Promise<void> {
  const [is] = await query<{ set: string[] | null }>(
    "select rolconfig as set from pg_roles where rolname = $1",
    [name],
  );
  for (const [setting, value] of Object.entries(settings))
    if (!is?.set?.includes(`${setting}=${value}`))
      await query(
        `alter role ${name} set ${setting} = ${setting === "search_path" ? value.replaceAll('"', "'") : escapeLiteral(value)}`,
      );
}

/** Whether the role gets in with its password. What is kept of it only a superuser sees; another tries. */
async function fits(
  query: Query,
  { name, password = "" }: OwnRole,
  { adminUrl }: Given,
  isSuper: boolean,
): Promise<boolean> {
  if (isSuper) {
    const [kept] = await query<{ verifier: string | null }>(
      "select rolpassword as verifier from pg_authid where rolname = $1",
      [name],
    );
    return fitsVerifier(password, kept?.verifier ?? null);
  }
  const url = Object.assign(new URL(adminUrl), {
    username: name,
    password: encodeURIComponent(password),
  });
  const client = new Client({ connectionString: url.href, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch (error) {
    // Refused for another reason than its password, as where it may not connect yet.
    return !["28P01", "28000"].includes((error as { code?: string }).code ?? "");
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function putPassword(
  query: Query,
  { name }: OwnRole,
  password: string,
  secret: string,
): Promise<void> {
  if (!/^[\x20-\x7e]+$/.test(password))
    throw new StartError("DATABASE_URL's password must be of ASCII letters, digits and signs");
  // Under another password than ours an installation in another database works; it would stop.
  const [other] = await query<{ name: string }>(
    `select d.datname as name from pg_database d, aclexplode(d.datacl) a
     where a.grantee = $1::regrole and d.datname <> current_database() order by 1 limit 1`,
    [name],
  );
  if (other)
    throw new StartError(
      `the roles of Toetssteen on this PostgreSQL belong to the installation in its database ${escapeIdentifier(other.name)}, which has another password or SESSION_SECRET: give this one a PostgreSQL of its own`,
    );
  await query(`alter role ${name} password ${escapeLiteral(madeVerifier(name, password, secret))}`);
}

/** The same for the same password, so that writing it again changes nothing. */
function madeVerifier(name: string, password: string, secret: string): string {
  return scramVerifier(password, deriveKey(secret, `salt of ${name}`).subarray(0, 16));
}

/** What PostgreSQL keeps of a role's password; where only a superuser may see that, what we would have put there. */
export async function ownVerifier(query: Query, role: OwnRole, secret: string): Promise<string> {
  const { name, password = "" } = role;
  const [kept] = await query<{ verifier: string | null }>(
    "select rolpassword as verifier from pg_authid where rolname = $1",
    [name],
  ).catch(() => []);
  return kept?.verifier ?? madeVerifier(name, password, secret);
}

/** None of them may become another, whoever granted that. */
async function keepApart(query: Query, names: readonly string[]): Promise<void> {
  const found = await query<{ role: string; member: string }>(
    `select roleid::regrole::text as role, member::regrole::text as member from pg_auth_members
     where roleid::regrole::text = any ($1) and member::regrole::text = any ($1)`,
    [names],
  );
  for (const { role, member } of found) await query(`revoke ${role} from ${member}`);
}
