import { dueFirst, tasksOf } from "./tasks.ts";
import type { PlanTask, Task } from "./tasks.ts";

/** A thread in which somebody waits for this person. */
export interface Question {
  readonly id: string;
  readonly part: string;
  readonly norm: string;
  readonly from: string;
}

export type NextTask =
  /** Somebody mentioned this person, and the thread is open. */
  | { readonly kind: "reply"; readonly question: Question }
  | { readonly kind: "begin" | "continue"; readonly task: Task }
  /** Somebody says that it can be read; by whoever coordinates. */
  | { readonly kind: "read"; readonly task: Task }
  | { readonly kind: "plan"; readonly plan: PlanTask }
  /** Nobody does it yet; for whoever gives out the work. */
  | { readonly kind: "assign"; readonly count: number }
  /** All that was theirs is done, or waits for others. */
  | { readonly kind: "rest" }
  | { readonly kind: "nothing" };

interface Asked {
  readonly tasks: readonly Task[];
  readonly plans: readonly PlanTask[];
  readonly questions: readonly Question[];
  readonly personId: string;
}

/** The one thing to do next: for whom others wait first, then what is begun or due, then what nobody has. */
export function nextTask({ tasks, plans, questions, personId }: Asked): NextTask {
  const [question] = questions;
  if (question) return { kind: "reply", question };
  const mine = tasksOf(tasks, personId);
  const open = mine
    .filter(({ canSetState, state }) => canSetState && ["TO_DO", "IN_PROGRESS"].includes(state))
    .toSorted((one, other) => dueFirst(one, other) || begun(other) - begun(one));
  const [task] = open;
  if (task) return { kind: begun(task) ? "continue" : "begin", task };
  const coordinates = tasks.some(({ canAssign }) => canAssign);
  const ready = coordinates
    ? tasks.filter(({ state }) => state === "READY_TO_READ").toSorted(dueFirst)[0]
    : undefined;
  if (ready) return { kind: "read", task: ready };
  const [plan] = plans.filter(({ dueOn }) => dueOn !== null).toSorted(dueFirst);
  if (plan) return { kind: "plan", plan };
  const count = tasks.filter(({ assignee, state }) => assignee === null && state !== "DONE").length;
  if (coordinates && count > 0) return { kind: "assign", count };
  return mine.length > 0 ? { kind: "rest" } : { kind: "nothing" };
}

function begun({ state }: Task): number {
  return state === "IN_PROGRESS" ? 1 : 0;
}
