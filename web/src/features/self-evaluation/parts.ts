import type { PartKind, StepPart } from "@toetssteen/norms";
import type { OverviewQuery } from "../../gql/graphql.ts";

/** As they are said. */
const stateOrder = ["DONE", "READY_TO_READ", "IN_PROGRESS", "TO_DO"] as const;

const kinds = {
  NORM: "norm",
  INDICATOR: "indicator",
  QUESTION: "question",
} as const satisfies Record<string, PartKind>;

/** All parts of a self-evaluation as work. */
export function partsOf({ selfEvaluation, work }: OverviewQuery): readonly StepPart[] {
  const unanswered = new Set(
    selfEvaluation?.norms
      .flatMap(({ indicators }) => indicators)
      .filter(({ answer }) => answer.verdict === null)
      .map(({ code }) => code),
  );
  return work.map(({ part, kind, norm, state, dueOn, assignee, canSetState }) => {
    const isAnswered = !unanswered.has(part);
    return {
      part,
      kind: kinds[kind],
      norm,
      state,
      dueOn,
      assignee,
      mayWrite: canSetState,
      isAnswered,
    };
  });
}

/** How many of these parts are in each state. */
export function countStates(parts: readonly Pick<StepPart, "state">[]) {
  return stateOrder.map((state) => ({
    state,
    count: parts.filter((part) => part.state === state).length,
  }));
}
