import { applicableParts, type Part, type PartKind } from "./applicability.ts";
import type { Edition, Profile } from "./edition.ts";

/** How far the work on a part is. It says nothing about ja or nee, and those are never counted. */
export const workStates = ["TO_DO", "IN_PROGRESS", "READY_TO_READ", "DONE"] as const;
export type WorkState = (typeof workStates)[number];

/** Work state by part code. A part that isn't there is to do; a code that doesn't apply stays in it, unread. */
export type Progress = ReadonlyMap<string, WorkState>;

/** A part with the state of the work on it. */
export type WorkOnPart = Part & { readonly state: WorkState };

/**
 * What a library still has to finish, in the edition's order.
 *
 * What doesn't apply is left out but not forgotten: switch the fact back and the part returns in the state it had.
 */
export function whatIsOpen(
  edition: Edition,
  profile: Profile,
  progress: Progress,
): readonly WorkOnPart[] {
  return applicableParts(edition, profile)
    .map((part) => workOn(part, progress))
    .filter(({ state }) => state !== "DONE");
}

/** How many of these parts are in each state; of all kinds, or of those asked for. Give it the parts that apply. */
export function countWorkStates(
  parts: readonly Part[],
  progress: Progress,
  kinds: readonly PartKind[] = ["norm", "indicator", "question"],
): Readonly<Record<WorkState, number>> {
  const counts: Record<WorkState, number> = { TO_DO: 0, IN_PROGRESS: 0, READY_TO_READ: 0, DONE: 0 };
  for (const part of parts) if (kinds.includes(part.kind)) counts[stateOf(part, progress)] += 1;
  return counts;
}

function workOn(part: Part, progress: Progress): WorkOnPart {
  return { ...part, state: stateOf(part, progress) };
}

function stateOf({ code }: Part, progress: Progress): WorkState {
  return progress.get(code) ?? "TO_DO";
}
