/**
 * The way to an audit, planned back from what is known of its date. Pure: `today` is given, by {@link dayInAmsterdam}.
 *
 * An audit day says more than an announced quarter, and that says more than the day the certificate expires.
 */
import type { Edition } from "./edition.ts";
import {
  addPeriod,
  daysBetween,
  daysOfQuarter,
  quarterOf,
  subtractPeriod,
  type PlainDate,
  type Quarter,
} from "./plain-date.ts";

/** What a library knows of its cycle. All optional; null is the same as left out. */
export interface CycleDates {
  readonly certificateExpiresOn?: PlainDate | null;
  readonly announcedQuarter?: Quarter | null;
  readonly auditOn?: PlainDate | null;
  /** The day the quarter was announced. */
  readonly announcedOn?: PlainDate | null;
  readonly intakeReceivedOn?: PlainDate | null;
  readonly intakeReturnedOn?: PlainDate | null;
  readonly submittedOn?: PlainDate | null;
}

/** In the order in which they happen. */
export const timelineSteps = ["announcement", "intake", "selfEvaluation", "audit"] as const;
export type TimelineStepCode = (typeof timelineSteps)[number];

/** What a step's date rests on: a day that is known, the window in which the audit falls, or a guess of ours. */
export type TimelineBasis = "day" | "window" | "estimate";

/**
 * `next` is the first step that waits; there is at most one. `assumed` is a step of which only a guessed date is known that
 * has passed: it may have happened without being noted here, so it holds nobody up and accuses nobody.
 */
export type TimelineState = "done" | "assumed" | "late" | "next" | "later";

export interface TimelineStep {
  readonly code: TimelineStepCode;
  readonly basis: TimelineBasis;
  /** The date to plan on: doing it that day is in time, wherever in its window the audit falls. For an audit its first possible day. */
  readonly planOn: PlainDate;
  /** After this day it is late for certain; null when nothing says so: a guess makes nobody late. */
  readonly lateAfter: PlainDate | null;
  readonly state: TimelineState;
  /** From today to `planOn`, in days; negative when that has passed. */
  readonly daysLeft: number;
}

export interface Timeline {
  /** What the plan rests on; null when nothing is known, and then there are no steps. */
  readonly knownBy: "certificateExpiresOn" | "announcedQuarter" | "auditOn" | null;
  /** First and last day on which the audit can begin. */
  readonly audit: { readonly from: PlainDate; readonly to: PlainDate } | null;
  readonly steps: readonly TimelineStep[];
  /** The audit may fall after the edition's last day: which norms hold then is not known yet. */
  readonly nextEditionUnknown: boolean;
}

/**
 * The back-planned timeline of a cycle.
 * @param today YYYY-MM-DD in Amsterdam
 * @throws RangeError when a date or quarter isn't one
 */
export function planTimeline(edition: Edition, dates: CycleDates, today: PlainDate): Timeline {
  const known = remembered.get(edition);
  const planned = known?.today === today ? known.planned : new Map<string, Timeline>();
  if (planned !== known?.planned) remembered.set(edition, { today, planned });
  const key = dateNames.map((name) => dates[name] ?? "").join();
  let timeline = planned.get(key);
  if (!timeline) {
    if (planned.size >= mostRemembered) planned.clear();
    planned.set(key, (timeline = plan(edition, dates, today)));
  }
  return timeline;
}

/** Dates of cycles hardly change, and a page of members asks for fifty timelines. Those of one day, by their dates. */
const remembered = new WeakMap<
  Edition,
  { readonly today: PlainDate; readonly planned: Map<string, Timeline> }
>();
const mostRemembered = 1_000;
const dateNames = [
  "certificateExpiresOn",
  "announcedQuarter",
  "auditOn",
  "announcedOn",
  "intakeReceivedOn",
  "intakeReturnedOn",
  "submittedOn",
] as const satisfies (keyof CycleDates)[];

