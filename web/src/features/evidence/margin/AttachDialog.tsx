import { Trans, useLingui } from "@lingui/react/macro";
import { useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { announce } from "../../../ui/LiveRegion.tsx";
import { usePanel } from "../../../use-panel.ts";
import { useSubmission } from "../../../use-submission.ts";
import { FailureAlert } from "../../identity/FailureAlert.tsx";
import { useDossierPlace } from "../../self-evaluation/dossier-place.ts";
import { AddEvidence } from "../AddEvidence.tsx";
import type { Added } from "../use-add-evidence.ts";
import { EvidenceChoice } from "./EvidenceChoice.tsx";
import type { Slot } from "./norm-evidence.tsx";
import styles from "./AttachDialog.module.css";
import { useLinking } from "./use-linking.ts";
import { UseFields } from "./UseFields.tsx";
import type { Meant } from "./UseFields.tsx";

export interface AttachDialogProps {
  readonly part: string;
  readonly slots: readonly Slot[];
  readonly taken: readonly string[];
  readonly onClose: () => void;
}

/** Which document shows a part: one that is there already, else a new one. */
export function AttachDialog({ part, slots, taken, onClose }: AttachDialogProps) {
  const { t } = useLingui();
  const { organisationId } = useDossierPlace();
  const linking = useLinking();
  const { isBusy, failure, submit } = useSubmission();
  const { isOpen: isNew, open: openNew, close: closeNew } = usePanel(`koppelen-${part}/nieuw`);
  const [chosen, setChosen] = useState<Added | null>(null);
  const [meant, setMeant] = useState<Meant>({ page: "", slot: null });
  // Of each document one, so that trying again links it once.
  const ids = useRef(new Map<string, string>());

  const link = async (items: readonly Added[]) => {
    for (const { id: evidenceId, title } of items) {
      const id = ids.current.get(evidenceId) ?? uuidv7();
      ids.current.set(evidenceId, id);
      await linking.write({ ...meant, id, evidenceId, part, baseVersion: 0 });
      announce(t`${title} is gekoppeld bij ${part}.`);
    }
    onClose();
  };
  const fields = <UseFields meant={meant} slots={slots} onChange={setMeant} />;

  return (
    <Dialog
      title={isNew ? t`Een nieuw bewijsstuk bij ${part}` : t`Welk bewijsstuk hoort bij ${part}?`}
      onClose={onClose}
      wide
      actions={
        !isNew && (
          <>
            <Button
              look="first"
              disabled={chosen === null}
              aria-disabled={isBusy}
              onClick={() => chosen && submit(() => link([chosen]))}
            >
              <Trans>Koppel</Trans>
            </Button>
            <Button type="submit">
              <Trans>Annuleer</Trans>
            </Button>
          </>
        )
      }
    >
      <div className={styles.body}>
        <FailureAlert failure={failure} />
        {isNew ? (
          <AddEvidence
            organisationId={organisationId}
            submitLabel={<Trans>Voeg toe en koppel</Trans>}
            extra={fields}
            onAdded={link}
            onCancel={closeNew}
          />
        ) : (
          <>
            <EvidenceChoice
              organisationId={organisationId}
              taken={taken}
              chosen={chosen?.id ?? null}
              onChoose={setChosen}
            />
            <p className={styles.other}>
              <Trans>Staat het er niet bij?</Trans>{" "}
              <Button look="quiet" small onClick={openNew}>
                <Trans>Voeg een bestand of link toe</Trans>
              </Button>
            </p>
            {chosen !== null && fields}
          </>
        )}
      </div>
    </Dialog>
  );
}
