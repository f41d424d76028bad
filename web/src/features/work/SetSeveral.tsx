import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { WorkState } from "../../gql/graphql.ts";
import { Button } from "../../ui/Button.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import styles from "./BulkTools.module.css";
import { useStateNames } from "./state-names.ts";

interface Props {
  readonly isBusy: boolean;
  readonly onSet: (state: WorkState, name: string) => void;
}

const order = ["TO_DO", "IN_PROGRESS", "READY_TO_READ", "DONE"] as const;

/** How far the chosen parts are. */
export function SetSeveral({ isBusy, onSet }: Props) {
  const { t } = useLingui();
  const names = useStateNames();
  const [state, setState] = useState<WorkState>("READY_TO_READ");
  return (
    <form
      className={styles.form}
      aria-label={t`Werkstand van wat je koos`}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) onSet(state, names[state]);
      }}
    >
      <SelectField
        small
        label={t`Zet op`}
        value={state}
        onChange={({ currentTarget }) => setState(currentTarget.value as WorkState)}
      >
        {order.map((one) => (
          <option key={one} value={one}>
            {names[one]}
          </option>
        ))}
      </SelectField>
      <Button type="submit" small aria-disabled={isBusy}>
        <Trans>Zet</Trans>
      </Button>
    </form>
  );
}
