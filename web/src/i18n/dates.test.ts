import { expect, test } from "vitest";
import { beginOf, endOf, isWholeMonth, lastDayBefore, writeMonth } from "./dates.ts";

test("a day begins at midnight in Amsterdam, in winter and in summer", () => {
  expect(beginOf("2026-11-23")).toBe("2026-11-22T23:00:00.000Z");
  expect(beginOf("2026-07-01")).toBe("2026-06-30T22:00:00.000Z");
});

test("a day on which the clock changes begins and ends by the clock of that night", () => {
  expect([beginOf("2027-03-28"), endOf("2027-03-28")]).toEqual([
    "2027-03-27T23:00:00.000Z",
    "2027-03-28T22:00:00.000Z",
  ]);
  expect([beginOf("2026-10-25"), endOf("2026-10-25")]).toEqual([
    "2026-10-24T22:00:00.000Z",
    "2026-10-25T23:00:00.000Z",
  ]);
});

test("what ends when a day ends, lasts through that day", () => {
  expect(lastDayBefore(endOf("2026-12-31"))).toBe("2026-12-31");
  expect(lastDayBefore("2026-12-31T12:00:00Z")).toBe("2026-12-31");
});

test("a month is told as a month, and what only looks like one by its days", () => {
  expect(isWholeMonth("2025-12-01", "2025-12-31")).toBe(true);
  expect(isWholeMonth("2024-02-01", "2024-02-29")).toBe(true);
  expect(isWholeMonth("2025-12-01", "2025-12-30")).toBe(false);
  expect(isWholeMonth("2025-11-01", "2025-12-31")).toBe(false);
  expect(isWholeMonth("2025-12-02", "2025-12-31")).toBe(false);
  expect([writeMonth("2025-12-01", "nl"), writeMonth("2025-12-01", "en")]).toEqual([
    "december 2025",
    "December 2025",
  ]);
});
