import type { Query } from "../persistence/query.ts";

/** Who is granted what, whatever the order in which that happened. */
const granted = (acl: string) =>
  `(select string_agg(format('%s %s %s', g.grantee::regrole, g.privilege_type, g.is_grantable), ', ' order by g.grantee::regrole::text, g.privilege_type)
    from aclexplode(${acl}) g)`;

/** All that migrating decides about who may do what, as the catalogue has it; each line with what it is about. */
const lines = `
  with ours as (select n.oid, n.nspname from pg_namespace n where n.nspname in ('toetssteen', 'tenancy', 'identity', 'graphile_worker')),
  lines (unit, line) as (
    select p.polrelid::regclass::text, format('policy %s on %s: %s %s %s, %s, %s', p.polname, p.polrelid::regclass, p.polcmd, p.polpermissive,
        array(select r::regrole::text from unnest(p.polroles) r order by 1),
        pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
      from pg_policy p join pg_class c on c.oid = p.polrelid join ours on ours.oid = c.relnamespace
    union all
    select c.oid::regclass::text, format('relation %s: %s %s %s, %s', c.oid::regclass, c.relowner::regrole, c.relrowsecurity, c.relforcerowsecurity,
        ${granted("c.relacl")})
      from pg_class c join ours on ours.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm', 'S')
    union all
    select a.attrelid::regclass::text, format('column %s of %s: %s', a.attname, a.attrelid::regclass, ${granted("a.attacl")})
      from pg_attribute a join pg_class c on c.oid = a.attrelid join ours on ours.oid = c.relnamespace where a.attacl is not null
    union all
    select 'functions', format('function %s: %s %s %s, %s, %s', p.oid::regprocedure, p.proowner::regrole, p.prosecdef, p.proconfig,
        ${granted("coalesce(p.proacl, acldefault('f', p.proowner))")}, case ours.nspname when 'tenancy' then pg_get_functiondef(p.oid) end)
      from pg_proc p join ours on ours.oid = p.pronamespace
    union all
    select 'schemas', format('schema %s: %s', n.nspname, ${granted("n.nspacl")}) from pg_namespace n
      where n.nspname in ('toetssteen', 'tenancy', 'identity', 'graphile_worker', 'public')
    union all
    select 'schemas', format('database: %s', ${granted("d.datacl")}) from pg_database d where d.datname = current_database()
    union all
    select 'schemas', format('default of %s: %s', d.defaclrole::regrole, ${granted("d.defaclacl")}) from pg_default_acl d
      where d.defaclnamespace = 0 and d.defaclobjtype = 'f'
    union all
    select 'schemas', format('built in %s: %s', p.oid::regprocedure, ${granted("p.proacl")}) from pg_proc p
      where p.pronamespace = 'pg_catalog'::regnamespace and p.proacl is not null
  )`;

const digest = (of: string) => `encode(sha256(convert_to(${of}, 'UTF8')), 'hex')`;

/** A digest of all of it. */
export async function catalogueDigest(query: Query): Promise<string> {
  const [all] = await query<{ hash: string }>(
    `${lines} select ${digest(`string_agg(unit || ' ' || line, E'\\n' order by unit, line)`)} as hash from lines`,
  );
  return all?.hash ?? "";
}

/** A digest for each table, for all functions (`functions`), and for what is about schemas and the database (`schemas`). */
export async function catalogueDigests(query: Query): Promise<Map<string, string>> {
  const found = await query<{ unit: string; hash: string }>(
    `${lines} select unit, ${digest(`string_agg(line, E'\\n' order by line)`)} as hash from lines group by unit`,
  );
  return new Map(found.map(({ unit, hash }) => [unit, hash]));
}
