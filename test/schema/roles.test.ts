import { registrarFunctions, resolverFunctions } from "@toetssteen/server/migrating/functions";
import pg from "pg";
import { afterAll, describe, expect, test } from "vitest";
import { ownSchemas } from "../support/inspect-relations.ts";
import { ask, asked, openWorld, type Query } from "../support/scenario.ts";

const world = await openWorld();
const app = new pg.Client({ connectionString: world.database.databaseUrl });
await app.connect();
afterAll(() => app.end());

const roles = ["app", "identity", "owner", "registrar", "resolver", "worker"].map(
  (name) => `toetssteen_${name}`,
);
/** Those of the statements that the application role was not refused for want of a right. */
async function permitted(...statements: string[]): Promise<string[]> {
  const permissionDenied = "42501";
  const permits: string[] = [];
  for (const statement of statements) {
    const code = await app.query(statement).then(
      () => "done",
      (error: { code: string }) => error.code,
    );
    if (code !== permissionDenied) permits.push(`${statement}: ${code}`);
  }
  return permits;
}

describe("the roles of the database", () => {
  test("nobody may walk past row security or make roles and databases", async () => {
    const found = await world.rows(
      `select rolname::text as role, rolcanlogin as login, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as mighty
       from pg_roles where rolname ~ '^toetssteen' order by 1`,
    );
    const signIn = ["toetssteen_app", "toetssteen_identity", "toetssteen_worker"];
    const login = (role: string) => signIn.includes(role);
    expect(found).toEqual(roles.map((role) => ({ role, login: login(role), mighty: false })));
  });

  test("no role is a member of another, so none can become another", async () => {
    // Roles are the cluster's: those of another test file are not ours.
    const members = await world.rows(
      `select r.rolname, m.rolname as member from pg_auth_members
       join pg_roles r on r.oid = roleid join pg_roles m on m.oid = member
       where not m.rolsuper and m.rolname !~ '^test_' and (r.rolname ~ '^toetssteen' or m.rolname ~ '^toetssteen')`,
    );
    expect(members).toEqual([]);
    const others = ["toetssteen_owner", "toetssteen_resolver", "toetssteen_registrar", "postgres"];
    expect(await permitted(...others.map((role) => `set role ${role}`))).toEqual([]);
  });

  test("everything of ours belongs to a role that cannot sign in", async () => {
    const owners = await world.rows<{ name: string }>(
      `select distinct pg_get_userbyid(relowner)::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind <> 't' and ${ownSchemas}`,
    );
    expect(owners).toEqual([{ name: "toetssteen_owner" }]);
  });

  test("a statement, a lock, an idle and a whole transaction end by themselves", async () => {
    const { rows } = await app.query(
      `select name, setting::int from pg_settings where name in
         ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout') order by name`,
    );
    expect(rows).toEqual([
      { name: "idle_in_transaction_session_timeout", setting: 20_000 },
      { name: "lock_timeout", setting: 5_000 },
      { name: "statement_timeout", setting: 15_000 },
      { name: "transaction_timeout", setting: 30_000 },
    ]);
    for (const role of ["toetssteen_identity", "toetssteen_worker"]) {
      const found = await world.rows<{ setting: string }>(
        "select unnest(setconfig) as setting from pg_db_role_setting where setrole = $1::regrole",
        [role],
      );
      for (const name of rows.map((row) => row.name)) {
        expect(found.map(({ setting }) => setting)).toContainEqual(
          expect.stringMatching(`^${name}=[1-9]\\d*s$`),
        );
      }
    }
  });

  test("names are looked up nowhere, so that no table put in the way is taken for ours", async () => {
    expect((await app.query("show search_path")).rows).toEqual([{ search_path: '""' }]);
  });
});

describe("functions that run with somebody else's rights", () => {
  test("are those on the list, belong to a role of their own and look up nothing", async () => {
    const found = await world.rows<{ definer: string }>(
      `select format('%s %s.%s(%s) %s', pg_get_userbyid(p.proowner), n.nspname, p.proname, oidvectortypes(p.proargtypes),
         array_to_string(p.proconfig, ' ')) as definer
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and ${ownSchemas}`,
    );
    const listed = [
      ...resolverFunctions.map((name) => `toetssteen_resolver ${name} search_path=""`),
      ...registrarFunctions.map((name) => `toetssteen_registrar ${name} search_path=""`),
    ];
    expect(found.map(({ definer }) => definer).toSorted()).toEqual(listed.toSorted());
  });

  test("that only read are stable, and every function of ours looks up nothing", async () => {
    const loose = await world.rows(
      `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where ${ownSchemas} and (p.proconfig is null or not 'search_path=""' = any (p.proconfig)
         or (p.provolatile <> 's' and pg_get_userbyid(p.proowner) = 'toetssteen_resolver'))`,
    );
    expect(loose).toEqual([]);
  });
});

