import { Trans } from "@lingui/react/macro";
import type { WorkState } from "../../gql/graphql.ts";
import styles from "./WorkStates.module.css";

export type WorkCounts = readonly { readonly state: WorkState; readonly count: number }[];

const order = ["DONE", "READY_TO_READ", "IN_PROGRESS", "TO_DO"] as const;

/** How far the work is, in words: `2 klaar · 1 in bewerking · 1 te doen`. */
export function WorkStateLine({ counts }: { readonly counts: WorkCounts }) {
  const present = ordered(counts);
  if (present.length === 0) return null;
  return (
    <ul className={styles.line}>
      {present.map(({ state, count }) => (
        <li key={state} className={styles.state}>
          <WorkSign state={state} />
          <Words state={state} count={count} />
        </li>
      ))}
    </ul>
  );
}

/** The same as a bar: filled is done, hatched is under way. The words stand beside it, so it says nothing to a screen reader. */
export function WorkBar({
  counts,
  width = 64,
}: {
  readonly counts: WorkCounts;
  readonly width?: number;
}) {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const parts = ordered(counts)
    .filter(({ state }) => state !== "TO_DO")
    .map(({ state, count }, index, all) => {
      const before = all.slice(0, index).reduce((sum, part) => sum + part.count, 0);
      return { state, start: (before / total) * width, length: (count / total) * width };
    });
  return (
    <svg
      className={styles.bar}
      width={width}
      height="14"
      viewBox={`0 0 ${width} 14`}
      aria-hidden="true"
    >
      {parts.map(({ state, start, length }) => (
        <rect key={state} className={styles[state]} x={start} y="0" width={length} height="14" />
      ))}
      <rect className={styles.frame} x="0.5" y="0.5" width={width - 1} height="13" rx="3" />
    </svg>
  );
}

function Words({ state, count }: { readonly state: WorkState; readonly count: number }) {
  switch (state) {
    case "DONE":
      return <Trans>{count} klaar</Trans>;
    case "READY_TO_READ":
      return <Trans>{count} na te lezen</Trans>;
    case "IN_PROGRESS":
      return <Trans>{count} in bewerking</Trans>;
    case "TO_DO":
      return <Trans>{count} te doen</Trans>;
  }
}

/** How far something is, as a sign beside its words. */
export function WorkSign({ state }: { readonly state: WorkState }) {
  return (
    <svg className={styles.sign} width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
      <circle cx="5" cy="5" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      {state === "DONE" && <circle cx="5" cy="5" r="4.5" fill="currentColor" />}
      {state === "READY_TO_READ" && <circle cx="5" cy="5" r="2.4" fill="currentColor" />}
      {state === "IN_PROGRESS" && <path d="M5 .5a4.5 4.5 0 0 0 0 9Z" fill="currentColor" />}
    </svg>
  );
}

function ordered(counts: WorkCounts): WorkCounts {
  return order.flatMap((state) =>
    counts.filter((entry) => entry.state === state && entry.count > 0),
  );
}
