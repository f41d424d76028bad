import { createSchema } from "@toetssteen/server/register/schema";
import { identityRole } from "@toetssteen/server/identity/database";
import { Client } from "pg";
import { afterAll, expect, test, vi } from "vitest";
import { openServer } from "../support/app.ts";
import { createTenantMaker } from "../support/filled-tenant.ts";
import { operationsOf, variablesFor } from "../support/operations.ts";
import { openWorld } from "../support/scenario.ts";

/**
 * What a server leaves on its connections, seen without a pooler: one that hands them out per transaction would give it
 * to the next, or lose it.
 */
const connections = new Set<Client>();
// oxlint-disable-next-line typescript/unbound-method -- it is applied to the client it is called on
const connect: (this: Client, ...given: unknown[]) => unknown = Client.prototype.connect;
vi.spyOn(Client.prototype, "connect").mockImplementation(function (
  this: Client,
  ...given: unknown[]
) {
  connections.add(this);
  this.once("end", () => connections.delete(this));
  return connect.apply(this, given);
} as never);
afterAll(() => vi.restoreAllMocks());

const world = await openWorld();
const server = await openServer(world);

/** By the names of PostgreSQL, everything that belongs to a connection; statements by digest a pooler keeps. */
const outliving = `
  select 'setting ' || name as what from pg_settings where source = 'session'
  union all select 'setting ' || name from unnest('{app.principal, app.hat, app.subject, app.mandate}'::text[]) name
    where current_setting(name, true) <> ''
  union all select 'lock ' || locktype from pg_locks where pid = pg_backend_pid() and locktype = 'advisory'
  union all select 'listening to ' || channel from pg_listening_channels() channel
  union all select 'statement ' || name from pg_prepared_statements where from_sql or name !~ '^[A-Za-z0-9_-]{43}$'
  union all select 'cursor ' || name from pg_cursors where is_holdable
  union all select 'temporary tables' where pg_my_temp_schema() <> 0`;
const leftOn = async (client: Client) =>
  (await client.query<{ what: string }>(outliving)).rows.map(({ what }) => what);

test("is nothing set, locked or prepared, whatever was asked", async () => {
  const tenant = await (await createTenantMaker(world, "tekst")).tenant();
  for (let times = 0; times < 2; times += 1) {
    await Promise.all(
      operationsOf(createSchema()).map((operation) =>
        server.ask(
          server.as(tenant.member),
          operation.document,
          variablesFor(operation, tenant.idFor),
        ),
      ),
    );
    await server.app.fastify.inject({
      method: "POST",
      url: "/api/auth/sign-in/email",
      payload: { email: "niemand@example.org", password: "nergens van bekend" },
    });
    await server.app.fastify.inject("/readyz");
  }
  const asked = [...connections].filter(({ user = "" }) =>
    ["toetssteen_app", identityRole].includes(user),
  );
  expect(new Set(asked.map(({ user }) => user)).size).toBe(2);
  expect(asked.length).toBeGreaterThan(2);
  const left = await Promise.all(asked.map(leftOn));
  expect(left.flat()).toEqual([]);
  const prepared = await Promise.all(
    asked.map((client) => client.query("select from pg_prepared_statements")),
  );
  expect(prepared.reduce((sum, { rows }) => sum + rows.length, 0)).toBeGreaterThan(20);
});

test("and what would be, is seen", async () => {
  const client = new Client({ connectionString: world.database.adminUrl });
  await client.connect();
  try {
    for (const sql of [
      "set work_mem = '5MB'",
      "select set_config('app.hat', 'x', false)",
      "select pg_advisory_lock(1)",
      "listen iets",
      "prepare iets as select 1",
      "create temporary table iets ()",
    ])
      await client.query(sql);
    expect(await leftOn(client)).toEqual(
      expect.arrayContaining([
        "setting work_mem",
        "setting app.hat",
        "lock advisory",
        "listening to iets",
        "statement iets",
        "temporary tables",
      ]),
    );
  } finally {
    await client.end();
  }
});
