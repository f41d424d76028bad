import pg from "pg";
import { expect, test } from "vitest";
import { takeDriverWarnings } from "../../../test/support/no-driver-warnings.ts";
import { openWorld } from "../../../test/support/scenario.ts";
import { logDriverWarnings } from "./driver-warnings.ts";

const world = await openWorld();

/** What stands in the log after this was done. */
async function logged(work: (client: pg.Client) => Promise<unknown>): Promise<unknown[]> {
  const lines: unknown[] = [];
  const stop = logDriverWarnings({ error: (...line) => lines.push(line) });
  const client = new pg.Client({ connectionString: world.database.adminUrl });
  await client.connect();
  try {
    await work(client);
    // A warning of the process comes in a later turn.
    await new Promise((resolve) => setImmediate(resolve));
  } finally {
    stop();
    await client.end();
  }
  return lines;
}

test("a name that PostgreSQL would cut is an error in the log", async () => {
  const lines = await logged((client) => client.query({ name: "n".repeat(64), text: "select 1" }));
  expect(lines).toContainEqual([
    { said: "Warning! Postgres only supports 63 characters for query names." },
    "the database's driver warned",
  ]);
});

test("so is what the driver won't take for much longer", async () => {
  const lines = await logged((client) =>
    Promise.all([1, 2, 3].map((n) => client.query("select $1::int", [n]))),
  );
  expect(lines).toEqual([
    [{ said: expect.stringContaining("DeprecationWarning") }, "the database's driver warned"],
  ]);
  // A warning of the process is heard by all: by what holds every test to there being none, too.
  expect(takeDriverWarnings()).toHaveLength(1);
});

test("what it takes without a word is not", async () => {
  const lines = await logged((client) => client.query({ name: "n".repeat(63), text: "select 1" }));
  expect(lines).toEqual([]);
});
