import { MyWorkDocument, PartWorkFragmentDoc, PlanOwnerFragmentDoc } from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { MyWorkQuery, MyWorkQueryVariables } from "../../gql/graphql.ts";
import { useFresh } from "../../network/use-fresh.ts";
import { useLoaded } from "../../network/use-loaded.ts";
import { useOverview } from "../self-evaluation/use-overview.ts";
import type { PlanTask, Task } from "./tasks.ts";

/** A thread in which somebody waits for this person. */
export interface Question {
  readonly id: string;
  readonly part: string;
  readonly norm: string;
  readonly from: string;
  readonly at: string;
}

export interface MyWork {
  readonly cycleId: string;
  /** Of everybody. */
  readonly tasks: readonly Task[];
  readonly plans: readonly PlanTask[];
  readonly questions: readonly Question[];
}

/** What a person has to do in the self-evaluation, and what others have; null without one. Loaded by the route. */
export function useMyWork(variables: MyWorkQueryVariables, personId: string): MyWork | null {
  useFresh(MyWorkDocument, variables);
  const loaded = useLoaded(MyWorkDocument, variables);
  const threads = useOverview()?.openThreads ?? [];
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
    questions: threads
      .filter(({ waitsForMe }) => waitsForMe)
      .map(({ id, part, norm, from, at }) => ({ id, part, norm, from: from.name, at })),
  };
}

function plansOf(work: MyWorkQuery["work"], personId: string): PlanTask[] {
  return work.flatMap(({ part, norm, plan }) => {
    const carried = plan && readFragment(PlanOwnerFragmentDoc, plan);
    return carried?.owner?.personId === personId ? [{ part, norm, dueOn: carried.dueOn }] : [];
  });
}
