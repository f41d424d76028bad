import type { createSource } from "@toetssteen/server/register/source";
import { qualified } from "@toetssteen/server/rights/policies";
import { kept } from "../../support/inspect-relations.ts";
import type { World } from "../../support/scenario.ts";

type DataSource = ReturnType<typeof createSource>;

/** All that a connection carries from one operation to the next, in one text. */
export async function connectionState(source: DataSource): Promise<string> {
  const [row] = await source.query<{ state: string }[]>(
    `select jsonb_pretty(jsonb_build_object(
       'user', current_user || ' ' || session_user,
       'settings', (select jsonb_object_agg(name, setting) from pg_catalog.pg_settings
         where name !~ '^transaction_' and context <> 'internal'),
       'said to be', coalesce(current_setting('app.principal', true), '') || coalesce(current_setting('app.hat', true), '')
         || coalesce(current_setting('app.subject', true), ''),
       'prepared', (select jsonb_agg(name) from pg_catalog.pg_prepared_statements where from_sql),
       'cursors', (select jsonb_agg(name) from pg_catalog.pg_cursors where is_holdable),
       'listens', (select jsonb_agg(c) from pg_catalog.pg_listening_channels() c),
       'locks', (select jsonb_agg(objid) from pg_catalog.pg_locks where locktype = 'advisory' and pid = pg_backend_pid()),
       'temporary', pg_catalog.pg_my_temp_schema()::bigint
     )) as state`,
  );
  return row?.state ?? "";
}

/** The names of the statements that the server has prepared: a connection without them fails at its next operation. */
export async function preparedNames(source: DataSource): Promise<string[]> {
  const rows = await source.query<{ name: string }[]>(
    "select name from pg_catalog.pg_prepared_statements where not from_sql and name <> '' order by name",
  );
  return rows.map(({ name }) => name);
}

/** Who may do what, and how the database is made: roles, settings, tables, policies, functions, grants. */
export async function shapeOf(world: World): Promise<string> {
  return world.asAdmin(async (query) => {
    const [row] = await query<{ shape: string }>(
      `select md5(concat_ws('|',
         (select string_agg(a::text, ',' order by oid) from pg_authid a),
         (select string_agg(m::text, ',' order by oid) from pg_auth_members m),
         (select string_agg(s::text, ',' order by s::text) from pg_db_role_setting s),
         (select string_agg(d.datacl::text, ',' order by d.oid) from pg_database d where datname = current_database()),
         (select string_agg(concat_ws(' ', c.oid, c.relname, c.relowner, c.relacl, c.relkind, c.relrowsecurity, c.relforcerowsecurity), ',' order by c.oid)
            from pg_class c where c.relnamespace <> 'pg_toast'::regnamespace),
         (select string_agg(p::text, ',' order by oid) from pg_policy p),
         (select string_agg(concat_ws(' ', p.oid, p.proname, p.proacl, md5(p.prosrc), p.proowner), ',' order by p.oid) from pg_proc p),
         (select string_agg(n::text, ',' order by oid) from pg_namespace n),
         (select string_agg(t.oid::text, ',' order by oid) from pg_trigger t),
         (select string_agg(e::text, ',' order by oid) from pg_extension e),
         (select count(*)::text from pg_largeobject_metadata),
         (select string_agg(x.gid, ',') from pg_prepared_xacts x)
       )) as shape`,
    );
    return row?.shape ?? "";
  });
}

/**
 * Every row of an organisation, on whatever side it stands, in one short text.
 * @param but tables that are left out
 */
export async function rowsOf(
  world: World,
  organisationId: string,
  but: readonly string[] = [],
): Promise<string> {
  const compared = kept.filter(({ name }) => !but.includes(name));
  const tables = compared.map((relation) => {
    const of = relation.sides.map(({ column }) => `t."${column}" = $1`).join(" or ");
    return `select '${relation.name} ' || t::text as row from ${qualified(relation)} t where ${of}`;
  });
  const [found] = await world.rows<{ digest: string }>(
    `select md5(string_agg(row, '|' order by row)) as digest from (${tables.join(" union all ")}) rows`,
    [organisationId],
  );
  return found?.digest ?? "";
}
