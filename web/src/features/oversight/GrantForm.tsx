import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { FormEvent } from "react";
import { Button } from "../../ui/Button.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import styles from "./OversightPage.module.css";

interface Organisation {
  readonly id: string;
  readonly name: string;
}

interface Props {
  /** Those that don't look yet. */
  readonly organisations: readonly Organisation[];
  readonly isBusy: boolean;
  readonly onGrant: (organisation: Organisation) => void;
}

export function GrantForm({ organisations, isBusy, onGrant }: Props) {
  const { t } = useLingui();
  const [chosen, setChosen] = useState("");
  const [first] = organisations;
  if (!first) return null;
  const organisation = organisations.find(({ id }) => id === chosen) ?? first;
  const { name } = organisation;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy) onGrant(organisation);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      {organisations.length > 1 && (
        <SelectField
          label={t`Welke organisatie mag meekijken?`}
          value={organisation.id}
          onChange={({ target }) => setChosen(target.value)}
        >
          {organisations.map(({ id, name: option }) => (
            <option key={id} value={id}>
              {option}
            </option>
          ))}
        </SelectField>
      )}
      <Button type="submit" look="first" aria-disabled={isBusy}>
        <Trans>Laat {name} meekijken</Trans>
      </Button>
      <p className={styles.note}>
        <Trans>Je kunt dit elk moment stoppen. Dat werkt meteen.</Trans>
      </p>
    </form>
  );
}
