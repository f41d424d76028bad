import { afterAll, beforeAll, expect, test } from "vitest";
import { requireEquality } from "./equality.ts";
import { openHouse, type House } from "./house.ts";

let house: House;
beforeAll(
  async () => (house = await openHouse(["limit", "postgraphile", "mercurius"], 2)),
  120_000,
);
afterAll(() => house.close());

test.each(["page", "home", "evidence", "members", "search", "answer"] as const)(
  "what is measured beside peers is answered the same by all of them: %s",
  async (operation) => {
    const bytes = await requireEquality(house, operation, [1]);
    expect([...bytes.keys()]).toEqual(["ours", "limit", "postgraphile", "mercurius"]);
  },
);
