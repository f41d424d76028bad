import { getMigrations } from "better-auth/db/migration";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { authOptions } from "./options.ts";
import { identityDatabaseUrl } from "./database.ts";
import { migrateIdentity } from "../migrating/migrate-identity.ts";
import { createTestDatabase } from "../../../test/support/cluster.ts";

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let secret: string;
let admin: pg.Client;
let identity: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase({ migrated: false });
  const { adminUrl } = database;
  secret = database.secret;
  await Promise.all([migrateIdentity({ adminUrl, secret }), migrateIdentity({ adminUrl, secret })]);
  admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  identity = new pg.Pool({
    connectionString: identityDatabaseUrl({ databaseUrl: adminUrl, secret }),
    max: 1,
  });
});

afterAll(async () => {
  await identity.end();
  await admin.end();
});

async function differences() {
  const found = await getMigrations(
    authOptions({ pool: identity, secret, publicUrl: "http://127.0.0.1:4000" }),
  );
  const { toBeCreated, toBeAdded, toBeAddedIndexes, schemaProblems } = found;
  return {
    toBeCreated,
    toBeAdded: toBeAdded.map(({ table, fields }) => [table, Object.keys(fields)]),
    toBeAddedIndexes,
    schemaProblems,
  };
}

test("better-auth finds every table, column and index that it expects", async () => {
  expect(await differences()).toEqual({
    toBeCreated: [],
    toBeAdded: [],
    toBeAddedIndexes: [],
    schemaProblems: [],
  });
});

test("the comparison with better-auth notices a column that is missing", async () => {
  await admin.query(`alter table identity.session rename "userAgent" to agent`);
  try {
    expect((await differences()).toBeAdded).toEqual([["session", ["userAgent"]]]);
  } finally {
    await admin.query(`alter table identity.session rename agent to "userAgent"`);
  }
});

test("two servers that migrate together, and a later start, apply each migration once", async () => {
  await migrateIdentity({ adminUrl: database.adminUrl, secret });
  const applied = await admin.query("select number from identity.migration");
  expect(applied.rows).toEqual([{ number: 1 }, { number: 2 }, { number: 3 }]);
});

test("several databases of one cluster can be migrated at the same time", async () => {
  const others = await Promise.all([1, 2, 3].map(() => createTestDatabase({ migrated: false })));
  await Promise.all(others.map(({ adminUrl }) => migrateIdentity({ adminUrl, secret })));
  await expect(identity.query("select from session")).resolves.toBeDefined();
});

test("the tables belong to the owner, and only identity and the resolver have anything to do with them", async () => {
  const owners = await admin.query(
    "select distinct tableowner from pg_tables where schemaname = 'identity'",
  );
  expect(owners.rows).toEqual([{ tableowner: "toetssteen_owner" }]);

  const tables = await admin.query<{ line: string }>(`
    select grantee || ' ' || table_name || ' ' || string_agg(lower(privilege_type), ',' order by privilege_type) as line
    from information_schema.role_table_grants where table_schema = 'identity' and grantee <> 'toetssteen_owner'
    group by grantee, table_name order by table_name collate "C"`);
  const all = "delete,insert,select,update";
  expect(tables.rows.map((row) => row.line)).toEqual(
    ["account", "session", "throttle", "twoFactor", "user", "verification"].map(
      (table) => `toetssteen_identity ${table} ${all}`,
    ),
  );

  const columns = await admin.query<{ line: string }>(`
    select table_name || '.' || column_name || ' ' || lower(privilege_type) as line
    from information_schema.column_privileges where table_schema = 'identity' and grantee = 'toetssteen_resolver' order by 1`);
  expect(columns.rows.map((row) => row.line).sort()).toEqual([
    "session.expiresAt select",
    "session.token select",
    "session.userId select",
    "user.email select",
    "user.id select",
    "user.name select",
  ]);

  const schema = await admin.query<{ role: string }>(`
    select coalesce(r.rolname, 'public') as role from pg_namespace n, aclexplode(n.nspacl) a left join pg_roles r on r.oid = a.grantee
    where n.nspname = 'identity' and r.rolname is distinct from 'toetssteen_owner' order by 1`);
  expect(schema.rows.map((row) => row.role)).toEqual([
    "toetssteen_identity",
    "toetssteen_resolver",
  ]);
});

test("the identity role can change rows but no table", async () => {
  await expect(identity.query("delete from throttle")).resolves.toBeDefined();
  await expect(identity.query("truncate throttle")).rejects.toMatchObject({ code: "42501" });
  await expect(identity.query("create table identity.more (id integer)")).rejects.toMatchObject({
    code: "42501",
  });
  await expect(identity.query("select from migration")).rejects.toMatchObject({ code: "42501" });
});

test("the identity role does not get in with a password made from another secret", async () => {
  const connectionString = identityDatabaseUrl({
    databaseUrl: database.adminUrl,
    secret: "another secret that is quite long enough too",
  });
  const stranger = new pg.Client({ connectionString });
  await expect(stranger.connect()).rejects.toMatchObject({ code: "28P01" });
});
