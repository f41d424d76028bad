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
  const [auditorId, setAuditor] = useState("");
  const [from, setFrom] = useState(today);
  const [through, setThrough] = useState("");
  const [isChecked, setChecked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>("select, button")?.focus(), []);

  const wrong =
    auditorId === ""
      ? ("auditor" as const)
      : from === "" || through === ""
        ? ("missing" as const)
        : through < from
          ? ("order" as const)
          : through < today
            ? ("past" as const)
            : null;
  const isWrong = isChecked && wrong !== null;
  const isWrongPeriod = isWrong && wrong !== "auditor";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (wrong !== null) {
      const field = wrong === "auditor" ? "select" : 'input[name="through"]';
      return form.current?.querySelector<HTMLElement>(field)?.focus();
    }
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
        aria-invalid={(isChecked && wrong === "auditor") || undefined}
        aria-describedby={isChecked && wrong === "auditor" ? "period-error" : undefined}
        onChange={({ target }) => setAuditor(target.value)}
      >
        {/* Who reads a dossier is chosen, and never who happened to be first. */}
        <option value="">{t`Kies een auditor`}</option>
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
          aria-invalid={isWrongPeriod || undefined}
          aria-describedby={isWrongPeriod ? "period-error" : undefined}
          onChange={({ target }) => setThrough(target.value)}
        />
      </div>
      {isWrong && (
        <p id="period-error" className={styles.wrong}>
          {wrong === "auditor" && <Trans>Kies een auditor.</Trans>}
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
