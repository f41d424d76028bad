import { kwaliteitInBeeld2 } from "@toetssteen/norms";
import { expect, test } from "vitest";
import { conditional, consequences, draftOf, factsOf, isChanged } from "./profile-draft.ts";

const facts = { vobMember: true, runsIdo: true, locations: 9 };

test("a library that stops its IDO is told that 4.4 goes", () => {
  const after = { ...facts, runsIdo: false };
  expect(consequences(kwaliteitInBeeld2, facts, after)).toEqual({
    appear: [],
    disappear: ["4.4"],
  });
  expect(consequences(kwaliteitInBeeld2, after, facts)).toEqual({
    appear: ["4.4"],
    disappear: [],
  });
});

test("for a library outside the VOB an IDO changes nothing", () => {
  const outside = { ...facts, vobMember: false };
  expect(consequences(kwaliteitInBeeld2, outside, { ...outside, runsIdo: false })).toEqual({
    appear: [],
    disappear: [],
  });
});

test("what depends on the profile is named, with whether it applies now", () => {
  expect(conditional(kwaliteitInBeeld2, facts)).toEqual([
    { code: "4.4", norm: "4", applies: true },
  ]);
});

test("a number of locations is a whole number up to ten thousand", () => {
  const typed = (locations: string) => factsOf({ ...draftOf(facts), locations })?.locations;
  expect([typed(" 12 "), typed("0"), typed("10000")]).toEqual([12, 0, 10_000]);
  expect([typed(""), typed("1.5"), typed("-1"), typed("10001"), typed("negen")]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test("typing what already stood is no change", () => {
  expect(isChanged(facts, { ...draftOf(facts), locations: "9 " })).toBe(false);
  expect(isChanged(facts, { ...draftOf(facts), runsIdo: false })).toBe(true);
  expect(isChanged(facts, { ...draftOf(facts), locations: "" })).toBe(true);
});
