import { createHash } from "node:crypto";
import type { QueryRunner } from "typeorm";
import { functionsScript } from "../tenancy/functions.ts";
import { clearanceScript, protectionScript } from "../tenancy/policies.ts";
import { functionGrantsScript } from "./roles.ts";

/**
 * Policies, grants and functions come from one list, so they are replaced as a whole: when their text changed, or when
 * what stands in the catalogue is no longer what the text made, because somebody changed it by hand.
 * @param queueMigration a newer one may have brought tables and functions that need their grants
 */
export async function protect(runner: QueryRunner, queueMigration: number): Promise<void> {
  const script = [
    `-- graphile-worker ${queueMigration}`,
    clearanceScript(),
    functionsScript(),
    protectionScript(),
    functionGrantsScript(),
  ].join("\n");
  const text = createHash("sha256").update(script).digest("hex");
  const now = () => standing((sql) => runner.query(sql));
  await runner.query("create table if not exists tenancy.applied_policies (hash text primary key)");
  const applied: { hash: string }[] = await runner.query(
    "select hash from tenancy.applied_policies",
  );
  if (applied[0]?.hash === `${text} ${await now()}`) return;
  await runner.query("begin");
  try {
    await runner.query(script);
    await runner.query("delete from tenancy.applied_policies");
    await runner.query("insert into tenancy.applied_policies values ($1)", [
      `${text} ${await now()}`,
    ]);
    await runner.query("commit");
  } catch (error) {
    await runner.query("rollback");
    throw error;
  }
}

/** A digest of all that the scripts decide, as the catalogue has it. */
export async function standing(
  query: (sql: string) => Promise<{ hash?: string }[]>,
): Promise<string> {
  return (await query(standingQuery))[0]?.hash ?? "";
}

/** Who is granted what, whatever the order in which that happened. */
const granted = (acl: string) =>
  `(select string_agg(format('%s %s %s', g.grantee::regrole, g.privilege_type, g.is_grantable), ', ' order by g.grantee::regrole::text, g.privilege_type)
    from aclexplode(${acl}) g)`;

const standingQuery = `
  with ours as (select n.oid, n.nspname from pg_namespace n where n.nspname in ('toetssteen', 'tenancy', 'identity', 'graphile_worker')),
  lines (line) as (
    select format('policy %s on %s: %s %s %s, %s, %s', p.polname, p.polrelid::regclass, p.polcmd, p.polpermissive,
        array(select r::regrole::text from unnest(p.polroles) r order by 1),
        pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
      from pg_policy p join pg_class c on c.oid = p.polrelid join ours on ours.oid = c.relnamespace
    union all
    select format('relation %s: %s %s %s, %s', c.oid::regclass, c.relowner::regrole, c.relrowsecurity, c.relforcerowsecurity,
        ${granted("c.relacl")})
      from pg_class c join ours on ours.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm', 'S')
    union all
    select format('column %s of %s: %s', a.attname, a.attrelid::regclass, ${granted("a.attacl")})
      from pg_attribute a join pg_class c on c.oid = a.attrelid join ours on ours.oid = c.relnamespace where a.attacl is not null
    union all
    select format('function %s: %s %s %s, %s, %s', p.oid::regprocedure, p.proowner::regrole, p.prosecdef, p.proconfig,
        ${granted("coalesce(p.proacl, acldefault('f', p.proowner))")}, case ours.nspname when 'tenancy' then pg_get_functiondef(p.oid) end)
      from pg_proc p join ours on ours.oid = p.pronamespace
    union all
    select format('schema %s: %s', ours.nspname, ${granted("n.nspacl")}) from ours join pg_namespace n on n.oid = ours.oid
  )
  select encode(sha256(convert_to(string_agg(line, E'\\n' order by line), 'UTF8')), 'hex') as hash from lines`;
