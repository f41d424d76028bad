import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { FormEvent } from "react";
import { faultOfLine, showsSomething } from "@toetssteen/contract";
import { Button } from "../../../ui/Button.tsx";
import { DateField } from "../../../ui/DateField.tsx";
import { useFirstFieldFocus, useInvalidFocus } from "../../../ui/focus.ts";
import { Pills } from "../../../ui/Pills.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { useLineFault } from "../../writing/use-fault-text.ts";
import type { WordsOf } from "../../writing/text-place.ts";
import styles from "./Discussion.module.css";

type Words = WordsOf["discussion"];

interface Props {
  readonly label: string;
  readonly words: Words;
  readonly onSave: (words: Words) => void;
  readonly onCancel: () => void;
}

/** With whom a norm was discussed, and when. */
export function DiscussionForm({ label, words, onSave, onCancel }: Props) {
  const { t } = useLingui();
  const faultIn = useLineFault();
  const [withKind, setKind] = useState(words.withKind);
  const [withWhom, setWhom] = useState(words.withWhom);
  const [heldOn, setHeld] = useState(words.heldOn);
  const [problems, setProblems] = useState({ isBlank: false });
  const start = useFirstFieldFocus<HTMLDivElement>();
  const form = useInvalidFocus<HTMLFormElement>(problems);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const name = withWhom.trim();
    setProblems({ isBlank: !showsSomething(name) });
    if (showsSomething(name) && faultOfLine(name, 200) === null)
      onSave({ withKind, withWhom: name, heldOn });
  };

  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate aria-label={label}>
      <div ref={start} className={styles.fields}>
        <TextField
          label={t`Met wie?`}
          hint={
            withKind === "PARTNER" ? (
              <Trans>Zoals: de gemeente, team sociaal domein</Trans>
            ) : (
              <Trans>Zoals: de leesconsulenten</Trans>
            )
          }
          value={withWhom}
          maxLength={200}
          error={
            problems.isBlank && !showsSomething(withWhom)
              ? t`Vul in met wie.`
              : faultIn(withWhom, 200)
          }
          onChange={({ target }) => setWhom(target.value)}
        />
        <DateField label={t`Wanneer? (niet verplicht)`} value={heldOn} onChange={setHeld} />
      </div>
      <Pills
        label={t`Soort`}
        value={withKind}
        options={[
          { value: "FUNCTION_GROUP", label: t`Functiegroep in huis` },
          { value: "PARTNER", label: t`Partner` },
        ]}
        onChange={setKind}
      />
      <div className={styles.buttons}>
        <Button look="first" small type="submit">
          <Trans>Bewaar</Trans>
        </Button>
        <Button small onClick={onCancel}>
          <Trans>Annuleer</Trans>
        </Button>
      </div>
    </form>
  );
}
