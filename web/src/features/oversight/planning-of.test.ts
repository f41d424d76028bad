import { expect, test } from "vitest";
import { firstToCall, planningOf } from "./planning-of.ts";

const now = new Date("2026-11-23T12:00:00Z");
const of = (submitBefore: string | null, late = false) => planningOf({ submitBefore, late }, now);

test("a library without a date is not said to be on schedule", () => {
  expect(of(null)).toEqual({ kind: "unknown" });
});

test("eight weeks before the day it asks for attention, in weeks and then in days", () => {
  expect(of("2027-01-19")).toEqual({ kind: "on-schedule" });
  expect(of("2027-01-18")).toEqual({ kind: "soon", unit: "weeks", count: 8 });
  expect(of("2026-12-07")).toEqual({ kind: "soon", unit: "days", count: 14 });
  expect(of("2026-11-23")).toEqual({ kind: "soon", unit: "days", count: 0 });
});

test("only the server says that a library is late", () => {
  expect(of("2026-11-18", true)).toEqual({ kind: "late", days: 5 });
  expect(of("2026-11-18")).toEqual({ kind: "unknown" });
});

test("an adviser calls who is late before who is nearly due", () => {
  const late = { name: "late", submitBefore: "2026-11-01", late: true };
  const due = { name: "due", submitBefore: "2026-12-01", late: false };
  const later = { name: "later", submitBefore: "2028-01-01", late: false };
  expect(firstToCall([later, due, late], now)).toBe(late);
  expect(firstToCall([later, due], now)).toBe(due);
  expect(firstToCall([later], now)).toBe(null);
});
