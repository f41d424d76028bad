/**
 * What one person should do next, of everything that is theirs. Pure: what is known is given, and `today` is a day in
 * Amsterdam. Every page says the outcome in the same words, so there is one place that decides.
 *
 * In order: who waits for an answer · one's own tasks and plans by date · what was given to be read · how a library
 * begins · what nobody has · conversations that hold up a submission · submitting · whom to ask. Only then: nothing.
 */
import type { PartKind } from "./applicability.ts";
import { daysBetween, type PlainDate } from "./plain-date.ts";
import type { WorkState } from "./progress.ts";

interface Person {
  readonly personId: string;
  readonly name: string;
}

/** A part of the self-evaluation as work. Says nothing of ja or nee. */
export interface StepPart {
  readonly part: string;
  readonly kind: PartKind;
  readonly norm: string;
  readonly state: WorkState;
  readonly dueOn: PlainDate | null;
  readonly assignee: Person | null;
  /** Whether the person who looks may write in it. */
  readonly mayWrite: boolean;
  /** False for an indicator without a ja or nee; a norm or question asks for none. */
  readonly isAnswered: boolean;
}

/** A plan that the person who looks carries out. */
export interface StepPlan {
  readonly part: string;
  readonly norm: string;
  readonly dueOn: PlainDate | null;
}

/** A conversation that nobody closed. */
export interface StepThread {
  readonly id: string;
  readonly part: string;
  readonly norm: string;
  /** Who spoke last. */
  readonly from: string;
  readonly waitsForMe: boolean;
}

/** The newest submission of a norm. */
export interface StepSubmission {
  readonly norm: string;
  readonly submittedAt: string;
  /** Whether its readers would read something else if it were submitted again; null where that isn't known. */
  readonly isChanged: boolean | null;
}

export interface Situation {
  readonly personId: string;
  readonly today: PlainDate;
  /** Can be given something to write. */
  readonly mayWrite: boolean;
  /** Gives out work and asks how it goes. */
  readonly mayDivide: boolean;
  readonly maySubmit: boolean;
  /** Of all norms, in the edition's order. */
  readonly parts: readonly StepPart[];
  readonly plans: readonly StepPlan[];
  readonly threads: readonly StepThread[];
  readonly submissions: readonly StepSubmission[];
  readonly beginning: {
    readonly ambitions: boolean;
    readonly profileChanged: boolean;
    readonly colleagues: boolean;
  };
}

/** Why there is nothing to do. */
export type NothingBecause =
  /** This person reads along. */
  | "reading"
  /** Nothing was given to them. */
  | "unassigned"
  /** What was theirs is done, or is being read. */
  | "finished"
  /** Every norm is submitted, and nothing changed since. */
  | "submitted";

export type NextStep =
  /** Somebody waits for an answer. */
  | { readonly kind: "reply"; readonly thread: StepThread }
  | { readonly kind: "answer" | "begin" | "continue"; readonly part: StepPart }
  | { readonly kind: "plan"; readonly plan: StepPlan }
  | { readonly kind: "read"; readonly part: StepPart }
  | { readonly kind: "profile" | "ambitions" | "invite" }
  /** Nobody does these yet. */
  | { readonly kind: "divide"; readonly count: number; readonly norm: string | null }
  /** All is done but for a conversation. */
  | { readonly kind: "close"; readonly thread: StepThread }
  | { readonly kind: "submit" | "submit-again"; readonly submitted: StepNorm }
  /** It should have been ready, and is somebody else's. */
  | { readonly kind: "ask"; readonly part: StepPart; readonly assignee: Person }
  /** Somebody else is on it. */
  | { readonly kind: "wait"; readonly part: StepPart; readonly assignee: Person }
  | { readonly kind: "nothing"; readonly because: NothingBecause };

export interface StepNorm {
  readonly norm: string;
  /** When it was submitted before; null for the first time. */
  readonly before: string | null;
}

/**
 * The one thing to do next.
 * @param norm only what is about this norm, where there is something; how a library begins is about all of them
 */
