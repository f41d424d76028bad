import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { dayInAmsterdam } from "@toetssteen/norms";
import { useNow } from "../../i18n/now.ts";
import { AssignTools } from "./AssignTools.tsx";
import { BulkTools } from "./BulkTools.tsx";
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
  const hold = (changing: readonly Task[]) =>
    setHeld(
      (before) => new Map([...changing.map((task) => [task.part, task] as const), ...before]),
    );
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const today = dayInAmsterdam(useNow());
  const placed = tasks.map((task) => held.get(task.part) ?? task);
  const now = new Map(tasks.map((task) => [task.part, task]));
  const shown = tasksOf(placed, who);
  const choosable = shown
    .map(({ part }) => now.get(part))
    .filter((task) => task !== undefined)
    .filter(({ canAssign, canSetState }) => canAssign || canSetState);
  const isSeveral = choosable.length > 1;
  const choose = (part: string, isChosen: boolean) =>
    setChosen(new Set([...[...chosen].filter((one) => one !== part), ...(isChosen ? [part] : [])]));
  const groups = byState(shown, today).map((group) => (
    <section key={group.state} className={styles.group} aria-labelledby={`werk-${group.state}`}>
      <h2 id={`werk-${group.state}`} className={styles.heading}>
        {group.state === "LATE" ? <Trans>te laat</Trans> : names[group.state]}
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
              onChange={() => hold([task])}
              isChosen={chosen.has(task.part)}
              onChoose={
                isSeveral && (task.canAssign || task.canSetState)
                  ? (isChosen) => choose(task.part, isChosen)
                  : null
              }
            />
          );
        })}
      </ul>
    </section>
  ));
  return (
    <>
      {isSeveral && (
        <BulkTools
          all={choosable}
          chosen={choosable.filter(({ part }) => chosen.has(part))}
          onChoose={(parts) => setChosen(new Set(parts))}
          onChange={hold}
        />
      )}
      {groups}
    </>
  );
}

interface RowProps {
  readonly organisation: string;
  readonly task: Task;
  readonly title: string;
  readonly onChange: () => void;
  readonly isChosen: boolean;
  /** Null where there is nothing to do with several. */
  readonly onChoose: ((isChosen: boolean) => void) | null;
}

function TaskRow({ organisation, task, title, onChange, isChosen, onChoose }: RowProps) {
  const { t } = useLingui();
  const { part, kind, text, state, dueOn, canAssign, canSetState } = task;
  return (
    <li className={styles.task} aria-label={t`Werk aan ${part}`}>
      {onChoose === null ? (
        <span className={styles.code} aria-hidden="true">
          {part}
        </span>
      ) : (
        <label className={styles.choice}>
          <input
            type="checkbox"
            aria-label={t`Kies ${part}`}
            checked={isChosen}
            onChange={({ currentTarget }) => onChoose(currentTarget.checked)}
          />
          <span className={styles.code} aria-hidden="true">
            {part}
          </span>
        </label>
      )}
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
