import { Client } from "pg";
import { afterEach, expect, test } from "vitest";
import { openServer } from "../../../test/support/app.ts";
import { openWorld } from "../../../test/support/scenario.ts";
import { QueueFull } from "../tenancy/turns.ts";
import { canServe, oneAtATime } from "./readiness.ts";

/** Whether people are sent to a server goes by what they would meet there. */
const world = await openWorld();
const server = await openServer(world);
const ready = () => server.app.fastify.inject("/readyz");
const release = "(select number from tenancy.release)";
const undo: string[] = [];
afterEach(async () => {
  for (const sql of undo.splice(0)) await world.asOperator(sql);
  if ((await ready()).statusCode !== 200) throw new Error("It isn't ready again.");
});

async function changed(sql: string, back: string): Promise<void> {
  undo.push(back);
  await world.asOperator(sql);
}

test.each([
  [
    "the function that every request begins with is gone",
    "alter function tenancy.enter(text, text, text) rename to entered",
    "alter function tenancy.entered(text, text, text) rename to enter",
  ],
  [
    "it may not be called",
    "revoke execute on function tenancy.enter(text, text, text) from toetssteen_app",
    "grant execute on function tenancy.enter(text, text, text) to toetssteen_app",
  ],
  [
    "the database serves newer programs only",
    `update tenancy.release set number = number + 2, serves_from = ${release} + 1`,
    "update tenancy.release set number = number - 2, serves_from = number - 3",
  ],
  [
    "the database was put back to before this program",
    "update tenancy.release set number = number - 1",
    "update tenancy.release set number = number + 1",
  ],
])("a server isn't ready when %s", async (_what, change, back) => {
  await changed(change, back);
  const { statusCode, body } = await ready();
  expect([statusCode, JSON.parse(body)]).toEqual([
    503,
    { status: "failed", checks: { database: "failed", identity: "ok" } },
  ]);
});

test("nor when accounts can't be read, and says which of both it is", async () => {
  await changed(
    "revoke select on identity.session from toetssteen_identity",
    "grant select on identity.session to toetssteen_identity",
  );
  const { statusCode, body } = await ready();
  expect([statusCode, JSON.parse(body)]).toEqual([
    503,
    { status: "failed", checks: { database: "ok", identity: "failed" } },
  ]);
});

test("it answers within its time while the database doesn't, however often it is asked", async () => {
  const holding = new Client({ connectionString: world.database.adminUrl });
  holding.on("error", () => {});
  await holding.connect();
  await holding.query("begin; lock table tenancy.release in access exclusive mode");
  const began = performance.now();
  const answers = await Promise.all(Array.from({ length: 30 }, ready));
  answers.push(await ready());
  expect(performance.now() - began).toBeLessThan(6_000);
  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([503]));
  // Thirty who ask hold one connection, and nobody else is in the way.
  const waiting = await world.rows(
    "select from pg_locks where not granted and relation = 'tenancy.release'::regclass",
  );
  expect(waiting.length).toBeLessThanOrEqual(1);
  await holding.end();
  await expect.poll(async () => (await ready()).statusCode).toBe(200);
});

test("where all connections are taken it is enough that somebody just got in, and not that somebody did long ago", async () => {
  let since = 10;
  const full = async () => {
    throw new QueueFull("full");
  };
  const check = canServe({
    inScope: full,
    unheard: { inScope: full },
    sinceEntered: () => since,
  });
  await expect(check()).resolves.toBeUndefined();
  since = 10_000;
  await expect(check()).rejects.toThrow(QueueFull);
});

test("of two who ask at once the second waits for the same answer, and the next asks anew", async () => {
  let asked = 0;
  const gate = Promise.withResolvers<void>();
  const check = oneAtATime(async () => {
    asked += 1;
    await gate.promise;
  });
  const both = [check(), check()];
  gate.resolve();
  await Promise.all(both);
  await check();
  expect(asked).toBe(2);
});
