import { expect, test } from "vitest";
import { nextStep } from "./next-step.ts";
import type { Work } from "./next-step.ts";

const noor = { personId: "noor", name: "Noor" };
const sanne = { personId: "sanne", name: "Sanne" };

function work(indicator: string, rest: Partial<Work> = {}): Work {
  const nothing = { state: "TO_DO", assignee: null, isAnswered: false, changedAt: null } as const;
  return { norm: "4", indicator, canAnswer: true, ...nothing, ...rest };
}

test("what waits for me comes before what waits for anybody", () => {
  const step = nextStep([work("4.1"), work("4.2", { assignee: noor })], "noor");
  expect(step).toMatchObject({ kind: "answer", isMine: true, work: { indicator: "4.2" } });
});

test("what nobody began comes before what somebody began", () => {
  const step = nextStep([work("4.1", { state: "IN_PROGRESS" }), work("4.2")], "noor");
  expect(step).toMatchObject({ kind: "answer", work: { indicator: "4.2" } });
});

test("my half-finished answer comes before an untouched one of nobody", () => {
  const step = nextStep(
    [work("4.1"), work("4.2", { state: "IN_PROGRESS", assignee: noor })],
    "noor",
  );
  expect(step).toMatchObject({ kind: "continue", work: { indicator: "4.2" } });
});

test("what a colleague has taken on is theirs, and is named", () => {
  const step = nextStep([work("4.1", { state: "DONE" }), work("4.2", { assignee: sanne })], "noor");
  expect(step).toMatchObject({ kind: "wait", name: "Sanne" });
});

test("a norm of which every answer is done asks for nothing", () => {
  expect(nextStep([work("4.1", { state: "DONE" })], "noor")).toEqual({ kind: "done" });
});

test("somebody who reads along is not told to answer", () => {
  expect(nextStep([work("4.1", { canAnswer: false })], "noor")).toEqual({ kind: "follow" });
});

test("a norm without indicators has no answer to give", () => {
  expect(nextStep([], "noor")).toEqual({ kind: "none" });
});

const answered = {
  state: "IN_PROGRESS",
  isAnswered: true,
  changedAt: "2026-11-20T10:00:00Z",
} as const;
const submitted = (submittedAt: string) => ({
  canSubmit: true,
  lastSubmission: () => ({ submittedAt }),
});
const never = { canSubmit: true, lastSubmission: () => null };

test("a norm of which everything has a ja or nee asks its coordinator to hand it in", () => {
  const works = [work("4.1", answered), work("4.2", answered)];
  expect(nextStep(works, "noor", never)).toEqual({ kind: "submit", norm: "4" });
  expect(nextStep(works, "sanne")).toMatchObject({ kind: "continue" });
  expect(nextStep([...works, work("4.3")], "noor", never)).toMatchObject({ kind: "answer" });
});

test("what was handed in asks for nothing until somebody writes again", () => {
  const works = [work("4.1", answered)];
  expect(nextStep(works, "noor", submitted("2026-11-21T10:00:00Z"))).toEqual({ kind: "submitted" });
  expect(nextStep(works, "noor", submitted("2026-11-19T10:00:00Z"))).toEqual({
    kind: "submit",
    norm: "4",
  });
});
