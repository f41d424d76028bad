import { expect, test } from "vitest";
import { byLibrary, isOneOfMore } from "./by-library.ts";

const mandate = (
  id: string,
  library: string,
  norm: string,
  closesAt: string,
  submittedAt = "1",
) => ({
  id,
  organisationId: library,
  libraryName: `Bibliotheek ${library}`,
  norm,
  closesAt,
  submittedAt,
});

test("seven norms of a library are one card, in the order of the norms", () => {
  const norms = ["10", "2", "7", "1", "3", "6", "5"];
  const found = byLibrary(norms.map((norm) => mandate(norm, "H", norm, "2027-01-20")));
  expect(found).toHaveLength(1);
  expect(found[0]?.mandates.map(({ norm }) => norm)).toEqual(["1", "2", "3", "5", "6", "7", "10"]);
});

test("the library whose reading ends first comes first", () => {
  const found = byLibrary([
    mandate("a", "H", "1", "2027-01-20"),
    mandate("b", "W", "1", "2027-01-10"),
    mandate("c", "H", "2", "2027-01-05"),
  ]);
  expect(found.map(({ libraryName }) => libraryName)).toEqual(["Bibliotheek H", "Bibliotheek W"]);
});

test("two versions of a norm come the newest first, and are told apart", () => {
  const old = mandate("old", "H", "4", "2027-01-20", "2026-11-01T10:00:00Z");
  const young = mandate("new", "H", "4", "2027-01-20", "2026-11-30T10:00:00Z");
  const other = mandate("other", "W", "4", "2027-01-20");
  const [card] = byLibrary([old, young, other]);
  expect(card?.mandates.map(({ id }) => id)).toEqual(["new", "old"]);
  expect([old, other].map((one) => isOneOfMore(one, [old, young, other]))).toEqual([true, false]);
});
