import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { AssignTools } from "./AssignTools.tsx";
import { DueText } from "./DueText.tsx";
import { PartLink } from "./PartLink.tsx";
import { StateField } from "./StateField.tsx";
import { useStateNames } from "./state-names.ts";
import styles from "./TaskList.module.css";
import { byState, tasksOf } from "./tasks.ts";
import type { Task } from "./tasks.ts";

interface Props {
  readonly organisation: string;
  /** Of everybody. */
  readonly tasks: readonly Task[];
  /** Whose are shown: a person, or nobody. */
  readonly who: string;
  readonly titleOf: (norm: string) => string;
}

/** What somebody has, by how far it is. A task that is changed here keeps its place until one comes back to the page. */
export function TaskList({ organisation, tasks, who, titleOf }: Props) {
  const names = useStateNames();
  const [held, setHeld] = useState<ReadonlyMap<string, Task>>(new Map());
  const hold = (task: Task) =>
    setHeld((before) => (before.has(task.part) ? before : new Map(before).set(task.part, task)));
  const placed = tasks.map((task) => held.get(task.part) ?? task);
  const now = new Map(tasks.map((task) => [task.part, task]));
  return byState(tasksOf(placed, who)).map((group) => (
    <section key={group.state} className={styles.group} aria-labelledby={`werk-${group.state}`}>
      <h2 id={`werk-${group.state}`} className={styles.heading}>
        {names[group.state]}
      </h2>
      <ul className={styles.tasks}>
        {group.tasks.map((place) => {
          const task = now.get(place.part) ?? place;
          return (
            <TaskRow
              key={task.part}
              organisation={organisation}
              task={task}
              title={titleOf(task.norm)}
              onChange={() => hold(task)}
            />
          );
        })}
      </ul>
    </section>
  ));
}

interface RowProps {
  readonly organisation: string;
  readonly task: Task;
  readonly title: string;
  readonly onChange: () => void;
}

function TaskRow({ organisation, task, title, onChange }: RowProps) {
  const { t } = useLingui();
  const { part, kind, text, state, dueOn, canAssign, canSetState } = task;
  return (
    <li className={styles.task} aria-label={t`Werk aan ${part}`}>
      <span className={styles.code} aria-hidden="true">
        {part}
      </span>
      <div className={styles.text}>
        <PartLink organisation={organisation} task={task} className={styles.link}>
          {text}
        </PartLink>
        <p className={styles.about}>
          {kind === "NORM" ? <Trans>de norm als geheel</Trans> : title}
          {dueOn !== null && state !== "DONE" && <DueText day={dueOn} />}
        </p>
      </div>
      <div className={styles.tools}>
        <StateField part={part} state={state} canSet={canSetState} onChange={onChange} />
        {canAssign && <AssignTools work={task} onChange={onChange} />}
      </div>
    </li>
  );
}
