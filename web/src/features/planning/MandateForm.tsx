import { Trans, useLingui } from "@lingui/react/macro";
import { dayInAmsterdam } from "@toetssteen/norms";
import { useEffect, useRef, useState } from "react";
import type { FormEvent } from "react";
import type { PlanningQuery } from "../../gql/graphql.ts";
import { Button } from "../../ui/Button.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import styles from "./PlanningPage.module.css";
import type { MandateDraft } from "./use-planning.ts";

interface Props {
  readonly libraryId: string;
  readonly submissionId: string;
  readonly libraryName: string;
  readonly auditors: PlanningQuery["auditors"];
  readonly now: Date;
  readonly isBusy: boolean;
  readonly onGive: (draft: MandateDraft) => void;
  readonly onClose: () => void;
}

/** Who reads it, from which day through which day. */
export function MandateForm({ libraryName, auditors, now, isBusy, ...rest }: Props) {
  const { t } = useLingui();
  const { libraryId, submissionId } = rest;
  const today = dayInAmsterdam(now);
  const [auditorId, setAuditor] = useState(auditors[0]?.personId ?? "");
  const [from, setFrom] = useState(today);
  const [through, setThrough] = useState("");
  const [isChecked, setChecked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>("select, button")?.focus(), []);

  const wrong =
    from === "" || through === ""
      ? ("missing" as const)
      : through < from
        ? ("order" as const)
        : through < today
          ? ("past" as const)
          : null;
  const isWrong = isChecked && wrong !== null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (wrong !== null)
      return form.current?.querySelector<HTMLElement>('input[name="through"]')?.focus();
    if (!isBusy) rest.onGive({ libraryId, submissionId, auditorId, from, through });
  };

  if (auditors.length === 0) {
    return (
      <form ref={form} className={styles.form}>
        <p>
          <Trans>
            Er zijn nog geen auditors. De beheerder van je organisatie geeft iemand de rol auditor.
          </Trans>
        </p>
        <Button small onClick={rest.onClose}>
          <Trans>Sluit</Trans>
        </Button>
      </form>
    );
  }
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={submit}
      noValidate
      aria-label={t`Opdracht voor ${libraryName}`}
    >
      <SelectField
        label={t`Auditor`}
        value={auditorId}
        onChange={({ target }) => setAuditor(target.value)}
      >
        {auditors.map(({ personId, name }) => (
          <option key={personId} value={personId}>
            {name}
          </option>
        ))}
      </SelectField>
      <div className={styles.period}>
        <TextField
          label={t`Van`}
          name="from"
          type="date"
          value={from}
          onChange={({ target }) => setFrom(target.value)}
        />
        <TextField
          label={t`Tot en met`}
          name="through"
          type="date"
          min={from}
          value={through}
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? "period-error" : undefined}
          onChange={({ target }) => setThrough(target.value)}
        />
      </div>
      {isWrong && (
        <p id="period-error" className={styles.wrong}>
          {wrong === "missing" && <Trans>Kies een eerste en een laatste dag.</Trans>}
          {wrong === "order" && <Trans>De laatste dag komt na de eerste.</Trans>}
          {wrong === "past" && <Trans>De laatste dag is al voorbij.</Trans>}
        </p>
      )}
      <p className={styles.note}>
        <Trans>
          De auditor leest alleen wat is ingediend, en alleen op deze dagen. De bibliotheek ziet het
          in haar inzagelogboek.
        </Trans>
      </p>
      <div className={styles.actions}>
        <Button type="submit" look="first" aria-disabled={isBusy}>
          {isBusy ? <Trans>Bezig…</Trans> : <Trans>Geef de opdracht</Trans>}
        </Button>
        <Button look="quiet" onClick={rest.onClose}>
          <Trans>Laat maar</Trans>
        </Button>
      </div>
    </form>
  );
}
