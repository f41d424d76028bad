import { qualified } from "@toetssteen/server/rights/policies";
import { relations } from "@toetssteen/server/rights/relations";
import type { World } from "../../support/scenario.ts";

/** Ids that an attacker of one organisation could know of themselves and of another. */
export interface Known {
  readonly own: string;
  readonly theirs: string;
  readonly theirPerson: string;
  readonly theirMandate: string;
  readonly ownPerson: string;
}

/**
 * Statements for whoever could send one of their own: every table, every function and every setting that the catalogue
 * has, and the ways to become somebody else, to switch something off or to leave something behind.
 */
export async function statementsFor(world: World, known: Known): Promise<string[]> {
  const tables = relations.flatMap((relation) =>
    onTable(qualified(relation), relation.keeps, known),
  );
  return [
    ...tables,
    ...(await callsOf(world, known)),
    ...(await settingsOf(world)),
    ...becoming(known),
    ...leavingBehind,
    ...stacked,
  ];
}

function onTable(table: string, keeps: string, { own, theirs }: Known): string[] {
  const quoted = `'${table.replaceAll("'", "''")}'`;
  const everywhere = [
    `select * from ${table} t`,
    `select count(*) from ${table} t`,
    `select json_agg(t) from ${table} t`,
    `select t.ctid, t.xmin, t.* from only ${table} t for share`,
    `with seen as (select * from ${table}) select * from seen`,
    `select query_to_xml('select * from ${table}', true, false, '')`,
    `select table_to_xml(${quoted}, true, false, '')`,
    `copy ${table} to stdout`,
    `explain (analyze, verbose) select * from ${table}`,
    `truncate ${table}`,
    `lock table ${table} in access exclusive mode`,
    `alter table ${table} disable row level security`,
    `create policy mine on ${table} using (true)`,
    `grant all on ${table} to toetssteen_app`,
    `delete from ${table} t`,
    `declare kept cursor with hold for select * from ${table}`,
    `create trigger mine before insert on ${table} for each row execute function suppress_redundant_updates_trigger()`,
  ];
  if (keeps !== "tenant" && keeps !== "two-sided") return everywhere;
  const column = table.endsWith('"organisation"') ? "id" : "organisation_id";
  return [
    ...everywhere,
    `select * from ${table} t where ${column} = '${theirs}'`,
    `update ${table} set ${column} = '${theirs}' where ${column} = '${own}'`,
    `update ${table} set ${column} = '${own}' where ${column} = '${theirs}'`,
    `update ${table} set ${column} = ${column} where ${column} = '${theirs}' returning *`,
    `delete from ${table} where ${column} = '${theirs}' returning *`,
    `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object('${column}', '${theirs}'))).* from ${table} t`,
    `merge into ${table} t using (select '${theirs}'::uuid as id) s on t.${column} = s.id when matched then delete`,
    `with set as materialized (select set_config('app.hat', '${theirs}', true), set_config('app.subject', '${theirs}', true)) select t.* from set, ${table} t`,
    `with set as materialized (select set_config('app.subject', '', true)) select t.* from set, ${table} t`,
    `with set as materialized (select set_config('row_security', 'off', true)) select t.* from set, ${table} t`,
  ];
}

/** Every function that the application role may call and that does something, with values of its types. */
async function callsOf(world: World, known: Known): Promise<string[]> {
  const functions = await world.rows<{ name: string; types: string[] }>(
    `select p.pronamespace::regnamespace || '.' || quote_ident(p.proname) as name,
       array(select format_type(t, null) from unnest(p.proargtypes) with ordinality u (t, place) order by place) as types
     from pg_proc p
     where has_function_privilege('toetssteen_app', p.oid, 'execute') and p.prokind = 'f'
       and (p.provolatile = 'v' or p.pronamespace in ('toetssteen'::regnamespace, 'tenancy'::regnamespace))
       and p.prorettype not in ('trigger'::regtype, 'event_trigger'::regtype) and p.proname !~ '^pg_sleep'
     order by p.oid`,
  );
  return functions.flatMap(({ name, types }) => {
    const values = types.map((type) => valuesOf(type, known));
    if (values.some(({ length }) => length === 0)) return [];
    const most = Math.max(1, ...values.map(({ length }) => length));
    return Array.from({ length: most }, (_, turn) => {
      const taken = values.map((of, place) => `${of[turn % of.length]}::${types[place]}`);
      return `select * from ${name}(${taken.join(", ")})`;
    });
  });
}

