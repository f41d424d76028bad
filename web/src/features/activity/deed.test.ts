import { expect, test } from "vitest";
import { thingOf, toldTogether } from "./deed.ts";
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
const ids = (deeds: readonly Deed[]) =>
  toldTogether(deeds)
    .map(({ deed: { id } }) => id)
    .join("");

test("what somebody did in one place more than once in a row is told once, with the last time", () => {
  expect(ids([deed("a"), deed("b"), deed("c", { part: "4.2" }), deed("d")])).toBe("acd");
});

test("what another person did there, or something else, is told too", () => {
  const deeds = [deed("a"), deed("b", { by: sanne }), deed("c", { by: sanne, what: "commented" })];
  expect(ids(deeds)).toBe("abc");
});

const added = (id: string, title: string) =>
  deed(id, { what: "evidence_added", part: null, changes: [change("title", null, title)] });
const uploaded = (id: string, title: string) =>
  deed(id, { what: "file_uploaded", part: null, changes: [change(title, null, "plan.pdf")] });

test("documents that somebody added in a row are told once, with how many, and their files with them", () => {
  const deeds = [
    uploaded("a", "Begroting"),
    added("b", "Begroting"),
    uploaded("c", "Jaarplan"),
    added("d", "Jaarplan"),
    deed("e"),
    added("f", "Beleid"),
  ];
  const told = toldTogether(deeds).map(({ deed: { id, what }, count }) => [id, what, count]);
  expect(told).toEqual([
    ["b", "evidence_added", 2],
    ["e", "answered", 1],
    ["f", "evidence_added", 1],
  ]);
});

test("files that were added to one document are counted, and to two are two things", () => {
  const deeds = [uploaded("a", "Plan"), uploaded("b", "Plan"), uploaded("c", "Begroting")];
  expect(toldTogether(deeds).map(({ count }) => count)).toEqual([2, 1]);
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
