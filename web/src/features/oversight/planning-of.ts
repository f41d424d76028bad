import { dayInAmsterdam, daysBetween } from "@toetssteen/norms";
import { timeLeft } from "../../i18n/dates.ts";

/** What is known of a library: the day on which its self-evaluation has to be in, and how far the work is. */
export interface Overseen {
  readonly submitBefore: string | null;
  readonly late: boolean;
  readonly norms: readonly NormWork[];
}

/** How many parts of a norm are in each state, and the day on which it was submitted. */
export interface NormWork {
  readonly toDo: number;
  readonly inProgress: number;
  readonly readyToRead: number;
  readonly done: number;
  readonly submittedOn: string | null;
}

/** How a library stands: by the work that is done and by the time that is left for the rest. */
export type Planning =
  | { readonly kind: "submitted" }
  | { readonly kind: "late"; readonly days: number }
  | { readonly kind: "soon" | "behind" | "on-schedule"; readonly left: Left }
  | { readonly kind: "unknown" };

interface Left {
  readonly unit: "weeks" | "days";
  readonly count: number;
}

/** From this many days before the day on, what isn't in asks for attention, however much of it is done. */
const soon = 8 * 7;
/** A year before the day the work begins; from then on it is to grow with the time. */
const wholeRun = 52 * 7;
/** What a library may be short of that before it is said: work comes in bursts. */
const slack = 0.15;

export function planningOf({ submitBefore, late, norms }: Overseen, now: Date): Planning {
  if (norms.length > 0 && norms.every(({ submittedOn }) => submittedOn !== null))
    return { kind: "submitted" };
  if (submitBefore === null) return { kind: "unknown" };
  const days = daysBetween(dayInAmsterdam(now), submitBefore);
  if (late) return { kind: "late", days: Math.max(-days, 1) };
  // A day that was only guessed and has gone by says nothing.
  if (days < 0) return { kind: "unknown" };
  const left = timeLeft(submitBefore, now);
  if (days <= soon) return { kind: "soon", left };
  const isBehind = shareDone(norms) < 1 - days / wholeRun - slack;
  return { kind: isBehind ? "behind" : "on-schedule", left };
}

/** Of all parts the share that needs no writing any more, from 0 to 1: what is begun counts for half, what is submitted whole. */
export function shareDone(norms: readonly NormWork[]): number {
  let [done, all] = [0, 0];
  for (const { toDo, inProgress, readyToRead, done: ready, submittedOn } of norms) {
    const total = toDo + inProgress + readyToRead + ready;
    all += total;
    done += submittedOn === null ? inProgress / 2 + readyToRead + ready : total;
  }
  return all === 0 ? 0 : done / all;
}

/** In which order libraries ask for attention; the others don't. */
const urgency: Readonly<Partial<Record<Planning["kind"], number>>> = {
  late: 0,
  soon: 1,
  behind: 2,
};

/** Libraries that ask for attention: who is late longest, then whose day comes first, then who is behind. */
export function toCall<Library extends Overseen>(
  libraries: readonly Library[],
  now: Date,
): readonly Library[] {
  return libraries
    .flatMap((library) => {
      const order = urgency[planningOf(library, now).kind];
      return order === undefined ? [] : [{ library, order }];
    })
    .toSorted(
      (one, other) =>
        one.order - other.order ||
        (one.library.submitBefore ?? "").localeCompare(other.library.submitBefore ?? ""),
    )
    .map(({ library }) => library);
}
