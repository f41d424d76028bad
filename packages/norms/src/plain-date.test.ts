import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as arbitrary from "../test/arbitraries.ts";
import type { Period } from "./edition.ts";
import {
  addPeriod,
  dayInAmsterdam,
  daysBetween,
  daysOfQuarter,
  isPlainDate,
  isQuarter,
  quarterOf,
  subtractPeriod,
  wholeYears,
} from "./plain-date.ts";

describe("a day", () => {
  test.each([
    ["2026-11-03", true],
    ["2024-02-29", true],
    ["2026-02-29", false],
    ["2100-02-29", false],
    ["2026-04-31", false],
    ["2026-13-01", false],
    ["2026-00-10", false],
    ["2026-10-00", false],
    ["0026-10-01", false],
    ["2026-1-1", false],
    ["2026-11-03T00:00:00Z", false],
    [" 2026-11-03", false],
    ["", false],
  ])("%j exists: %s", (text, exists) => {
    expect(isPlainDate(text)).toBe(exists);
  });

  test("that doesn't exist is refused by name", () => {
    expect(() => addPeriod("2026-02-30", { days: 1 })).toThrow(
      new RangeError("not a date: 2026-02-30"),
    );
    expect(() => daysBetween("2026-01-01", "morgen")).toThrow(new RangeError("not a date: morgen"));
    expect(() => addPeriod("9999-12-31", { days: 1 })).toThrow(RangeError);
    expect(() => subtractPeriod("1000-01-01", { years: 1 })).toThrow(RangeError);
  });
});

describe("a period", () => {
  test.each<[string, Period, string]>([
    ["2026-12-15", { weeks: 6 }, "2026-11-03"],
    ["2026-03-31", { months: 1 }, "2026-02-28"],
    ["2024-03-31", { months: 1 }, "2024-02-29"],
    ["2026-10-01", { months: 6 }, "2026-04-01"],
    ["2027-01-15", { months: 13 }, "2025-12-15"],
    ["2028-02-29", { years: 1 }, "2027-02-28"],
    ["2028-02-29", { years: 4 }, "2024-02-29"],
    ["2026-01-01", { days: 1 }, "2025-12-31"],
  ])("before %s, of %j, ends on %s", (date, period, earlier) => {
    expect(subtractPeriod(date, period)).toBe(earlier);
  });

  test("of days or weeks can be walked there and back, over summer time and leap days", () => {
    fc.assert(
      fc.property(arbitrary.day, fc.integer({ min: 0, max: 3000 }), (date, days) => {
        const later = addPeriod(date, { days });
        expect(daysBetween(date, later)).toBe(days);
        expect(subtractPeriod(later, { days })).toBe(date);
      }),
    );
  });

  test("of months lands in that month, and keeps the day of the month or takes the last one", () => {
    fc.assert(
      fc.property(arbitrary.day, fc.integer({ min: 0, max: 60 }), (date, months) => {
        const later = addPeriod(date, { months });
        expect(isPlainDate(later)).toBe(true);
        expect(monthNumber(later) - monthNumber(date)).toBe(months);
        const nextDay = addPeriod(later, { days: 1 });
        expect(later.slice(8) === date.slice(8) || nextDay.endsWith("-01")).toBe(true);
      }),
    );
  });

  test("sorts days as text does", () => {
    fc.assert(
      fc.property(arbitrary.day, arbitrary.day, (one, other) => {
        expect(Math.sign(daysBetween(one, other))).toBe(one < other ? 1 : one > other ? -1 : 0);
      }),
    );
  });
});

describe("a quarter", () => {
  test.each([
    ["2026-Q1", "2026-01-01", "2026-03-31"],
    ["2026-Q2", "2026-04-01", "2026-06-30"],
    ["2026-Q3", "2026-07-01", "2026-09-30"],
    ["2026-Q4", "2026-10-01", "2026-12-31"],
  ])("%s runs from %s to %s", (quarter, from, to) => {
    expect(daysOfQuarter(quarter)).toEqual({ from, to });
  });

  test.each(["2026-Q5", "2026-Q0", "2026Q1", "2026-q1", "Q1 2026", ""])(
    "is not written %j",
    (text) => {
      expect(isQuarter(text)).toBe(false);
      expect(() => daysOfQuarter(text)).toThrow(new RangeError(`not a quarter: ${text}`));
    },
  );

  test("holds every day that lies in it, and is the quarter of its first and last day", () => {
    fc.assert(
      fc.property(arbitrary.day, (date) => {
        const { from, to } = daysOfQuarter(quarterOf(date));
        expect(from <= date && date <= to).toBe(true);
        expect(quarterOf(from)).toBe(quarterOf(to));
      }),
    );
  });
});

describe("the day in Amsterdam", () => {
  test.each([
    ["2026-01-31T22:59:59Z", "2026-01-31"],
    ["2026-01-31T23:00:00Z", "2026-02-01"],
    ["2026-07-31T21:59:59Z", "2026-07-31"],
    ["2026-07-31T22:00:00Z", "2026-08-01"],
    ["2026-03-29T01:00:00Z", "2026-03-29"],
    ["2026-12-31T23:30:00Z", "2027-01-01"],
  ])("at %s is %s", (instant, date) => {
    expect(dayInAmsterdam(new Date(instant))).toBe(date);
  });

  test("is the day in UTC or the one after it", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1990-01-01"), max: new Date("2089-12-31"), noInvalidDate: true }),
        (instant) => {
          const ahead = daysBetween(instant.toISOString().slice(0, 10), dayInAmsterdam(instant));
          expect([0, 1]).toContain(ahead);
        },
      ),
    );
  });
});

function monthNumber(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}

describe("a time of whole years", () => {
  test.each([
    ["2025-01-01", "2025-12-31", "2025"],
    ["2024-01-01", "2028-12-31", "2024–2028"],
    ["2025-01-01", "2025-12-30", null],
    ["2025-01-02", "2025-12-31", null],
    [null, "2025-12-31", null],
    ["2025-01-01", null, null],
  ])("from %s to %s is called %s", (from, to, years) => {
    expect(wholeYears(from, to)).toBe(years);
  });
});
