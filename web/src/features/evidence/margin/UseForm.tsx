import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { FormEvent } from "react";
import type { UseInMarginFragment } from "../../../gql/graphql.ts";
import { Button } from "../../../ui/Button.tsx";
import { useFirstFieldFocus } from "../../../ui/focus.ts";
import { announce } from "../../../ui/LiveRegion.tsx";
import { useSubmission } from "../../../network/use-submission.ts";
import { FailureAlert } from "../../identity/FailureAlert.tsx";
import type { Slot } from "./norm-evidence.tsx";
import styles from "./PartEvidence.module.css";
import { useLinking } from "./use-linking.ts";
import { UseFields, type Meant } from "./UseFields.tsx";

interface Props {
  readonly use: UseInMarginFragment;
  readonly slots: readonly Slot[];
  /** It is being taken away. */
  readonly isBusy: boolean;
  readonly onUnlink: () => void;
  readonly onDone: () => void;
}

/** Which page of a document is meant. Who was second sees what stands, and keeps what they typed. */
export function UseForm({ use, slots, isBusy, onUnlink, onDone }: Props) {
  const { t } = useLingui();
  const linking = useLinking();
  const place = useFirstFieldFocus<HTMLFormElement>();
  const [meant, setMeant] = useState<Meant>({ page: use.page, slot: use.slot });
  const [base, setBase] = useState(use.version);
  /** What somebody else made of it; undefined as long as nobody did, null where it was taken away. */
  const [theirs, setTheirs] = useState<Meant | null | undefined>();
  const { isBusy: isSaving, failure, submit } = useSubmission();

  const save = (event: FormEvent) => {
    event.preventDefault();
    submit(async () => {
      const outcome = await linking.write({
        ...meant,
        id: use.id,
        evidenceId: use.evidence.id,
        part: use.part,
        baseVersion: base,
      });
      if (outcome.isWritten) {
        announce(t`Bewaard.`);
        return onDone();
      }
      setTheirs(outcome.current);
      if (outcome.current) setBase(outcome.current.version);
    });
  };
  const their = [
    slots.find(({ code }) => code === theirs?.slot)?.label,
    theirs?.page || t`geen bladzijde`,
  ]
    .filter((part) => part !== undefined)
    .join(", ");
  return (
    <form ref={place} className={styles.form} onSubmit={save} noValidate>
      {theirs === null && (
        <p className={styles.state} role="alert">
          <Trans>Iemand anders koppelde dit intussen los. Er is niets bewaard.</Trans>
        </p>
      )}
      {theirs && (
        <p className={styles.state} role="alert">
          <Trans>
            Iemand anders wijzigde dit ook. Nu staat er: {their}. Bewaar opnieuw om die van jou te
            laten gelden.
          </Trans>
        </p>
      )}
      <UseFields meant={meant} slots={slots} onChange={setMeant} />
      <div className={styles.buttons}>
        {theirs !== null && (
          <Button look="first" small type="submit" aria-disabled={isSaving}>
            <Trans>Bewaar</Trans>
          </Button>
        )}
        <Button small onClick={onDone}>
          <Trans>Annuleer</Trans>
        </Button>
        <Button look="quiet" small disabled={isBusy} onClick={onUnlink}>
          <Trans>Koppel los</Trans>
        </Button>
      </div>
      <FailureAlert failure={failure} />
    </form>
  );
}
