import { dayInAmsterdam, daysBetween } from "@toetssteen/norms";
import { timeLeft } from "../../i18n/dates.ts";

interface Dates {
  readonly submitBefore: string | null;
  readonly late: boolean;
}

/** How a library stands towards the day on which its self-evaluation has to be in. */
export type Planning =
  | { readonly kind: "late"; readonly days: number }
  | { readonly kind: "soon"; readonly unit: "weeks" | "days"; readonly count: number }
  | { readonly kind: "on-schedule" }
  | { readonly kind: "unknown" };

/** From this many days before the day on, it asks for attention. */
const soon = 8 * 7;

export function planningOf({ submitBefore, late }: Dates, now: Date): Planning {
  if (submitBefore === null) return { kind: "unknown" };
  const days = daysBetween(dayInAmsterdam(now), submitBefore);
  if (late) return { kind: "late", days: Math.max(-days, 1) };
  // A day that was only guessed and has gone by says nothing.
  if (days < 0) return { kind: "unknown" };
  if (days <= soon) return { kind: "soon", ...timeLeft(submitBefore, now) };
  return { kind: "on-schedule" };
}

/**
 * The library that an adviser should call first: who is late longest, else whose day comes first.
 * Null when nobody asks for attention.
 */
export function firstToCall<Library extends Dates>(
  libraries: readonly Library[],
  now: Date,
): Library | null {
  const asking = libraries.filter((library) =>
    ["late", "soon"].includes(planningOf(library, now).kind),
  );
  const [first] = asking.toSorted((one, other) =>
    (one.submitBefore ?? "").localeCompare(other.submitBefore ?? ""),
  );
  return first ?? null;
}