/** Literals that fit a type; none where no value says anything. */
function valuesOf(type: string, { own, theirs, theirPerson, theirMandate }: Known): string[] {
  switch (type) {
    case "uuid":
      return [theirs, theirPerson, theirMandate, own].map((id) => `'${id}'`);
    case "text":
    case "cstring":
    case "name":
    case "character varying":
      return ["'answers'", "'mail'", "'pg_authid'", "'../../postgresql.conf'"];
    case "json":
    case "jsonb":
      return [`'{"organisationId": "${theirs}", "to": "iemand@example.org"}'`];
    case "integer":
    case "bigint":
    case "smallint":
      return ["1", "0", "-1"];
    case "boolean":
      return ["true"];
    case "oid":
    case "regclass":
      return ["1260", "2964"];
    case "double precision":
    case "real":
    case "numeric":
      return ["0.5"];
    case "interval":
      return ["'1 second'"];
    case "timestamp with time zone":
      return ["'2020-01-01'"];
    case "bytea":
      return ["'\\x00'"];
    case "pg_lsn":
      return ["'0/0'"];
    default:
      return [];
  }
}

/** Every setting that anybody may change, changed to last longer than the transaction. */
async function settingsOf(world: World): Promise<string[]> {
  const settings = await world.rows<{ name: string; other: string }>(
    `select name, case vartype
         when 'bool' then case setting when 'on' then 'off' else 'on' end
         when 'enum' then coalesce((select v from unnest(enumvals) v where v <> setting limit 1), setting)
         when 'string' then case setting when '' then 'pg_catalog' else '' end
         else case setting when min_val then max_val else min_val end end as other
     from pg_settings where context = 'user' order by name`,
  );
  return settings.flatMap(({ name, other }) => [
    `select set_config('${name}', '${other}', false)`,
    `set session ${name} = '${other}'`,
    `alter role current_user set ${name} = '${other}'`,
  ]);
}

function becoming({ theirs, theirPerson, theirMandate, ownPerson }: Known): string[] {
  const roles = [
    "toetssteen_owner",
    "toetssteen_resolver",
    "toetssteen_registrar",
    "toetssteen_identity",
    "toetssteen_worker",
    "postgres",
    "none",
  ];
  const read = "select m.* from set, toetssteen.membership m";
  const settings = [
    `set_config('app.principal', 'session:' || '${theirPerson}', true)`,
    `set_config('app.hat', '${theirs}', true), set_config('app.subject', '${theirs}', true)`,
    `set_config('app.hat', '${theirMandate}', true), set_config('app.subject', '${theirs}', true)`,
    `set_config('role', 'toetssteen_owner', true)`,
    `set_config('session_authorization', 'postgres', true)`,
    `set_config('session_replication_role', 'replica', true)`,
  ];
  return [
    ...roles.flatMap((role) => [
      `set role ${role}`,
      `set session authorization ${role === "none" ? "default" : role}`,
      `select set_config('role', '${role}', false)`,
      `do $$ begin execute 'set role ${role}'; end $$`,
      `grant ${role === "none" ? "postgres" : role} to toetssteen_app`,
    ]),
    ...settings.map((setting) => `with set as materialized (select ${setting}) ${read}`),
    "select token from identity.session",
    "select query from pg_catalog.pg_stat_activity",
    "select * from pg_catalog.pg_stats",
    "select * from pg_catalog.pg_stats_ext",
    "select rolpassword from pg_catalog.pg_authid",
    "select tenancy.viewer(), tenancy.person()",
    `insert into toetssteen.membership (organisation_id, person_id, name, roles) values ('${theirs}', '${ownPerson}', 'Ik', '{administrator}')`,
    `insert into toetssteen.oversight (organisation_id, id, subject_organisation_id, level, granted_by) values ('${theirs}', gen_random_uuid(), '${theirs}', 'progress', '${ownPerson}')`,
    `select tenancy.end_sessions('${theirPerson}')`,
    `select tenancy.mail_member('${theirPerson}', '{}')`,
  ];
}

