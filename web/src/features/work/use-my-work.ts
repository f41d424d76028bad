import { MyWorkDocument, PartWorkFragmentDoc, PlanOwnerFragmentDoc } from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { MyWorkQuery, MyWorkQueryVariables } from "../../gql/graphql.ts";
import { useFresh } from "../../use-fresh.ts";
import { useLoaded } from "../../use-loaded.ts";
import type { Question } from "./next-task.ts";
import type { PlanTask, Task } from "./tasks.ts";

export interface MyWork {
  readonly cycleId: string;
  /** Of everybody. */
  readonly tasks: readonly Task[];
  readonly plans: readonly PlanTask[];
  readonly questions: readonly (Question & { readonly at: string })[];
}

/** What a person has to do in the self-evaluation, and what others have; null without one. Loaded by the route. */
export function useMyWork(variables: MyWorkQueryVariables, personId: string): MyWork | null {
  useFresh(MyWorkDocument, variables);
  const loaded = useLoaded(MyWorkDocument, variables);
  if (!loaded?.selfEvaluation) return null;
  const tasks = loaded.work.map(({ part, kind, norm, text, ...work }): Task => {
    const { state, dueOn, assignee, canAssign, canSetState } = readFragment(
      PartWorkFragmentDoc,
      work,
    );
    return { part, kind, norm, text, state, dueOn, assignee, canAssign, canSetState };
  });
  return {
    cycleId: loaded.selfEvaluation.cycle.id,
    tasks,
    plans: plansOf(loaded.work, personId),
    questions: questionsOf(loaded.threadsForMe, tasks, personId),
  };
}

function plansOf(work: MyWorkQuery["work"], personId: string): PlanTask[] {
  return work.flatMap(({ part, norm, plan }) => {
    const carried = plan && readFragment(PlanOwnerFragmentDoc, plan);
    return carried?.owner?.personId === personId ? [{ part, norm, dueOn: carried.dueOn }] : [];
  });
}

/** Threads in which the last word is somebody else's. */
function questionsOf(
  threads: MyWorkQuery["threadsForMe"],
  tasks: readonly Task[],
  personId: string,
): MyWork["questions"] {
  return threads.flatMap(({ id, part, comments }) => {
    const last = comments.at(-1);
    const norm = tasks.find((task) => task.part === part)?.norm;
    if (!last || norm === undefined || last.author.personId === personId) return [];
    return { id, part, norm, from: last.author.name, at: last.at };
  });
}