export function nextStep(situation: Situation, norm: string | null = null): NextStep {
  const all = { ...situation, parts: withDoers(situation.parts) };
  const begins = isBeginning(all);
  const step = (within: Situation) => stepIn(within, norm, begins);
  if (norm === null) return step(all);
  const here = step(narrowed(all, norm));
  return here.kind === "nothing" || here.kind === "wait" ? stepIn(all, null, begins) : here;
}

/** What of everybody's should have been ready by now and wasn't submitted as it is, the oldest first. */
export function lateParts({
  parts,
  submissions,
  today,
}: Pick<Situation, "parts" | "submissions" | "today">): readonly StepPart[] {
  return withDoers(parts)
    .filter((part) => isToWrite(part) && isLate(part, today) && !isIn(part, submissions))
    .toSorted(dueFirst);
}

/** Who was given a whole norm does what in it was given to nobody else. */
export function withDoers<Part extends Pick<StepPart, "part" | "norm" | "assignee">>(
  parts: readonly Part[],
): readonly Part[] {
  const ofNorm = new Map(
    parts.filter(({ part, norm }) => part === norm).map(({ norm, assignee }) => [norm, assignee]),
  );
  return parts.map((part) => ({
    ...part,
    assignee: part.assignee ?? ofNorm.get(part.norm) ?? null,
  }));
}

function stepIn(situation: Situation, norm: string | null, begins: boolean): NextStep {
  return (
    ofMine(situation) ??
    ofReading(situation) ??
    (begins ? ofBeginning(situation) : null) ??
    ofDividing(situation, norm) ??
    ofSubmitting(situation) ??
    ofOthers(situation) ?? { kind: "nothing", because: whyNothing(situation) }
  );
}

function narrowed(situation: Situation, norm: string): Situation {
  const within = (one: { readonly norm: string }) => one.norm === norm;
  return {
    ...situation,
    parts: situation.parts.filter(within),
    plans: situation.plans.filter(within),
    threads: situation.threads.filter(within),
    submissions: situation.submissions.filter(within),
  };
}

/** In days: a plan further ahead is nothing for today. */
const planAhead = 14;

function ofMine({ threads, parts, plans, personId, today }: Situation): NextStep | null {
  const thread = threads.find(({ waitsForMe }) => waitsForMe);
  if (thread) return { kind: "reply", thread };
  const mine = parts
    .filter((part) => part.assignee?.personId === personId && part.mayWrite && isToWrite(part))
    .toSorted((one, other) => dueFirst(one, other) || begun(other) - begun(one));
  const [plan] = plans
    .filter(({ dueOn }) => dueOn !== null && daysBetween(today, dueOn) <= planAhead)
    .toSorted(dueFirst);
  const [part] = mine;
  if (plan && (!part || dueFirst(plan, part) < 0)) return { kind: "plan", plan };
  return part ? { kind: howTo(part), part } : null;
}

function ofReading({ mayDivide, parts, submissions }: Situation): NextStep | null {
  if (!mayDivide) return null;
  const [part] = parts
    .filter((one) => one.state === "READY_TO_READ" && one.isAnswered && !isIn(one, submissions))
    .toSorted(dueFirst);
  return part ? { kind: "read", part } : null;
}

function ofBeginning({ mayDivide, beginning }: Situation): NextStep | null {
  if (!mayDivide) return null;
  const { ambitions, profileChanged, colleagues } = beginning;
  if (!ambitions) return { kind: profileChanged ? "ambitions" : "profile" };
  return colleagues ? null : { kind: "invite" };
}

/** Nobody touched anything, and nothing was given to anybody. */
function isBeginning({ parts, submissions }: Situation): boolean {
  return (
    submissions.length === 0 &&
    parts.every((part) => part.state === "TO_DO" && part.assignee === null && !isWritten(part))
  );
}

