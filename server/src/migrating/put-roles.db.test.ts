import { Client } from "pg";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { openTemporaryCluster } from "../../../test/support/temporary-cluster.ts";
import { identityDatabaseUrl } from "../identity/database.ts";
import { workerDatabaseUrl } from "../jobs/database.ts";
import { builtInEditions } from "../norms/editions.ts";
import { StartError } from "../start-error.ts";
import { awaitRelease } from "../persistence/release.ts";
import { createDatabase } from "./sound-database.ts";
import { migrate } from "./migrate.ts";
import { inTransaction, type Query, withConnection } from "../persistence/query.ts";
import { putRoles } from "./put-roles.ts";

/** Roles belong to a whole PostgreSQL, so these tests have one of their own. */
const cluster = await openTemporaryCluster();
afterAll(() => cluster.stop());
const editions = builtInEditions;
const secret = "s".repeat(48);

const urlOf = (database: string, user: string, password: string) =>
  Object.assign(new URL(cluster.adminUrl), { pathname: `/${database}`, username: user, password })
    .href;
const asSuper = (database: string) =>
  Object.assign(new URL(cluster.adminUrl), { pathname: `/${database}` }).href;
const asApp = (database: string, password = "gekozen") =>
  urlOf(database, "toetssteen_app", password);
const on = <T>(url: string, work: (query: Query) => Promise<T>) =>
  withConnection({ connectionString: url }, work);
const say = (sql: string, database = "postgres") =>
  on(asSuper(database), async (query) => {
    for (const statement of sql.split(";\n")) await query(statement);
  });
const getsIn = (url: string) =>
  on(url, (query) => query("select 1 as one")).then(
    () => true,
    (error: { code?: string }) => {
      expect(error.code).toBe("28P01");
      return false;
    },
  );

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => new Error("was not refused"),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(StartError);
  expect((error as Error).message).not.toContain("\n");
  return (error as Error).message;
}

const first = () =>
  migrate({ adminUrl: asSuper("een"), databaseUrl: asApp("een"), secret, editions });

const roles = () =>
  on(asSuper("postgres"), (query) =>
    query<{ name: string; kept: string | null }>(
      "select rolname as name, rolpassword as kept from pg_authid where rolname ~ '^toetssteen_' order by 1",
    ),
  );

await say(createDatabase.replace("toetssteen", "een"));
await first();

beforeEach(first);

describe("the roles of a PostgreSQL with one installation", () => {
  test("let in with their passwords, which no statement says in clear", async () => {
    const [databaseUrl, kept] = [asApp("een"), await roles()];
    expect(await getsIn(databaseUrl)).toBe(true);
    expect(await getsIn(identityDatabaseUrl({ databaseUrl, secret }))).toBe(true);
    expect(await getsIn(workerDatabaseUrl({ databaseUrl, secret }))).toBe(true);
    expect(kept.filter((role) => role.kept !== null).map(({ name }) => name)).toEqual([
      "toetssteen_app",
      "toetssteen_identity",
      "toetssteen_worker",
    ]);
    expect(JSON.stringify(kept)).not.toContain("gekozen");
    await first();
    expect(await roles()).toEqual(kept);
  });

  test("get a password that was changed without a statement that says it, for the log keeps those", async () => {
    const said: string[] = [];
    const databaseUrl = asApp("een", "heelanders");
    await on(asSuper("een"), (query) =>
      inTransaction(query, () =>
        putRoles(
          (text, values) => {
            said.push(text, JSON.stringify(values ?? []));
            return query(text, values);
          },
          { adminUrl: asSuper("een"), databaseUrl, secret },
        ),
      ),
    );
    expect(await getsIn(databaseUrl)).toBe(true);
    expect(said.join()).toMatch(/alter role toetssteen_app password/);
    expect(said.join()).not.toContain("heelanders");
  });

  test("keep a password that PostgreSQL made a salt for, and get one that was changed", async () => {
    await say("alter role toetssteen_app password 'gekozen'");
    const kept = await roles();
    await first();
    expect(await roles()).toEqual(kept);
    await say("alter role toetssteen_app password 'anders'");
    expect(await getsIn(asApp("een"))).toBe(false);
    await first();
    expect(await getsIn(asApp("een"))).toBe(true);
    const another = { adminUrl: asSuper("een"), databaseUrl: asApp("een", "nieuw"), secret };
    await migrate(another);
    expect(await getsIn(asApp("een"))).toBe(false);
    expect(await getsIn(asApp("een", "nieuw"))).toBe(true);
  });

  test("lose what somebody gave them, and what bounds them comes back", async () => {
    await say(
      "alter role toetssteen_app bypassrls createdb connection limit 3;\nalter role toetssteen_app reset statement_timeout;\nalter role toetssteen_owner login",
    );
    await first();
    const [app, owner] = await on(asSuper("postgres"), (query) =>
      query(
        `select rolbypassrls or rolcreatedb as more, rolconnlimit as most, rolcanlogin as "logsIn",
           'statement_timeout=15s' = any (coalesce(rolconfig, '{}')) as bound
         from pg_roles where rolname in ('toetssteen_app', 'toetssteen_owner') order by rolname`,
      ),
    );
    expect(app).toEqual({ more: false, most: -1, logsIn: true, bound: true });
    expect(owner).toMatchObject({ more: false, logsIn: false });
  });

  test("with a password that programs write in several ways are refused", async () => {
    const databaseUrl = asApp("een", encodeURIComponent("geheím"));
    expect(await refusal(migrate({ adminUrl: asSuper("een"), databaseUrl, secret }))).toMatch(
      /^DATABASE_URL's password must be of ASCII/,
    );
    expect(await getsIn(asApp("een"))).toBe(true);
  });
});

