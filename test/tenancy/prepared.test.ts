import { mostPrepared } from "@toetssteen/server/tenancy/prepared";
import { expect, test } from "vitest";
import { ask, asked, openWorld } from "../support/scenario.ts";

/** What stays on a connection of the statements that were asked over it. */
const world = await openWorld();
const library = await world.library();
const noor = await world.member(library, "quality_coordinator");

const ofOurs = "select name, statement from pg_prepared_statements";
/** As they stand on the one connection of a pool. */
type Kept = { name: string; statement: string };

test("statements that read alike for longer than a name may be are told apart", async () => {
  const scopes = await world.pool(1);
  const long = `select /* ${"a".repeat(100)} */`;
  const said = async (name: string, what: number) =>
    (
      await scopes.inScope(asked(noor, "read"), async (scope) => ({
        value: await scope.sql<{ n: number }>(name, `${long} ${what} as n`, []),
        keep: false,
      }))
    )[0]?.n;
  // Also where one name is given to two.
  const name = "evidence page ".repeat(10);
  expect(await said(name, 1)).toBe(1);
  expect(await said(name, 2)).toBe(2);
  expect(await said(`${name} and more`, 1)).toBe(1);
  const kept = await ask<Kept>(scopes, asked(noor, "read"), ofOurs);
  expect(kept.filter(({ statement }) => statement.startsWith(long))).toHaveLength(2);
  for (const one of kept) expect(one.name).toMatch(/^[\w-]{43}$/);
});

test("only so many stay, and those that were used last", async () => {
  const scopes = await world.pool(1);
  const one = (number: number) =>
    ask<{ n: number }>(scopes, asked(noor, "read"), `select ${number} as n`);
  for (let number = 0; number < mostPrepared + 30; number += 1) {
    expect(await one(number)).toEqual([{ n: number }]);
    expect(await one(0)).toEqual([{ n: 0 }]);
  }
  const kept = (await ask<Kept>(scopes, asked(noor, "read"), ofOurs)).map((each) => each.statement);
  expect(kept).toHaveLength(mostPrepared);
  expect(kept).toContain("select 0 as n");
  expect(kept).toContain(`select ${mostPrepared + 29} as n`);
  expect(kept).not.toContain("select 1 as n");
  // Those that were let go are prepared anew, and the first statement of every scope is there still.
  expect(await one(1)).toEqual([{ n: 1 }]);
});

test("letting go counts after a statement that failed, and for many sent at once", async () => {
  const scopes = await world.pool(1);
  for (let round = 0; round < 3; round += 1) {
    const failing = scopes.inScope(asked(noor, "read"), async (scope) => {
      const numbers = Array.from({ length: mostPrepared + 20 }, (_, n) => n);
      const all = await Promise.allSettled(
        numbers.map((n) =>
          scope.sql<{ n: number }>("one", n === 10 ? "select 1 / 0 as n" : `select ${n} as n`, []),
        ),
      );
      expect(all.slice(0, 10).map((each) => each.status)).toEqual(Array(10).fill("fulfilled"));
      expect(all[10]).toMatchObject({ reason: { code: "22012", statement: "one" } });
      expect(all.at(-1)).toMatchObject({ reason: { code: "25P02" } });
      return { value: null, keep: false };
    });
    await failing;
    const [after] = await ask<{ n: number }>(scopes, asked(noor, "read"), "select 5 as n");
    expect(after).toEqual({ n: 5 });
    const kept = await ask<Kept>(scopes, asked(noor, "read"), ofOurs);
    expect(kept.length).toBeLessThanOrEqual(mostPrepared + 21);
  }
});