const poison =
  "prepare enter(text, text, text) as select set_config(''application_name'', $1, false), set_config(''app.hat'', $2, true)";

const leavingBehind = [
  "prepare actor as select null::uuid as person_id, '[]'::jsonb as standing",
  "deallocate all",
  "deallocate enter",
  `do $$ begin execute 'deallocate enter'; execute '${poison}'; end $$`,
  `do $$ begin execute 'deallocate enter'; execute '${poison}'; raise exception 'undone'; end $$`,
  "do $$ begin execute 'deallocate all'; end $$",
  "do $$ begin execute 'listen jobs'; end $$",
  "do $$ begin execute 'alter role toetssteen_app password ''mine'''; end $$",
  "do $$ begin execute 'alter role toetssteen_app set search_path = pg_temp'; end $$",
  "do $$ begin execute 'declare kept cursor with hold for select current_setting(''app.principal'')'; end $$",
  "alter role toetssteen_app password 'mine'",
  "alter role toetssteen_app reset all",
  "alter database postgres set row_security = off",
  "create temporary table membership (organisation_id uuid)",
  "select * into temporary stray from pg_class",
  "create table stray (id int)",
  "create schema stray",
  "create function tenancy.person() returns uuid language sql return null",
  "create type toetssteen.stray as enum ('one')",
  "create extension dblink",
  "create event trigger stray on ddl_command_end execute function suppress_redundant_updates_trigger()",
  "create publication stray for all tables",
  "create server stray foreign data wrapper postgres_fdw",
  "create role stray superuser",
  "create database stray",
  "listen jobs",
  "unlisten *",
  'notify "worker:migrate", \'{"maxMigrationNumber": 1000}\'',
  "select pg_notify('worker:migrate', '{\"maxMigrationNumber\": 1000, \"breaking\": true}')",
  "select pg_advisory_lock(1), pg_advisory_lock_shared(2)",
  "select pg_terminate_backend(pid), pg_cancel_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()",
  "select pg_read_file('/etc/hostname'), pg_ls_dir('.')",
  "select lo_from_bytea(0, 'x')",
  "copy (select 1) to program 'true'",
  "copy (select 1) to '/tmp/stray'",
  "load 'plpgsql'",
  "discard all",
  "reset all",
  "reset role",
  "checkpoint",
  "vacuum",
  "analyze",
  "commit",
  "commit and chain",
  "rollback",
  "begin",
  "savepoint mine",
  "release savepoint mine",
  "rollback to savepoint mine",
  "prepare transaction 'mine'",
  "set transaction isolation level serializable",
  "set session characteristics as transaction read only",
  "set constraints all deferred",
  "drop owned by toetssteen_app",
  "reassign owned by toetssteen_owner to toetssteen_app",
  "security label on role toetssteen_app is 'x'",
  "comment on table toetssteen.membership is 'mine'",
  "select 1 / 0",
  "select",
  "",
  ";",
];

const stacked = [
  "select 1; set role toetssteen_owner",
  "select 1; commit; begin; select set_config('app.hat', '', true)",
  "select 1; prepare other as select 1",
  "select 1; deallocate all",
  "savepoint one; deallocate all",
  "-- select\nlisten jobs",
  "/* with */ listen jobs",
];
