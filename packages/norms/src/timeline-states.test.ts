import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as arbitrary from "../test/arbitraries.ts";
import { kwaliteitInBeeld2 } from "./editions/kwaliteit-in-beeld-2.ts";
import { addPeriod, daysBetween, daysOfQuarter } from "./plain-date.ts";
import {
  planTimeline,
  timelineSteps,
  type CycleDates,
  type Timeline,
  type TimelineStepCode,
} from "./timeline.ts";

const plan = (dates: CycleDates, today = "2026-01-15") =>
  planTimeline(kwaliteitInBeeld2, dates, today);
const step = (timeline: Timeline, code: TimelineStepCode) =>
  timeline.steps.find((one) => one.code === code)!;
const states = (timeline: Timeline) => timeline.steps.map(({ code, state }) => `${code} ${state}`);

describe("where a library stands", () => {
  test.each<[string, CycleDates, string, string[]]>([
    [
      "is before the announcement when only the expiry is known",
      { certificateExpiresOn: "2026-11-20" },
      "2026-01-15",
      ["announcement next", "intake later", "selfEvaluation later", "audit later"],
    ],
    [
      "is at the intake once the quarter is announced",
      { announcedQuarter: "2026-Q4" },
      "2026-04-02",
      ["announcement done", "intake next", "selfEvaluation later", "audit later"],
    ],
    [
      "shows what is late, and still what comes next",
      { auditOn: "2026-12-15", intakeReceivedOn: "2026-05-11" },
      "2026-06-01",
      ["announcement done", "intake late", "selfEvaluation next", "audit later"],
    ],
    [
      "is past the announcement when only its day was noted",
      { certificateExpiresOn: "2026-11-20", announcedOn: "2026-03-02" },
      "2026-03-03",
      ["announcement done", "intake next", "selfEvaluation later", "audit later"],
    ],
    [
      "still has the audit before it on the audit day",
      { auditOn: "2026-12-15", submittedOn: "2026-10-01" },
      "2026-12-15",
      ["announcement done", "intake done", "selfEvaluation done", "audit next"],
    ],
    [
      "is after the audit the day after the audit day",
      { auditOn: "2026-12-15", submittedOn: "2026-10-01" },
      "2026-12-16",
      ["announcement done", "intake done", "selfEvaluation done", "audit done"],
    ],
    [
      "has a late audit when the quarter has passed without one",
      { announcedQuarter: "2026-Q1", submittedOn: "2026-01-10" },
      "2026-04-01",
      ["announcement done", "intake done", "selfEvaluation done", "audit late"],
    ],
  ])("%s", (_name, dates, today, expected) => {
    expect(states(plan(dates, today))).toEqual(expected);
  });

  test("has the same four steps in order, whatever is known, and of those that wait the first is next", () => {
    fc.assert(
      fc.property(arbitrary.cycleDates, arbitrary.day, (dates, today) => {
        const { knownBy, steps } = plan(dates, today);
        expect(steps.map(({ code }) => code)).toEqual(knownBy === null ? [] : timelineSteps);
        const waiting = steps.filter(({ state }) => state === "next" || state === "later");
        expect(waiting.map(({ state }) => state)).toEqual(
          waiting.map((_step, index) => (index === 0 ? "next" : "later")),
        );
      }),
    );
  });

  test("is never late by a guess, and never late before the date to plan on has passed", () => {
    fc.assert(
      fc.property(arbitrary.cycleDates, arbitrary.day, (dates, today) => {
        const { steps } = plan(dates, today);
        const guesses = steps.filter(({ basis }) => basis === "estimate");
        const late = steps.filter(({ state }) => state === "late");
        expect(guesses.filter(({ lateAfter }) => lateAfter !== null)).toEqual([]);
        expect(late.filter(({ daysLeft }) => daysLeft >= 0)).toEqual([]);
        expect(
          steps.filter(({ planOn, lateAfter }) => lateAfter !== null && lateAfter < planOn),
        ).toEqual([]);
        expect(steps.map(({ daysLeft }) => daysLeft)).toEqual(
          steps.map(({ planOn }) => daysBetween(today, planOn)),
        );
      }),
    );
  });

  test("only gets later: what is late, done or assumed today is so tomorrow", () => {
    fc.assert(
      fc.property(arbitrary.cycleDates, arbitrary.day, (dates, today) => {
        const settled = plan(dates, today).steps.filter(
          ({ state }) => state !== "next" && state !== "later",
        );
        const tomorrow = plan(dates, addPeriod(today, { days: 1 }));
        expect(settled.map(({ code }) => step(tomorrow, code).state)).toEqual(
          settled.map(({ state }) => state),
        );
      }),
    );
  });

  test("leaves six weeks between handing in and any day on which the audit may be", () => {
    fc.assert(
      fc.property(arbitrary.quarter, fc.nat(91), (announcedQuarter, offset) => {
        const { from, to } = daysOfQuarter(announcedQuarter);
        const day = addPeriod(from, { days: offset });
        const auditOn = day > to ? to : day;
        const planned = step(plan({ announcedQuarter }), "selfEvaluation");
        const certain = step(plan({ announcedQuarter, auditOn }), "selfEvaluation");
        expect(planned.planOn <= certain.planOn && certain.planOn <= planned.lateAfter!).toBe(true);
        expect(daysBetween(certain.planOn, auditOn)).toBe(42);
      }),
    );
  });
});
