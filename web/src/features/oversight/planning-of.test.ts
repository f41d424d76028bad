import { expect, test } from "vitest";
import { planningOf, shareDone, toCall } from "./planning-of.ts";

const now = new Date("2026-11-23T12:00:00Z");

/** A norm of ten parts. */
const norm = (done: number, inProgress = 0, submittedOn: string | null = null) => ({
  toDo: 10 - done - inProgress,
  inProgress,
  readyToRead: 0,
  done,
  submittedOn,
});
const nothing = [norm(0), norm(0)];
const of = (submitBefore: string | null, norms = nothing, late = false) =>
  planningOf({ submitBefore, late, norms }, now);

test("a library without a date is not said to be on schedule", () => {
  expect(of(null)).toEqual({ kind: "unknown" });
});

test("eight weeks before the day it asks for attention, in weeks and then in days", () => {
  const half = [norm(10), norm(5)];
  expect(of("2027-01-19", half).kind).not.toBe("soon");
  expect(of("2027-01-18", half)).toEqual({ kind: "soon", left: { unit: "weeks", count: 8 } });
  expect(of("2026-12-07", half)).toEqual({ kind: "soon", left: { unit: "days", count: 14 } });
  expect(of("2026-11-23", half)).toEqual({ kind: "soon", left: { unit: "days", count: 0 } });
});

test("only the server says that a library is late", () => {
  expect(of("2026-11-18", nothing, true)).toEqual({ kind: "late", days: 5 });
  expect(of("2026-11-18")).toEqual({ kind: "unknown" });
});

// Worked out by hand. The run is 364 days. Of it, with d days to go, 1 − d/364 has gone by; 0.15 less may be done.
test.each([
  // 150 days to go: 0.588 has gone by, so 0.438 must be done.
  ["2027-04-22", "nothing is done five months before", nothing, "behind"],
  ["2027-04-22", "8 of 20 parts, 0.40", [norm(8), norm(0)], "behind"],
  ["2027-04-22", "9 of 20 parts, 0.45", [norm(9), norm(0)], "on-schedule"],
  ["2027-04-22", "8 done and 1 begun, 0.425", [norm(8, 1), norm(0)], "behind"],
  ["2027-04-22", "8 done and 2 begun, 0.45", [norm(8, 2), norm(0)], "on-schedule"],
  [
    "2027-04-22",
    "one of two norms is submitted, 0.50",
    [norm(0, 0, "2026-11-01"), norm(0)],
    "on-schedule",
  ],
  // 300 days to go: 0.176 has gone by, so 0.026 must be done.
  ["2027-09-19", "nothing, ten months before", nothing, "behind"],
  ["2027-09-19", "1 of 20 parts, 0.05", [norm(1), norm(0)], "on-schedule"],
  // 310 days to go: 0.148 has gone by, which is less than may be short.
  ["2027-09-29", "nothing is expected yet", nothing, "on-schedule"],
  // More than a year: nothing has gone by.
  ["2028-06-01", "a year and a half before", nothing, "on-schedule"],
  // 57 days to go: 0.843 has gone by, so 0.693 must be done.
  ["2027-01-19", "13 of 20 parts, 0.65", [norm(10), norm(3)], "behind"],
  ["2027-01-19", "14 of 20 parts, 0.70", [norm(10), norm(4)], "on-schedule"],
])("by %s with %s it is as the work is", (day, _why, norms, kind) => {
  expect(of(day, norms).kind).toBe(kind);
});

test("what was submitted of every norm is in, whatever the day", () => {
  const all = [norm(0, 0, "2026-11-01"), norm(10, 0, "2026-11-02")];
  expect(of("2026-11-18", all, true)).toEqual({ kind: "submitted" });
  expect(of(null, all)).toEqual({ kind: "submitted" });
  expect(of(null, [])).toEqual({ kind: "unknown" });
});

test("the share is of all parts, of whatever norm", () => {
  expect(shareDone([])).toBe(0);
  expect(shareDone([{ toDo: 1, inProgress: 2, readyToRead: 3, done: 4, submittedOn: null }])).toBe(
    0.8,
  );
  expect(shareDone([norm(10), norm(0), norm(0), norm(0)])).toBe(0.25);
});

test("an adviser calls who is late first, then who is nearly due, then who is behind", () => {
  const library = (name: string, submitBefore: string, norms = nothing, late = false) => ({
    name,
    submitBefore,
    norms,
    late,
  });
  const late = library("late", "2026-11-01", nothing, true);
  const due = library("due", "2026-12-01");
  const behind = library("behind", "2027-02-01");
  const later = library("later", "2028-01-01");
  const inTime = library("in time", "2026-11-20", [norm(0, 0, "2026-11-01")]);
  expect(toCall([later, behind, due, late, inTime], now)).toEqual([late, due, behind]);
  expect(toCall([later], now)).toEqual([]);
});
