import { expect, test } from "vitest";
import { hasShortYear, readDay, typedDay } from "./read-day.ts";

test.each([
  ["7-12-2026", "2026-12-07"],
  [" 07-12-2026 ", "2026-12-07"],
  ["7/12/2026", "2026-12-07"],
  ["7.12.2026", "2026-12-07"],
  ["7 12 26", "2026-12-07"],
  ["07122026", "2026-12-07"],
  ["7 december 2026", "2026-12-07"],
  ["7 Dec. 2026", "2026-12-07"],
  ["1 mrt 2027", "2027-03-01"],
  ["1 maart 2027", "2027-03-01"],
  ["1 mei 2027", "2027-05-01"],
  ["31 Oct 2027", "2027-10-31"],
  ["2026-12-07", "2026-12-07"],
  ["29-2-2028", "2028-02-29"],
  ["1-1-2000", "2000-01-01"],
  ["31-12-2099", "2099-12-31"],
])("%s is a day", (typed, day) => {
  expect(readDay(typed)).toEqual({ kind: "day", day });
});

test.each([
  ["", "empty"],
  ["   ", "empty"],
  ["29-2-2027", "unclear"],
  ["12-13-2026", "unclear"],
  ["31 april 2027", "unclear"],
  ["morgen", "unclear"],
  ["7 foo 2026", "unclear"],
  ["7-12", "unclear"],
  ["7-12-202", "unclear"],
  ["2026-12", "unclear"],
  ["0-1-2027", "unclear"],
  ["31-12-1999", "outside"],
  ["1-1-2100", "outside"],
  ["1-1-0001", "outside"],
  ["0001-01-01", "outside"],
  ["31-2-1999", "unclear"],
])("%s is %s", (typed, kind) => {
  expect(readDay(typed)).toEqual({ kind });
});

test("a year of two digits may go on to be longer, others don't", () => {
  expect(["7-12-20", "7 dec 26"].map(hasShortYear)).toEqual([true, true]);
  expect(["7-12-2026", "07122026", "2026-12-07"].map(hasShortYear)).toEqual([false, false, false]);
});

test("a day stands in its field as people type it", () => {
  expect(typedDay("2026-12-07", "nl")).toBe("07-12-2026");
  expect(typedDay("2026-12-07", "en")).toBe("07/12/2026");
  expect(readDay(typedDay("2026-12-07", "en"))).toEqual({ kind: "day", day: "2026-12-07" });
});
