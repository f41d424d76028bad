import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as arbitrary from "../test/arbitraries.ts";
import { kwaliteitInBeeld2 } from "./editions/kwaliteit-in-beeld-2.ts";
import { quarterOf } from "./plain-date.ts";
import { planTimeline, type CycleDates, type Timeline, type TimelineStepCode } from "./timeline.ts";

const plan = (dates: CycleDates, today = "2026-01-15") =>
  planTimeline(kwaliteitInBeeld2, dates, today);
const step = (timeline: Timeline, code: TimelineStepCode) =>
  timeline.steps.find((one) => one.code === code)!;
const states = (timeline: Timeline) => timeline.steps.map(({ code, state }) => `${code} ${state}`);

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

describe("what is known of the audit", () => {
  const certificateExpiresOn = "2026-11-20";
  const announcedQuarter = "2026-Q3";
  const auditOn = "2026-12-15";

  test("may be nothing: then there is no plan yet", () => {
    expect(plan({})).toEqual({ knownBy: null, audit: null, steps: [], nextEditionUnknown: false });
    expect(
      plan({ certificateExpiresOn: null, announcedQuarter: null, auditOn: null }).steps,
    ).toEqual([]);
  });

  test.each<[string, CycleDates, Timeline["knownBy"], string, string]>([
    [
      "only the expiry",
      { certificateExpiresOn },
      "certificateExpiresOn",
      "2026-10-01",
      "2026-12-31",
    ],
    [
      "the quarter too",
      { certificateExpiresOn, announcedQuarter },
      "announcedQuarter",
      "2026-07-01",
      "2026-09-30",
    ],
    [
      "the audit day too",
      { certificateExpiresOn, announcedQuarter, auditOn },
      "auditOn",
      auditOn,
      auditOn,
    ],
    ["the audit day alone", { auditOn }, "auditOn", auditOn, auditOn],
  ])("may be %s, and the most precise counts", (_name, dates, knownBy, from, to) => {
    expect(plan(dates)).toMatchObject({ knownBy, audit: { from, to } });
  });

  test("overrides what was known before, whatever that was", () => {
    fc.assert(
      fc.property(
        arbitrary.cycleDates,
        arbitrary.day,
        maybe(arbitrary.day),
        maybe(arbitrary.quarter),
        (dates, audit, day, quarter) => {
          const one = { ...dates, auditOn: audit };
          const other = {
            ...one,
            certificateExpiresOn: day ?? null,
            announcedQuarter: quarter ?? null,
          };
          expect(plan(other)).toEqual(plan(one));
          const announced = { ...dates, auditOn: null, announcedQuarter: quarterOf(audit) };
          expect(plan({ ...announced, certificateExpiresOn: day ?? null })).toEqual(
            plan(announced),
          );
        },
      ),
    );
  });

  test("is refused when it isn't a date or a quarter", () => {
    expect(() => plan({ auditOn: "2026-02-30" })).toThrow(RangeError);
    expect(() => plan({ announcedQuarter: "2026-Q5" })).toThrow(RangeError);
    expect(() => plan({ certificateExpiresOn: "2026" })).toThrow(RangeError);
    expect(() => plan({ auditOn: "2026-12-15" }, "vandaag")).toThrow(RangeError);
  });
});

describe("the self-evaluation", () => {
  test("is handed in six weeks before the audit day at the latest", () => {
    const timeline = plan({ auditOn: "2026-12-15" }, "2026-09-22");
    expect(step(timeline, "selfEvaluation")).toEqual({
      code: "selfEvaluation",
      basis: "day",
      planOn: "2026-11-03",
      lateAfter: "2026-11-03",
      state: "next",
      daysLeft: 42,
    });
  });

  test("is planned six weeks before the quarter, and late when no day of that quarter can be met any more", () => {
    const dates = { announcedQuarter: "2026-Q4", intakeReturnedOn: "2026-05-01" };
    expect(step(plan(dates, "2026-08-20"), "selfEvaluation")).toMatchObject({
      basis: "window",
      planOn: "2026-08-20",
      lateAfter: "2026-11-19",
      state: "next",
      daysLeft: 0,
    });
    expect(step(plan(dates, "2026-11-19"), "selfEvaluation").state).toBe("next");
    expect(step(plan(dates, "2026-11-20"), "selfEvaluation").state).toBe("late");
  });

  test("is in time on the day itself and late on the day after", () => {
    const dates = { auditOn: "2026-12-15", intakeReturnedOn: "2026-05-01" };
    expect(step(plan(dates, "2026-11-03"), "selfEvaluation").state).toBe("next");
    expect(step(plan(dates, "2026-11-04"), "selfEvaluation").state).toBe("late");
    expect(
      step(plan({ ...dates, submittedOn: "2026-11-04" }, "2026-11-05"), "selfEvaluation").state,
    ).toBe("done");
  });
});

