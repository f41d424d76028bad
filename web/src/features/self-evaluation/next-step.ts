import type { WorkState } from "../../gql/graphql.ts";

/** What decides who should do what: the state of the work on each answer, never what was answered. */
export interface Work {
  readonly norm: string;
  readonly indicator: string;
  readonly state: WorkState;
  readonly canAnswer: boolean;
  readonly assignee: { readonly personId: string; readonly name: string } | null;
  /** Has a ja or a nee; which of the two makes no difference. */
  readonly isAnswered: boolean;
  readonly changedAt: string | null;
}

/** Who hands in, and what was. */
export interface Submitting {
  readonly canSubmit: boolean;
  readonly lastSubmission: (norm: string) => { readonly submittedAt: string } | null;
}

const notSubmitting: Submitting = { canSubmit: false, lastSubmission: () => null };

export type NextStep =
  | { readonly kind: "answer" | "continue" | "read"; readonly work: Work; readonly isMine: boolean }
  /** Somebody else is on it. */
  | { readonly kind: "wait"; readonly work: Work; readonly name: string }
  | { readonly kind: "done" }
  /** Everything is answered, and this person may submit it. */
  | { readonly kind: "submit"; readonly norm: string }
  /** What stands is what was submitted. */
  | { readonly kind: "submitted" }
  /** This person reads along. */
  | { readonly kind: "follow" }
  /** There is nothing to answer. */
  | { readonly kind: "none" };

/** The one thing this person should do next: what waits for them first, then what waits for anybody. */
export function nextStep(
  all: readonly Work[],
  personId: string,
  { canSubmit, lastSubmission }: Submitting = notSubmitting,
): NextStep {
  if (all.length === 0) return { kind: "none" };
  const norms = [...new Set(all.map(({ norm }) => norm))].map((norm) => ({
    norm,
    works: all.filter((work) => work.norm === norm),
  }));
  const running = norms.filter(({ norm, works }) => {
    const last = lastSubmission(norm);
    return last === null || works.some(({ changedAt }) => (changedAt ?? "") > last.submittedAt);
  });
  if (running.length === 0) return { kind: "submitted" };
  const ready = running.find(({ works }) => works.every(({ isAnswered }) => isAnswered));
  if (ready && canSubmit) return { kind: "submit", norm: ready.norm };
  const works = running.flatMap((one) => one.works);
  if (!works.some((work) => work.canAnswer)) return { kind: "follow" };
  const isMine = (work: Work) => work.assignee?.personId === personId;
  const open = works.filter((work) => work.canAnswer && work.state !== "DONE");
  const forMe = open.filter(isMine);
  const forAnybody = open.filter((work) => work.assignee === null);
  for (const candidates of [forMe, forAnybody]) {
    for (const state of ["TO_DO", "IN_PROGRESS", "READY_TO_READ"] as const) {
      const work = candidates.find((candidate) => candidate.state === state);
      if (work) return { kind: kinds[state], work, isMine: candidates === forMe };
    }
  }
  const other = open[0];
  return other?.assignee
    ? { kind: "wait", work: other, name: other.assignee.name }
    : { kind: "done" };
}

const kinds = { TO_DO: "answer", IN_PROGRESS: "continue", READY_TO_READ: "read" } as const;
