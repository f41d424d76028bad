import type { Pool } from "pg";
import { expect, test } from "vitest";
import { createRenewal } from "./renewal.ts";

/** A database that notes which sessions it is asked to renew. */
function openDatabase(failures = 0) {
  const asked: string[][] = [];
  let left = failures;
  const query = async (_text: string, [tokens]: [string[]]) => {
    asked.push(tokens);
    left -= 1;
    if (left >= 0) throw new Error("away");
  };
  return { asked, pool: { query } as unknown as Pick<Pool, "query"> };
}

test("sessions that are due at one moment are renewed with one question", async () => {
  const { asked, pool } = openDatabase();
  const renewal = createRenewal(pool);
  await Promise.all(["a", "b", "c", "a"].map((token) => renewal.renew(token)));
  expect(asked).toEqual([["a", "b", "c"]]);
  await Promise.all(["c", "d"].map((token) => renewal.renew(token)));
  expect(asked).toEqual([["a", "b", "c"], ["d"]]);
});

test("a session that could not be renewed is asked about again with the next request", async () => {
  const { asked, pool } = openDatabase(1);
  const renewal = createRenewal(pool);
  await expect(renewal.renew("a")).rejects.toThrow("away");
  await renewal.renew("a");
  expect(asked).toEqual([["a"], ["a"]]);
});

test("whoever ends it waits for what is under way", async () => {
  const { asked, pool } = openDatabase();
  const renewal = createRenewal(pool);
  void renewal.renew("a");
  await renewal.end();
  expect(asked).toEqual([["a"]]);
});