describe("the announcement", () => {
  test("is expected half a year before the quarter, as a guess", () => {
    expect(step(plan({ certificateExpiresOn: "2026-11-20" }), "announcement")).toMatchObject({
      basis: "estimate",
      planOn: "2026-04-01",
      state: "next",
    });
  });

  test("has its own day when that is known, and the intake is expected two weeks after it", () => {
    const timeline = plan({ announcedQuarter: "2026-Q4", announcedOn: "2026-03-02" });
    expect(step(timeline, "announcement")).toMatchObject({ basis: "day", planOn: "2026-03-02" });
    expect(step(timeline, "intake")).toMatchObject({ basis: "estimate", planOn: "2026-03-16" });
  });
});

describe("the intake", () => {
  test("is back two weeks after it came", () => {
    const dates = { announcedQuarter: "2026-Q4", intakeReceivedOn: "2026-05-11" };
    expect(step(plan(dates, "2026-05-25"), "intake")).toMatchObject({
      planOn: "2026-05-25",
      basis: "day",
      state: "next",
    });
    expect(step(plan(dates, "2026-05-30"), "intake")).toMatchObject({
      state: "late",
      daysLeft: -5,
    });
    expect(
      step(plan({ ...dates, intakeReturnedOn: "2026-05-20" }, "2026-05-30"), "intake").state,
    ).toBe("done");
  });

  test("can't be late while nobody knows when it came: after the day it was expected it is assumed", () => {
    const dates = { announcedQuarter: "2026-Q4" };
    const expected = { basis: "estimate", planOn: "2026-04-15", lateAfter: null };
    expect(step(plan(dates, "2026-04-15"), "intake")).toMatchObject({ ...expected, state: "next" });
    expect(states(plan(dates, "2026-04-16"))).toEqual([
      "announcement done",
      "intake assumed",
      "selfEvaluation next",
      "audit later",
    ]);
  });

  test("is no longer asked for once the self-evaluation was handed in", () => {
    const timeline = plan({ auditOn: "2026-12-15", submittedOn: "2026-10-01" }, "2026-10-02");
    expect(states(timeline)).toEqual([
      "announcement done",
      "intake done",
      "selfEvaluation done",
      "audit next",
    ]);
  });
});

describe("an audit after the edition's last day", () => {
  test.each<[string, CycleDates, boolean]>([
    ["on the last day falls under this edition", { auditOn: "2026-12-31" }, false],
    ["a day later falls under an edition that isn't known yet", { auditOn: "2027-01-01" }, true],
    ["in the last quarter falls under this edition", { announcedQuarter: "2026-Q4" }, false],
    ["in the first quarter after it doesn't", { announcedQuarter: "2027-Q1" }, true],
    ["foreseen by an expiry after it doesn't", { certificateExpiresOn: "2028-03-01" }, true],
  ])("%s", (_name, dates, unknown) => {
    expect(plan(dates).nextEditionUnknown).toBe(unknown);
  });

  test("may still be one when the edition ends halfway the quarter", () => {
    const endsHalfway = { ...kwaliteitInBeeld2, validUntil: "2026-11-15" };
    expect(
      planTimeline(endsHalfway, { announcedQuarter: "2026-Q4" }, "2026-01-15").nextEditionUnknown,
    ).toBe(true);
  });

  test("is planned with the terms of the edition that the cycle is pinned to", () => {
    const other = {
      ...kwaliteitInBeeld2,
      terms: { ...kwaliteitInBeeld2.terms, selfEvaluationBeforeAudit: { months: 3 } },
    };
    const timeline = planTimeline(other, { auditOn: "2027-05-31" }, "2026-01-15");
    expect(step(timeline, "selfEvaluation").planOn).toBe("2027-02-28");
  });
});
