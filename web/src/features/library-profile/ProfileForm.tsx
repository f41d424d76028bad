import { Trans, useLingui } from "@lingui/react/macro";
import type { Edition } from "@toetssteen/norms";
import { useRef, useState } from "react";
import type { FormEvent } from "react";
import { flushSync } from "react-dom";
import type { ProfileFactsFragment } from "../../gql/graphql.ts";
import { Button } from "../../ui/Button.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { announce } from "../../ui/LiveRegion.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import type { Failure } from "../../network/use-submission.ts";
import { ConsequenceNotice } from "./ConsequenceNotice.tsx";
import { draftOf, factsOf, isChanged } from "./profile-draft.ts";
import type { Draft, Facts } from "./profile-draft.ts";
import { ProfileClash } from "./ProfileClash.tsx";
import styles from "./ProfilePage.module.css";
import { useSaveProfile } from "./use-profile.ts";

interface Props {
  readonly organisation: string;
  readonly latest: ProfileFactsFragment;
  readonly edition: Edition | null;
}

/** Changes are chosen first and saved together, because saving may take an indicator away or bring one. */
export function ProfileForm({ organisation, latest, edition }: Props) {
  const { t } = useLingui();
  const { save, isBusy } = useSaveProfile(organisation);
  const [draft, setDraft] = useState<Draft>(() => draftOf(latest));
  /** What the choices were made on; another version of it means that somebody else was first. */
  const [base, setBase] = useState(latest);
  const [earlier, setEarlier] = useState<Facts | null>(null);
  const [isClashing, setClashing] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isChecked, setChecked] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  // What a colleague saved meanwhile is shown at once to who hasn't chosen anything.
  if (latest.version !== base.version && !isClashing && !isBusy && !isChanged(base, draft)) {
    setBase(latest);
    setDraft(draftOf(latest));
    setEarlier(null);
  }

  const facts = factsOf(draft);
  const changed = isChanged(base, draft);

  const write = async (wanted: Facts, version: number, undoing: boolean) => {
    setFailure(null);
    const before = latest;
    const result = await save(wanted, version);
    if (result.kind === "failure") return setFailure(result.failure);
    setClashing(result.kind === "conflict");
    if (result.kind === "conflict")
      return announce(t`Iemand anders veranderde het profiel ook. Kies wat er blijft staan.`);
    setBase(result.latest);
    setDraft(draftOf(result.latest));
    setEarlier(undoing ? null : before);
    announce(undoing ? t`Het profiel is weer zoals het was.` : t`Het profiel is bewaard.`);
    // The button that was pressed is gone.
    form.current?.focus();
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    // Shown first, so that the field that is wrong can be found.
    flushSync(() => setChecked(true));
    if (facts === null) return form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
    if (changed && !isBusy) void write(facts, base.version, false);
  };

  const keepTheirs = () => {
    setBase(latest);
    setDraft(draftOf(latest));
    setClashing(false);
    setEarlier(null);
    announce(t`Het profiel blijft zoals je collega het bewaarde.`);
    form.current?.focus();
  };

  const yesOrNo = [
    { value: "JA", label: t`Ja` },
    { value: "NEE", label: t`Nee` },
  ] as const;
  const isWrong = isChecked && facts === null;

  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={submit}
      noValidate
      tabIndex={-1}
      aria-label={t`Bibliotheekprofiel`}
    >
      <div className={styles.fact}>
        <p className={styles.question}>
          <Trans>
            Is jullie bibliotheek lid van de Vereniging van Openbare Bibliotheken (VOB)?
          </Trans>
        </p>
        <Choice
          label={t`Lid van de VOB`}
          value={draft.vobMember ? "JA" : "NEE"}
          options={yesOrNo}
          onChange={(value) => setDraft({ ...draft, vobMember: value === "JA" })}
        />
      </div>
      <div className={styles.fact}>
        <p className={styles.question}>
          <Trans>Hebben jullie een Informatiepunt Digitale Overheid (IDO)?</Trans>
        </p>
        <Choice
          label={t`Informatiepunt Digitale Overheid`}
          value={draft.runsIdo ? "JA" : "NEE"}
          options={yesOrNo}
          onChange={(value) => setDraft({ ...draft, runsIdo: value === "JA" })}
        />
      </div>
      <div className={styles.number}>
        <TextField
          label={t`Hoeveel vestigingen hebben jullie?`}
          inputMode="numeric"
          autoComplete="off"
          value={draft.locations}
          error={isWrong ? t`Vul een heel getal in, van 0 tot en met 10.000.` : null}
          onChange={({ target }) => setDraft({ ...draft, locations: target.value })}
        />
      </div>
      {isClashing ? (
        <ProfileClash
          theirs={latest}
          mine={facts ?? base}
          isBusy={isBusy}
          onKeepMine={() => facts !== null && void write(facts, latest.version, false)}
          onKeepTheirs={keepTheirs}
        />
      ) : (
        <>
          <ConsequenceNotice edition={edition} before={base} after={draft} />
          <Saving
            isBusy={isBusy}
            isChanged={changed}
            onReset={() => setDraft(draftOf(base))}
            onUndo={earlier === null ? null : () => void write(earlier, base.version, true)}
          />
        </>
      )}
      <FailureAlert failure={failure} />
    </form>
  );
}

interface SavingProps {
  readonly isBusy: boolean;
  readonly isChanged: boolean;
  readonly onReset: () => void;
  readonly onUndo: (() => void) | null;
}

function Saving({ isBusy, isChanged: changed, onReset, onUndo }: SavingProps) {
  if (changed) {
    return (
      <div className={styles.saving}>
        <Button type="submit" look="first" aria-disabled={isBusy}>
          {isBusy ? <Trans>Bewaren…</Trans> : <Trans>Bewaar</Trans>}
        </Button>
        <Button look="quiet" onClick={onReset}>
          <Trans>Annuleer</Trans>
        </Button>
      </div>
    );
  }
  if (onUndo === null) return null;
  return (
    <p className={styles.saved}>
      <Trans>Bewaard.</Trans>{" "}
      <Button look="quiet" small aria-disabled={isBusy} onClick={onUndo}>
        <Trans>Maak ongedaan</Trans>
      </Button>
    </p>
  );
}
