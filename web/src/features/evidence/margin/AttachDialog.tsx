import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useApolloClient } from "@apollo/client/react";
import { mostAtOnce } from "@toetssteen/contract";
import { useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { announce } from "../../../ui/LiveRegion.tsx";
import { usePanel } from "../../../address/use-panel.ts";
import { useSubmission } from "../../../network/use-submission.ts";
import { FailureAlert } from "../../identity/FailureAlert.tsx";
import { useDossierPlace } from "../../self-evaluation/dossier-place.ts";
import { AddEvidence } from "../AddEvidence.tsx";
import { severalOf } from "../several/several.ts";
import type { Added } from "../use-add-evidence.ts";
import { EvidenceChoice } from "./EvidenceChoice.tsx";
import type { Slot } from "./norm-evidence.tsx";
import styles from "./AttachDialog.module.css";
import { UseFields } from "./UseFields.tsx";
import type { Meant } from "./UseFields.tsx";

export interface AttachDialogProps {
  readonly part: string;
  readonly slots: readonly Slot[];
  readonly taken: readonly string[];
  /** Files that were dropped on the part. */
  readonly dropped: readonly File[];
  readonly onClose: () => void;
}

/** Which document shows a part: one that is there already, else a new one. */
export function AttachDialog({ part, slots, taken, dropped, onClose }: AttachDialogProps) {
  const { t } = useLingui();
  const client = useApolloClient();
  const { organisationId, cycleId } = useDossierPlace();
  const several = severalOf(client, organisationId);
  const { isBusy, failure, submit } = useSubmission();
  const { isOpen: isNew, open: openNew, close: closeNew } = usePanel(`koppelen-${part}/nieuw`);
  const [isFilled, setFilled] = useState(dropped.length > 0);
  const [chosen, setChosen] = useState<readonly Added[]>([]);
  const [meant, setMeant] = useState<Meant>({ page: "", slot: null });
  // Of each document one, so that trying again links it once.
  const ids = useRef(new Map<string, string>());

  const link = async (items: readonly Added[]) => {
    const uses = items.map(({ id: evidenceId }) => {
      const id = ids.current.get(evidenceId) ?? uuidv7();
      ids.current.set(evidenceId, id);
      // Which page is meant is asked of one; of several it is said beside each.
      const place =
        items.length === 1 ? { ...meant, page: meant.page.trim() } : { ...meant, page: "" };
      return { ...place, id, evidenceId, part };
    });
    for (let from = 0; from < uses.length; from += mostAtOnce)
      await several.link(cycleId, uses.slice(from, from + mostAtOnce));
    for (const { title } of items) announce(t`${title} is gekoppeld bij ${part}.`);
    onClose();
  };
  const fields = <UseFields meant={meant} slots={slots} onChange={setMeant} />;

  return (
    <Dialog
      title={isNew ? t`Een nieuw bewijsstuk bij ${part}` : t`Welk bewijsstuk hoort bij ${part}?`}
      onClose={onClose}
      wide
      isFilled={isNew ? isFilled : chosen.length > 0}
      actions={
        !isNew && (
          <>
            <Button
              look="first"
              disabled={chosen.length === 0}
              aria-disabled={isBusy}
              onClick={() => submit(() => link(chosen))}
            >
              {chosen.length > 1 ? (
                <Plural value={chosen.length} one="Koppel #" other="Koppel #" />
              ) : (
                <Trans>Koppel</Trans>
              )}
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
            sharing="SHARED"
            dropped={dropped}
            onFilled={setFilled}
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
              chosen={chosen}
              onChange={setChosen}
            />
            <p className={styles.other}>
              <Trans>Staat het er niet bij?</Trans>{" "}
              <Button look="quiet" small onClick={openNew}>
                <Trans>Voeg een bestand of link toe</Trans>
              </Button>
            </p>
            {chosen.length === 1 && fields}
            {chosen.length > 1 && (
              <p className={styles.other}>
                <Trans>Welke bladzijde je bedoelt, kun je daarna bij elk zeggen.</Trans>
              </p>
            )}
          </>
        )}
      </div>
    </Dialog>
  );
}