function plan(edition: Edition, dates: CycleDates, today: PlainDate): Timeline {
  const anchor = anchorOf(dates);
  if (anchor === null) return { knownBy: null, audit: null, steps: [], nextEditionUnknown: false };
  const { knownBy, audit } = anchor;
  return {
    knownBy,
    audit,
    steps: withStates(draftSteps(edition, dates, anchor, today), today),
    nextEditionUnknown: audit.to > edition.validUntil,
  };
}

interface Anchor {
  readonly knownBy: NonNullable<Timeline["knownBy"]>;
  readonly audit: NonNullable<Timeline["audit"]>;
}

type Draft = Pick<TimelineStep, "code" | "basis" | "planOn" | "lateAfter"> & {
  readonly done: boolean;
};

function anchorOf({ auditOn, announcedQuarter, certificateExpiresOn }: CycleDates): Anchor | null {
  if (auditOn != null) return { knownBy: "auditOn", audit: { from: auditOn, to: auditOn } };
  if (announcedQuarter != null)
    return { knownBy: "announcedQuarter", audit: daysOfQuarter(announcedQuarter) };
  if (certificateExpiresOn == null) return null;
  // The certification body plans an audit in the quarter in which the certificate expires.
  return { knownBy: "certificateExpiresOn", audit: daysOfQuarter(quarterOf(certificateExpiresOn)) };
}

function draftSteps(
  edition: Edition,
  dates: CycleDates,
  { knownBy, audit }: Anchor,
  today: PlainDate,
): readonly Draft[] {
  const { terms, assumptions } = edition;
  const basis = knownBy === "auditOn" ? "day" : "window";
  const quarter = daysOfQuarter(quarterOf(audit.from));
  const announcedOn =
    dates.announcedOn ?? subtractPeriod(quarter.from, assumptions.announcementBeforeQuarter);
  const intakeFrom = dates.intakeReceivedOn ?? announcedOn;
  const intakeBy = addPeriod(intakeFrom, terms.intakeBackWithin);
  return [
    {
      code: "announcement",
      basis: dates.announcedOn == null ? "estimate" : "day",
      planOn: announcedOn,
      lateAfter: null,
      done: dates.announcedOn != null || knownBy !== "certificateExpiresOn",
    },
    {
      code: "intake",
      basis: dates.intakeReceivedOn == null ? "estimate" : "day",
      planOn: intakeBy,
      lateAfter: dates.intakeReceivedOn == null ? null : intakeBy,
      // Nobody who has handed in a self-evaluation still owes the intake.
      done: dates.intakeReturnedOn != null || dates.submittedOn != null,
    },
    {
      code: "selfEvaluation",
      basis,
      planOn: subtractPeriod(audit.from, terms.selfEvaluationBeforeAudit),
      lateAfter: subtractPeriod(audit.to, terms.selfEvaluationBeforeAudit),
      done: dates.submittedOn != null,
    },
    {
      code: "audit",
      basis,
      planOn: audit.from,
      lateAfter: knownBy === "auditOn" ? null : audit.to,
      done: knownBy === "auditOn" && audit.to < today,
    },
  ];
}

function withStates(drafts: readonly Draft[], today: PlainDate): readonly TimelineStep[] {
  const next = drafts.find((draft) => settledState(draft, today) === null);
  return drafts.map((draft) => {
    const { code, basis, planOn, lateAfter } = draft;
    const state = settledState(draft, today) ?? (draft === next ? "next" : "later");
    return { code, basis, planOn, lateAfter, state, daysLeft: daysBetween(today, planOn) };
  });
}

/** The state of a step that doesn't wait any more, or null. */
function settledState(
  { done, basis, planOn, lateAfter }: Draft,
  today: PlainDate,
): TimelineState | null {
  if (done) return "done";
  if (lateAfter !== null && lateAfter < today) return "late";
  return basis === "estimate" && planOn < today ? "assumed" : null;
}