function ofDividing(
  { mayDivide, parts, submissions, beginning }: Situation,
  norm: string | null,
): NextStep | null {
  if (!mayDivide) return null;
  const free = parts.filter(
    (part) => part.assignee === null && isToWrite(part) && !isIn(part, submissions),
  );
  if (free.length === 0) return null;
  if (beginning.colleagues) return { kind: "divide", count: free.length, norm };
  // Who works alone has nobody to divide with.
  const [part] = free.toSorted((one, other) => dueFirst(one, other) || begun(other) - begun(one));
  return part ? { kind: howTo(part), part } : null;
}

function ofSubmitting(situation: Situation): NextStep | null {
  if (!situation.maySubmit) return null;
  const { parts, threads, submissions, mayDivide, beginning } = situation;
  const ready = [...Map.groupBy(parts, ({ norm }) => norm)].flatMap(([norm, theirs]) => {
    const last = submissions.find((one) => one.norm === norm);
    const isReady = theirs.every((part) => !isOpen(part)) && last?.isChanged !== false;
    // What isn't known of a submission isn't asked for.
    return isReady && last?.isChanged !== null ? [{ norm, before: last?.submittedAt ?? null }] : [];
  });
  const submitted = ready.find(({ norm }) => !threads.some((thread) => thread.norm === norm));
  const thread = threads.find((one) => ready.some(({ norm }) => norm === one.norm));
  if (submitted) {
    if (mayDivide && !beginning.ambitions) return { kind: "ambitions" };
    return { kind: submitted.before === null ? "submit" : "submit-again", submitted };
  }
  return thread ? { kind: "close", thread } : null;
}

function ofOthers({ parts, personId, today, mayDivide, submissions }: Situation): NextStep | null {
  const [first] = parts
    .filter((part) => isToWrite(part) && !isIn(part, submissions))
    .filter(({ assignee }) => assignee !== null && assignee.personId !== personId)
    .toSorted(dueFirst);
  if (!first?.assignee) return null;
  const { assignee } = first;
  if (mayDivide && isLate(first, today)) return { kind: "ask", part: first, assignee };
  return mayDivide ? { kind: "wait", part: first, assignee } : null;
}

function whyNothing(situation: Situation): NothingBecause {
  const { parts, plans, personId, submissions, mayWrite, mayDivide } = situation;
  const norms = new Set(parts.map(({ norm }) => norm));
  if (norms.size > 0 && [...norms].every((norm) => isIn({ norm }, submissions))) return "submitted";
  if (!mayWrite) return "reading";
  const isTheirs = parts.some(({ assignee }) => assignee?.personId === personId);
  return isTheirs || plans.length > 0 || mayDivide ? "finished" : "unassigned";
}

/** Submitted as it stands: what it is not ready with, was handed in so. */
function isIn({ norm }: Pick<StepPart, "norm">, submissions: readonly StepSubmission[]): boolean {
  return submissions.some((one) => one.norm === norm && one.isChanged !== true);
}

function isOpen({ state, isAnswered }: StepPart): boolean {
  return state !== "DONE" || !isAnswered;
}

/** Still to be written, and not waiting for somebody to read it. */
function isToWrite({ state, isAnswered }: StepPart): boolean {
  return state === "TO_DO" || state === "IN_PROGRESS" || !isAnswered;
}

function isWritten({ kind, isAnswered }: StepPart): boolean {
  return kind === "indicator" && isAnswered;
}

function isLate({ dueOn }: { readonly dueOn: PlainDate | null }, today: PlainDate): boolean {
  return dueOn !== null && dueOn < today;
}

function howTo({ isAnswered, state }: StepPart): "answer" | "begin" | "continue" {
  if (!isAnswered) return "answer";
  return state === "IN_PROGRESS" ? "continue" : "begin";
}

function begun({ state }: StepPart): number {
  return state === "IN_PROGRESS" ? 1 : 0;
}

/** What should be ready first; what has no day comes last. */
function dueFirst(
  one: { readonly dueOn: PlainDate | null },
  other: { readonly dueOn: PlainDate | null },
): number {
  if (one.dueOn === other.dueOn) return 0;
  if (one.dueOn === null) return 1;
  if (other.dueOn === null) return -1;
  return one.dueOn < other.dueOn ? -1 : 1;
}
