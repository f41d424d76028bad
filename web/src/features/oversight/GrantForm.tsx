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
  const [isChecked, setChecked] = useState(false);
  if (organisations.length === 0) return null;
  const organisation = organisations.find((one) => one.id === chosen) ?? null;
  const name = organisation?.name ?? "";
  const isWrong = isChecked && organisation === null;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (organisation === null) event.currentTarget.querySelector("select")?.focus();
    else if (!isBusy) onGrant(organisation);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <SelectField
        label={t`Welke organisatie mag meekijken?`}
        value={chosen}
        error={isWrong ? t`Kies eerst welke organisatie mag meekijken.` : null}
        onChange={({ target }) => setChosen(target.value)}
      >
        {/* Nobody is let in by a click on what stood there already. */}
        <option value="">{t`Kies een organisatie`}</option>
        {organisations.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </SelectField>
      <Button type="submit" aria-disabled={isBusy}>
        {organisation === null ? (
          <Trans>Laat meekijken</Trans>
        ) : (
          <Trans>Laat {name} meekijken</Trans>
        )}
      </Button>
      <p className={styles.note}>
        <Trans>Je kunt dit elk moment stoppen. Dat werkt meteen.</Trans>
      </p>
    </form>
  );
}
