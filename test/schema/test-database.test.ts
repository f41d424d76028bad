import { Client } from "pg";
import { expect, test } from "vitest";
import { createTestDatabase } from "../support/cluster.ts";

async function ask(url: string, query: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(query)).rows;
  } finally {
    await client.end();
  }
}

test("a test's database lets in whom the migrated one lets in, and nobody else", async () => {
  const database = await createTestDatabase();
  const query = `select privilege_type, case grantee when 0 then 'public' else pg_get_userbyid(grantee)::text end as grantee
    from pg_database, aclexplode(datacl) where datname = '<name>' order by 1, 2`;
  const copied = await ask(database.adminUrl, query.replace("<name>", database.name));
  expect(copied).toEqual(
    await ask(database.adminUrl, query.replace("<name>", "toetssteen_template")),
  );
  expect(copied).toContainEqual({ privilege_type: "CONNECT", grantee: "toetssteen_app" });
  expect(copied).not.toContainEqual(expect.objectContaining({ grantee: "public" }));
});

test("a test writes in its own database only", async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  await ask(one.adminUrl, "create schema only_here");
  const query = "select from pg_namespace where nspname = 'only_here'";
  expect(await ask(one.adminUrl, query)).toHaveLength(1);
  expect(await ask(other.adminUrl, query)).toHaveLength(0);
});

test("the application role gets in without rights to change the shape", async () => {
  const { databaseUrl } = await createTestDatabase();
  expect(await ask(databaseUrl, "select current_user::text as name")).toEqual([
    { name: "toetssteen_app" },
  ]);
  await expect(ask(databaseUrl, "create table public.own (id int)")).rejects.toMatchObject({
    code: "42501",
  });
});
