import { setTimeout as sleep } from "node:timers/promises";
import { nobody } from "@toetssteen/server/tenancy/principal";
import { expect, test } from "vitest";
import { ask, asked, openWorld } from "../support/scenario.ts";

/** What every connection of a role sees of the others of that role is no place for a session's token. */
const world = await openWorld();
const library = await world.library();
const noor = await world.member(library, "reader");

const activity =
  "select query, state from pg_catalog.pg_stat_activity where usename = 'toetssteen_app' and pid <> pg_backend_pid()";

test("no statement ever shows the token of who asks", async () => {
  const watchers = await world.pool(1);
  const scopes = await world.pool(6);
  const seen = new Set<string>();
  let working = true;
  const watching = (async () => {
    while (working) {
      const rows = await ask<{ query: string }>(watchers, asked(noor, "read"), activity);
      for (const { query } of rows) seen.add(query);
    }
  })();
  const slow = (delay: number) => ask(scopes, asked(noor, "read"), "select pg_sleep($1)", [delay]);
  for (let round = 0; round < 40; round += 1)
    await Promise.all([slow(0.01), slow(0.001), slow(0), slow(0), slow(0)]);
  working = false;
  await watching;
  expect([...seen]).toContain("select pg_sleep($1)");
  expect([...seen].filter((query) => query.includes(noor.token))).toEqual([]);
});

test("the statement that tells the database who asks shows places for values only", async () => {
  const watchers = await world.pool(1);
  const scopes = await world.pool(1);
  const seen = await scopes.inScope(
    { principal: nobody, hat: null, subjects: [], access: "read" },
    async () => {
      await sleep(20);
      return {
        value: await ask<{ query: string; state: string }>(watchers, asked(noor, "read"), activity),
        keep: false,
      };
    },
  );
  const entering = "select person_id, standing from tenancy.enter($1, $2, $3)";
  expect(seen).toContainEqual({ query: entering, state: "idle in transaction" });
});

test("a token that stood in a statement would have been seen", async () => {
  const scopes = await world.pool(2);
  const careless = ask(scopes, asked(noor, "read"), `select pg_sleep(1), '${noor.token}'`);
  const watch = async () => {
    const seen = await ask<{ query: string }>(scopes, asked(noor, "read"), activity);
    return seen.some(({ query }) => query.includes(noor.token));
  };
  await expect.poll(watch, { timeout: 5_000, interval: 10 }).toBe(true);
  await careless;
});