describe("a second installation", () => {
  test.each([
    ["another SESSION_SECRET", "gekozen", "t".repeat(48)],
    ["another password", "anders", secret],
  ])("with %s is refused by the name of the first, which goes on", async (_what, password, its) => {
    await say("drop database if exists twee with (force)");
    await say(createDatabase.replace("toetssteen", "twee"));
    const kept = await roles();
    const adminUrl = asSuper("twee");
    const second = { adminUrl, databaseUrl: asApp("twee", password), secret: its, editions };
    expect(await refusal(migrate(second))).toMatch(
      /belong to the installation in its database "een",/,
    );
    expect(await roles()).toEqual(kept);
    expect(await getsIn(asApp("een"))).toBe(true);
    const schemas = await on(adminUrl, (query) =>
      query("select from pg_namespace where nspname in ('toetssteen', 'tenancy', 'identity')"),
    );
    expect(schemas).toEqual([]);
  });

  test("with the same of both, as a copy beside has it, is none", async () => {
    await say("drop database if exists drie with (force)");
    await say(createDatabase.replace("toetssteen", "drie"));
    const kept = await roles();
    await migrate({ adminUrl: asSuper("drie"), databaseUrl: asApp("drie"), secret, editions });
    expect(await roles()).toEqual(kept);
    await expect(awaitRelease(asApp("drie"), () => {}, 0)).resolves.toBeUndefined();
    await say("drop database drie with (force)");
  });
});

describe("a database", () => {
  test.each([
    ["SQL_ASCII", "encoding 'SQL_ASCII' locale 'C'", /has encoding SQL_ASCII/],
    ["the order of libc's C", "encoding 'UTF8' locale 'C'", /sorts names by the numbers/],
  ])("with %s is refused with the command that makes a good one", async (_what, made, said) => {
    await say("drop database if exists scheef");
    await say(`create database scheef template template0 ${made} locale_provider libc`);
    const line = await refusal(
      migrate({ adminUrl: asSuper("scheef"), databaseUrl: asApp("scheef"), secret, editions }),
    );
    expect(line).toMatch(said);
    expect(line).toContain(createDatabase);
    const made_ = await on(asSuper("scheef"), (query) =>
      query("select from pg_namespace where nspname = 'tenancy'"),
    );
    expect(made_).toEqual([]);
  });
});

describe("an administrator who is no superuser", () => {
  const beheer = (database: string) => urlOf(database, "beheer", "beheer");

  test("is told once what to be given where a superuser made the roles", async () => {
    await say(
      "create role beheer login createdb createrole password 'beheer';\nalter database een owner to beheer",
    );
    const line = await refusal(
      migrate({ adminUrl: beheer("een"), databaseUrl: asApp("een"), secret, editions }),
    );
    expect(line).toMatch(/^DATABASE_ADMIN_URL's role may not change the roles of Toetssteen/);
    const [, grant = ""] = /once: (grant .*)$/.exec(line) ?? [];
    expect(grant).toContain("toetssteen_owner");
    await say(grant);
    await migrate({ adminUrl: beheer("een"), databaseUrl: asApp("een"), secret, editions });
    await say("alter database een owner to postgres;\nreassign owned by beheer to postgres");
  });
});

test(
  "who makes roles and owns the database migrates a PostgreSQL without a superuser, and again",
  { timeout: 240_000 },
  async () => {
    const managed = await openTemporaryCluster();
    try {
      const asBeheer = (database: string, user = "beheer", password = "beheer") =>
        Object.assign(new URL(managed.adminUrl), {
          pathname: `/${database}`,
          username: user,
          password,
        }).href;
      await on(managed.adminUrl, (query) =>
        query("create role beheer login createdb createrole password 'beheer'"),
      );
      await on(asBeheer("postgres"), (query) =>
        query(createDatabase.replace("toetssteen", "beheerd")),
      );
      const adminUrl = asBeheer("beheerd");
      const databaseUrl = asBeheer("beheerd", "toetssteen_app", "gekozen");
      await migrate({ adminUrl, databaseUrl, secret, editions });
      const kept = () =>
        on(managed.adminUrl, (query) =>
          query("select rolname, rolpassword, xmin::text from pg_authid order by 1"),
        );
      const before = await kept();
      await migrate({ adminUrl, databaseUrl, secret, editions });
      expect(await kept()).toEqual(before);
      await expect(awaitRelease(databaseUrl, () => {}, 0)).resolves.toBeUndefined();
      await on(databaseUrl, async (query) => {
        const entered = "select person_id, standing from tenancy.enter('nobody:', '', '')";
        expect(await query(entered)).toEqual([{ person_id: null, standing: [] }]);
        expect(await query("select from toetssteen.cycle")).toEqual([]);
        await expect(query("select from identity.session")).rejects.toMatchObject({
          code: "42501",
        });
      });
      const client = new Client({ connectionString: workerDatabaseUrl({ databaseUrl, secret }) });
      await client.connect();
      await client.query("select from graphile_worker._private_jobs");
      await client.end();
    } finally {
      await managed.stop();
    }
  },
);
