import { applicableParts, type Part, type PartKind } from "./applicability.ts";
import { profileFacts, type Edition, type Profile } from "./edition.ts";

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

/**
 * How many parts of each norm are in each state, the norm as a whole among them, by the norm's code; what doesn't apply is not counted.
 * @param inState codes of parts by their state; one that is in no state is to do
 */
export function countByNorm(
  edition: Edition,
  profile: Profile,
  inState: Readonly<Partial<Record<WorkState, readonly string[]>>>,
): ReadonlyMap<string, Readonly<Record<WorkState, number>>> {
  const { norms, normOf } = countedIn(edition, profile);
  const counts = norms.map(({ total }) => ({
    TO_DO: total,
    IN_PROGRESS: 0,
    READY_TO_READ: 0,
    DONE: 0,
  }));
  for (const state of workStates) {
    if (state === "TO_DO") continue;
    for (const code of inState[state] ?? []) {
      const ofNorm = counts[normOf.get(code) ?? -1];
      if (!ofNorm) continue;
      ofNorm[state] += 1;
      ofNorm.TO_DO -= 1;
    }
  }
  return new Map(
    norms.map(({ code }, index) => [code, counts[index] as Record<WorkState, number>]),
  );
}

interface Counted {
  readonly norms: readonly { readonly code: string; readonly total: number }[];
  /** Where in `norms` the norm of a part is, by the part's code. */
  readonly normOf: ReadonlyMap<string, number>;
}

/** Editions never change, and a page of members counts for fifty libraries. */
const counted = new WeakMap<Edition, Map<string, Counted>>();

function countedIn(edition: Edition, profile: Profile): Counted {
  const byProfile = counted.get(edition) ?? new Map<string, Counted>();
  counted.set(edition, byProfile);
  const key = profileFacts.map((fact) => profile[fact]).join();
  let known = byProfile.get(key);
  if (!known) byProfile.set(key, (known = makeCounted(edition, profile)));
  return known;
}

function makeCounted(edition: Edition, profile: Profile): Counted {
  const parts = applicableParts(edition, profile);
  const place = new Map(edition.norms.map(({ code }, index) => [code, index]));
  return {
    norms: edition.norms.map(({ code }) => ({
      code,
      total: parts.filter(({ norm }) => norm.code === code).length,
    })),
    normOf: new Map(parts.map(({ code, norm }) => [code, place.get(norm.code) ?? -1])),
  };
}

function workOn(part: Part, progress: Progress): WorkOnPart {
  return { ...part, state: stateOf(part, progress) };
}

function stateOf({ code }: Part, progress: Progress): WorkState {
  return progress.get(code) ?? "TO_DO";
}
