import { Trans, useLingui } from "@lingui/react/macro";
import { dayInAmsterdam } from "@toetssteen/norms";
import { useEffect, useState } from "react";
import type { FormEvent } from "react";
import type { PlanningQuery } from "../../gql/graphql.ts";
import { Button } from "../../ui/Button.tsx";
import { useInvalidFocus } from "../../ui/focus.ts";
import { DateField } from "../../ui/DateField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
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
  const [from, setFrom] = useState<string | null>(today);
  const [through, setThrough] = useState<string | null>(null);
  const [problems, setProblems] = useState({ isWrong: false });
  const form = useInvalidFocus<HTMLFormElement>(problems);
  useEffect(() => form.current?.querySelector<HTMLElement>("select, button")?.focus(), [form]);

  const wrong =
    from === null || through === null
      ? ("missing" as const)
      : through < from
        ? ("order" as const)
        : through < today
          ? ("past" as const)
          : null;
  const isWrong = problems.isWrong;
  const wrongText = {
    missing: t`Kies de laatste dag.`,
    order: t`De laatste dag komt na de eerste.`,
    past: t`De laatste dag is al voorbij.`,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setProblems({ isWrong: auditorId === "" || wrong !== null });
    if (!isBusy && auditorId !== "" && from !== null && through !== null && wrong === null)
      rest.onGive({ libraryId, submissionId, auditorId, from, through });
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
        error={isWrong && auditorId === "" ? t`Kies een auditor.` : null}
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
        <DateField
          label={t`Van`}
          value={from}
          error={isWrong && from === null ? t`Kies de eerste dag.` : null}
          onChange={setFrom}
        />
        <DateField
          label={t`Tot en met`}
          value={through}
          error={isWrong && from !== null && wrong !== null ? wrongText[wrong] : null}
          onChange={setThrough}
        />
      </div>
      <p className={styles.note}>
        <Trans>
          De auditor leest alleen wat is ingediend, en alleen op deze dagen. De bibliotheek ziet het
          in het inzagelogboek.
        </Trans>
      </p>
      <div className={styles.actions}>
        <Button type="submit" look="first" aria-disabled={isBusy}>
          {isBusy ? <Trans>Bezig…</Trans> : <Trans>Geef de opdracht</Trans>}
        </Button>
        <Button look="quiet" onClick={rest.onClose}>
          <Trans>Annuleer</Trans>
        </Button>
      </div>
    </form>
  );
}
