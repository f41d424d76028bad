import { afterAll, beforeAll, expect, test } from "vitest";
import { requireEquality } from "./equality.ts";
import { openSetup, type Setup } from "./setup.ts";

let setup: Setup;
beforeAll(
  async () => (setup = await openSetup(["limit", "postgraphile", "mercurius"], 2)),
  120_000,
);
afterAll(() => setup.close());

test.each(["page", "home", "evidence", "members", "search", "answer"] as const)(
  "what is measured beside peers is answered the same by all of them: %s",
  async (operation) => {
    const bytes = await requireEquality(setup, operation, [1]);
    expect([...bytes.keys()]).toEqual(["ours", "limit", "postgraphile", "mercurius"]);
  },
);
