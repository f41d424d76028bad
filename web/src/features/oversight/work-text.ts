import { useLingui } from "@lingui/react/macro";
import type { OverseenRowFragment, WorkState } from "../../gql/graphql.ts";
import type { WorkCounts } from "../self-evaluation/WorkStates.tsx";

/** The same as the bar, in words: `2 klaar, 1 in bewerking, 1 te doen`. */
export function useWorkText(): (counts: WorkCounts) => string {
  const { t } = useLingui();
  const say = (state: WorkState, count: number) => {
    switch (state) {
      case "DONE":
        return t`${count} klaar`;
      case "READY_TO_READ":
        return t`${count} na te lezen`;
      case "IN_PROGRESS":
        return t`${count} in bewerking`;
      case "TO_DO":
        return t`${count} te doen`;
    }
  };
  return (counts) => {
    const order = ["DONE", "READY_TO_READ", "IN_PROGRESS", "TO_DO"] as const;
    const texts = order.flatMap((state) =>
      counts
        .filter((entry) => entry.state === state && entry.count > 0)
        .map(({ count }) => say(state, count)),
    );
    return texts.length === 0 ? t`nog geen indicatoren` : texts.join(", ");
  };
}

/** How far a library is with a norm, as bars and words have it. */
export function countsOf(norm: OverseenRowFragment["norms"][number]): WorkCounts {
  return [
    { state: "TO_DO", count: norm.toDo },
    { state: "IN_PROGRESS", count: norm.inProgress },
    { state: "READY_TO_READ", count: norm.readyToRead },
    { state: "DONE", count: norm.done },
  ];
}
