import {
  appFunctions,
  identityFunctions,
  registrarCalls,
  registrarFunctions,
  resolverFunctions,
} from "./functions.ts";
import { workerFunctions } from "./file-functions.ts";
import type { Query } from "../persistence/query.ts";
import type { Release } from "../persistence/release.ts";

/** PostgreSQL replaces no function by one that gives or takes something else under the same arguments. */
const givesAnother = "42P13";

/** The functions of this release, as they are written in the lists. */
export const listedFunctions: readonly string[] = [
  ...new Set<string>([
    ...appFunctions,
    ...identityFunctions,
    ...registrarCalls,
    ...registrarFunctions,
    ...resolverFunctions,
    ...workerFunctions,
  ]),
].filter((name) => name.startsWith("tenancy."));

/**
 * Makes each function of the script, or replaces it where it stands. In a transaction.
 *
 * @returns tables of which a policy went along with a function that could not be replaced
 */
export async function putFunctions(query: Query, script: string): Promise<Set<string>> {
  const opened = new Set<string>();
  for (const piece of script.split(/^(?=[ \t]*create function )/m)) {
    const text = piece.replace("create function", "create or replace function");
    if (text === piece) continue;
    await query("savepoint piece");
    try {
      await query(text);
    } catch (error) {
      if ((error as { code?: string }).code !== givesAnother) throw error;
      await query("rollback to savepoint piece");
      const name = /create function (\S+?)\(/.exec(piece)?.[1] ?? "";
      for (const table of await drop(query, name)) opened.add(table);
      await query(text);
    }
    await query("release savepoint piece");
  }
  return opened;
}

/** Takes a function away with the policies that call it. @returns their tables */
async function drop(query: Query, name: string): Promise<string[]> {
  const listed = listedFunctions.filter((each) => each.startsWith(`${name}(`));
  const tables = await query<{ name: string }>(
    `select distinct p.polrelid::regclass::text as name from pg_depend d
     join pg_policy p on d.classid = 'pg_policy'::regclass and d.objid = p.oid
     where d.refclassid = 'pg_proc'::regclass and d.refobjid = any (select to_regprocedure(f) from unnest($1::text[]) f)`,
    [listed],
  );
  for (const each of listed) await query(`drop function if exists ${each} cascade`);
  return tables.map((table) => table.name);
}

/**
 * Takes away functions that nothing may call any more: what nobody listed, and what was listed last by a release whose
 * programs the database doesn't serve from now on.
 *
 * @returns whether there were any
 */
export async function removeFunctions(query: Query, current: Release): Promise<boolean> {
  await query(
    `insert into tenancy.release_function as f (signature, release)
     select to_regprocedure(s)::text, $2 from unnest($1::text[]) s
     on conflict (signature) do update set release = excluded.release where f.release <> excluded.release`,
    [listedFunctions, current.number],
  );
  // Of before there were releases nobody wrote down what was listed: all of it may be called for one release more.
  const unlisted = await query<{ name: string; release: number | null }>(
    `select p.oid::regprocedure::text as name,
       coalesce(f.release, case when exists (select from tenancy.release) then null else 0 end) as release
     from pg_proc p left join tenancy.release_function f on f.signature = p.oid::regprocedure::text
     where p.pronamespace = 'tenancy'::regnamespace and f.release is distinct from $1`,
    [current.number],
  );
  const kept = unlisted.filter(({ release }) => release !== null && release >= current.servesFrom);
  await query(
    `insert into tenancy.release_function (signature, release) select * from unnest($1::text[], $2::integer[])
     on conflict do nothing`,
    [kept.map(({ name }) => name), kept.map(({ release }) => release)],
  );
  for (const { name } of kept) await query(`revoke execute on function ${name} from public`);
  const removed = unlisted.filter((each) => !kept.includes(each));
  for (const { name } of removed) await query(`drop function ${name}`);
  await query("delete from tenancy.release_function where to_regprocedure(signature) is null");
  return removed.length > 0;
}