describe("the application role", () => {
  test("cannot look into identity or our own bookkeeping", async () => {
    const tables = [
      'identity."user"',
      "identity.session",
      "identity.account",
      "tenancy.applied_migration",
      "tenancy.applied_policies",
    ];
    expect(await permitted(...tables.map((table) => `select from ${table}`))).toEqual([]);
  });

  test("cannot make tables, temporary ones neither, nor functions and schemas", async () => {
    expect(
      await permitted(
        "create temporary table stray (id int)",
        "create table public.stray (id int)",
        "create table toetssteen.stray (id int)",
        "create function tenancy.stray() returns int language sql return 1",
        "create schema stray",
      ),
    ).toEqual([]);
  });

  test("reaches no large object, which row security doesn't hold", async () => {
    const calls = [
      "lo_create(0)",
      "lo_creat(-1)",
      "lo_from_bytea(0, '')",
      "lo_get(1)",
      "lo_open(1, 262144)",
      "loread(1, 1)",
      "lo_unlink(1)",
    ];
    expect(await permitted(...calls.map((call) => `select ${call}`))).toEqual([]);
    const open = await world.rows(
      `select p.oid::regprocedure::text as name from pg_proc p where p.pronamespace = 'pg_catalog'::regnamespace
       and p.proname ~ '^(lo_|lo[a-z]*$)' and p.proname not in ('log', 'lower', 'log10') and has_function_privilege('toetssteen_app', p.oid, 'execute')`,
    );
    expect(open).toEqual([]);
  });

  test("cannot keep a lock past its transaction, end other connections or tell the workers anything", async () => {
    const calls = [
      "pg_advisory_lock(1)",
      "pg_advisory_lock_shared(1, 2)",
      "pg_try_advisory_lock(1)",
      "pg_try_advisory_lock_shared(1, 2)",
      "pg_advisory_xact_lock(718204006)",
      "pg_try_advisory_xact_lock(718204021, 1)",
      "pg_terminate_backend(1)",
      "pg_cancel_backend(1)",
      "pg_notify('worker:migrate', '{}')",
    ];
    expect(await permitted(...calls.map((call) => `select ${call}`))).toEqual([]);
  });

  test("learns no totals over all organisations from what PostgreSQL counts", async () => {
    const counted = [
      "select * from pg_stat_user_tables",
      "select * from pg_statio_user_tables",
      "select * from pg_stat_user_indexes",
      "select * from pg_stat_database",
      "select * from pg_stat_wal",
      "select pg_relation_size('toetssteen.progress'::regclass)",
      "select pg_total_relation_size('toetssteen.progress'::regclass)",
      "select pg_database_size(current_database())",
      "select txid_current()",
      "select pg_current_wal_lsn()",
    ];
    expect(await permitted(...counted)).toEqual([]);
    // Of its own transaction it may know.
    expect(await permitted("select * from pg_stat_xact_user_tables")).toHaveLength(1);
  });

  test("makes nobody a member, and no member somebody else", async () => {
    const library = await world.library();
    const noor = await world.member(library, "administrator");
    const sanne = await world.member(library, "reader");
    const stranger = await world.person();
    const say = (sql: string, values: readonly unknown[]) =>
      ask(world.scopes, asked(noor, "write"), sql, values, true);
    const refused = { code: "42501" };
    const invite =
      "insert into toetssteen.membership (organisation_id, person_id, name, roles) values ($1, $2, 'Iemand', '{administrator}')";
    await expect(say(invite, [library.id, stranger.id])).rejects.toMatchObject(refused);
    const change =
      "update toetssteen.membership set roles = $3 where (organisation_id, person_id) = ($1, $2)";
    for (const role of ["auditor", "office", "adviser"])
      await expect(say(change, [library.id, sanne.id, [role]])).rejects.toMatchObject(refused);
    await expect(
      say(
        "update toetssteen.membership set person_id = $3 where (organisation_id, person_id) = ($1, $2)",
        [library.id, sanne.id, stranger.id],
      ),
    ).rejects.toMatchObject(refused);
    const roles = () =>
      world.rows(
        "select person_id, roles from toetssteen.membership where organisation_id = $1 order by roles",
        [library.id],
      );
    expect(await roles()).toEqual([
      { person_id: noor.id, roles: ["administrator"] },
      { person_id: sanne.id, roles: ["reader"] },
    ]);
    await say(change, [library.id, sanne.id, ["colleague"]]);
    expect(await roles()).toContainEqual({ person_id: sanne.id, roles: ["colleague"] });
  });

  test("cannot read files of the server or run programs on it", async () => {
    expect(
      await permitted("select pg_read_file('/etc/hostname')", "copy (select 1) to program 'true'"),
    ).toEqual([]);
    const extensions = await world.rows("select extname::text as name from pg_extension");
    expect(extensions).toEqual([{ name: "plpgsql" }]);
  });

  test("gets nothing on what somebody makes tomorrow", async () => {
    for (const maker of ["toetssteen_owner", "postgres"]) {
      await world.asAdmin(async (query: Query) => {
        await query(`set local role ${maker}`);
        await query(`create table toetssteen.later (id int); create view tenancy.later as select 1 as one;
          create function toetssteen.later() returns int language sql return 1; create function tenancy.later() returns int language sql return 1`);
        const [found] = await query<Record<string, boolean>>(
          `select has_table_privilege(r, 'toetssteen.later', 'select, insert, update, delete') as "table",
             has_table_privilege(r, 'tenancy.later', 'select') as view,
             has_function_privilege(r, 'toetssteen.later()', 'execute') or has_function_privilege(r, 'tenancy.later()', 'execute') as function
           from (values ('toetssteen_app'::name)) as app (r)`,
        );
        expect(found, maker).toEqual({ table: false, view: false, function: false });
      });
    }
  });
});
