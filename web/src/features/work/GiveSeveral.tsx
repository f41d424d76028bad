import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { usePeople } from "../membership/people.ts";
import styles from "./BulkTools.module.css";
import { candidates } from "./candidates.ts";
import { nobody } from "./tasks.ts";

interface Props {
  readonly organisationId: string;
  readonly isBusy: boolean;
  /** @param dueOn null: each keeps the day it has */
  readonly onGive: (assigneeId: string | null, dueOn: string | null, name: string) => void;
}

/** To whom the chosen parts go, and by when. */
export function GiveSeveral({ organisationId, isBusy, onGive }: Props) {
  const { t } = useLingui();
  const { present } = usePeople(organisationId);
  const [who, setWho] = useState("");
  const [dueOn, setDueOn] = useState<string | null>(null);
  const [isChecked, setChecked] = useState(false);
  const people = candidates(present, null);
  const isWrong = isChecked && who === "";
  return (
    <form
      className={styles.form}
      aria-label={t`Geef wat je koos aan iemand`}
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (who === "") return event.currentTarget.querySelector("select")?.focus();
        const name = people.find(({ personId }) => personId === who)?.name ?? "";
        if (!isBusy) onGive(who === nobody ? null : who, dueOn, name);
      }}
    >
      <SelectField
        small
        label={t`Geef aan`}
        value={who}
        error={isWrong ? t`Kies eerst aan wie.` : null}
        onChange={({ currentTarget }) => setWho(currentTarget.value)}
      >
        <option value="">{t`Kies iemand`}</option>
        {people.map(({ personId, name }) => (
          <option key={personId} value={personId}>
            {name}
          </option>
        ))}
        <option value={nobody}>{t`Niemand`}</option>
      </SelectField>
      <DateField
        label={t`Af op`}
        hint={t`Laat leeg wat elk onderdeel al heeft.`}
        value={dueOn}
        onChange={setDueOn}
      />
      <Button type="submit" small look="first" aria-disabled={isBusy}>
        <Trans>Geef</Trans>
      </Button>
    </form>
  );
}
