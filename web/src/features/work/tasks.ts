import { compareNames } from "../../i18n/compare-names.ts";
import { withDoers } from "@toetssteen/norms";
import type { WorkState } from "../../gql/graphql.ts";

/** A part of the self-evaluation as something that somebody does. Says nothing of ja or nee. */
export interface Task {
  readonly part: string;
  readonly kind: "NORM" | "INDICATOR" | "QUESTION";
  readonly norm: string;
  readonly text: string;
  readonly state: WorkState;
  readonly dueOn: string | null;
  readonly assignee: { readonly personId: string; readonly name: string } | null;
  readonly canAssign: boolean;
  readonly canSetState: boolean;
}

/** A plan that somebody carries out. */
export interface PlanTask {
  readonly part: string;
  readonly norm: string;
  readonly dueOn: string | null;
}

/** In the address, for what is of nobody. */
export const nobody = "niemand";

/** The tasks of one person, or of nobody. Who has a whole norm has what in it is given to nobody else. */
export function tasksOf(tasks: readonly Task[], who: string): readonly Task[] {
  const doers = withDoers(tasks);
  return tasks.filter((_, index) => (doers[index]?.assignee?.personId ?? nobody) === who);
}

/** The order in which people look for their work: what they are at, what is still to begin, what others read, what is done. */
export const stateOrder = ["IN_PROGRESS", "TO_DO", "READY_TO_READ", "DONE"] as const;

/** Should have been written by now. */
function isLate({ state, dueOn }: Task, today: string): boolean {
  return (state === "TO_DO" || state === "IN_PROGRESS") && dueOn !== null && dueOn < today;
}

/**
 * What is late first, then by state, and within each what should be ready first; what has no day comes last, in the order
 * of the norms.
 * @param today in Amsterdam
 */
export function byState(
  tasks: readonly Task[],
  today: string,
): readonly { readonly state: WorkState | "LATE"; readonly tasks: readonly Task[] }[] {
  const placeOf = (task: Task) => (isLate(task, today) ? "LATE" : task.state);
  return (["LATE", ...stateOrder] as const)
    .map((state) => ({
      state,
      tasks: tasks.filter((task) => placeOf(task) === state).toSorted(dueFirst),
    }))
    .filter((group) => group.tasks.length > 0);
}

export function dueFirst(
  one: { readonly dueOn: string | null },
  other: { readonly dueOn: string | null },
): number {
  if (one.dueOn === other.dueOn) return 0;
  if (one.dueOn === null) return 1;
  if (other.dueOn === null) return -1;
  return one.dueOn < other.dueOn ? -1 : 1;
}

/** What one person has, or nobody. */
export interface Share {
  /** Null for nobody. */
  readonly person: { readonly personId: string; readonly name: string } | null;
  readonly counts: readonly { readonly state: WorkState; readonly count: number }[];
  readonly total: number;
  /** The first day that something of it should be ready and isn't. */
  readonly dueOn: string | null;
}

/** Who has what, by name; what is of nobody comes last. */
export function shares(tasks: readonly Task[]): readonly Share[] {
  const people = Map.groupBy(withDoers(tasks), ({ assignee }) => assignee?.personId ?? nobody);
  return [...people.values()]
    .map((theirs): Share => {
      const open = theirs.filter(({ state }) => state !== "DONE").toSorted(dueFirst);
      return {
        person: theirs[0]?.assignee ?? null,
        counts: stateOrder.map((state) => ({
          state,
          count: theirs.filter((task) => task.state === state).length,
        })),
        total: theirs.length,
        dueOn: open[0]?.dueOn ?? null,
      };
    })
    .toSorted(
      (one, other) =>
        Number(one.person === null) - Number(other.person === null) ||
        compareNames(one.person?.name ?? "", other.person?.name ?? ""),
    );
}
