import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { WorkState } from "../../gql/graphql.ts";
import { announce } from "../../ui/LiveRegion.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { useSubmission } from "../../network/use-submission.ts";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import { WorkSign } from "../self-evaluation/WorkStates.tsx";
import styles from "./StateField.module.css";
import { useStateNames } from "./state-names.ts";
import { useWorkChanges } from "./use-work-changes.ts";

interface Props {
  readonly part: string;
  readonly state: WorkState;
  readonly canSet: boolean;
  /** Before anything changes, where a list would move under one's hands. */
  readonly onChange?: (() => void) | undefined;
}

const order = ["TO_DO", "IN_PROGRESS", "READY_TO_READ", "DONE"] as const;

/** How far a part is; for whoever works on it, where they say so. */
export function StateField({ part, state, canSet, onChange }: Props) {
  const { t } = useLingui();
  const names = useStateNames();
  const { setState } = useWorkChanges(part);
  const { isBusy, failure, submit } = useSubmission();
  const [wanted, setWanted] = useState(state);
  const shown = isBusy ? wanted : state;
  if (!canSet)
    return (
      <p className={styles.state}>
        <WorkSign state={state} /> {names[state]}
      </p>
    );
  const choose = (next: WorkState) => {
    setWanted(next);
    onChange?.();
    submit(async () => {
      await setState(next);
      const name = names[next];
      announce(t`${part}: ${name}.`);
    });
  };
  return (
    <div className={styles.field}>
      <div className={styles.state}>
        <WorkSign state={shown} />
        <SelectField
          small
          quiet
          labelHidden
          label={t`Stand van ${part}`}
          value={shown}
          onChange={(event) => choose(event.currentTarget.value as WorkState)}
        >
          {order.map((one) => (
            <option key={one} value={one}>
              {names[one]}
            </option>
          ))}
        </SelectField>
      </div>
      <FailureAlert failure={failure} />
    </div>
  );
}
