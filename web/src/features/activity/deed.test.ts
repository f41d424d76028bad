import { expect, test } from "vitest";
import { thingOf, withoutRepeats } from "./deed.ts";
import type { Deed } from "./deed.ts";

const noor = { __typename: "Member", personId: "1", name: "Noor" } as const;
const sanne = { __typename: "Member", personId: "2", name: "Sanne" } as const;
const change = (field: string, from: string | null, to: string | null) =>
  ({ __typename: "Change", field, from, to }) as const;
const deed = (id: string, some: Partial<Deed> = {}): Deed => ({
  __typename: "Activity",
  id,
  at: "2026-11-26T10:00:00Z",
  what: "answered",
  part: "4.1",
  by: noor,
  changes: [],
  ...some,
});
const ids = (deeds: readonly Deed[]) => deeds.map(({ id }) => id).join("");

test("what somebody did in one place more than once in a row is told once, with the last time", () => {
  expect(ids(withoutRepeats([deed("a"), deed("b"), deed("c", { part: "4.2" }), deed("d")]))).toBe(
    "acd",
  );
});

test("what another person did there, or something else, is told too", () => {
  const deeds = [deed("a"), deed("b", { by: sanne }), deed("c", { by: sanne, what: "commented" })];
  expect(ids(withoutRepeats(deeds))).toBe("abc");
});

test("two documents are two things", () => {
  const added = (id: string, title: string) =>
    deed(id, { what: "evidence_added", part: null, changes: [change("title", null, title)] });
  expect(ids(withoutRepeats([added("a", "Jaarplan"), added("b", "Begroting")]))).toBe("ab");
});

test.each([
  ["evidence_changed", [change("aboutFrom", null, "2025-01-01")], ""],
  ["evidence_changed", [change("title", "Plan", "Jaarplan")], "Jaarplan"],
  ["evidence_removed", [change("title", "Jaarplan", null)], "Jaarplan"],
  ["file_uploaded", [change("Jaarplan", null, "plan.pdf")], "Jaarplan"],
  ["member_invited", [change("Sanne", null, "colleague")], "Sanne"],
  ["work_state_changed", [change("4.1", "TO_DO", "DONE")], ""],
])("%s with %j is about '%s'", (what, changes, thing) => {
  expect(thingOf(deed("a", { what, changes }))).toBe(thing);
});
