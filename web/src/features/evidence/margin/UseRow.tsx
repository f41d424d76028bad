import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import type { UseInMarginFragment } from "../../../gql/graphql.ts";
import { Button } from "../../../ui/Button.tsx";
import { announce } from "../../../ui/LiveRegion.tsx";
import { VisuallyHidden } from "../../../ui/VisuallyHidden.tsx";
import { useSubmission } from "../../../network/use-submission.ts";
import { FailureAlert } from "../../identity/FailureAlert.tsx";
import { useDossierPlace } from "../../self-evaluation/dossier-place.ts";
import { useItemState, useSharingText } from "../evidence-text.ts";
import { DocumentSign } from "./DocumentSign.tsx";
import type { Slot } from "./norm-evidence.tsx";
import styles from "./PartEvidence.module.css";
import { useLinking } from "./use-linking.ts";
import { UseForm } from "./UseForm.tsx";

interface Props {
  readonly use: UseInMarginFragment;
  readonly slots: readonly Slot[];
  /** Taken away on this page, and to be put back. */
  readonly isUnlinked: boolean;
  readonly onUnlinked: (isUnlinked: boolean) => void;
}

/** A document beside a part: which page is meant, and who may see it. */
export function UseRow({ use, slots, isUnlinked, onUnlinked }: Props) {
  const { t } = useLingui();
  const { organisationId: organisation } = useDossierPlace();
  const linking = useLinking();
  const sharingText = useSharingText();
  const itemState = useItemState();
  const { attempt, isBusy, failure } = useSubmission();
  const [isChanging, setChanging] = useState(false);
  const back = useRef<HTMLButtonElement>(null);
  const change = useRef<HTMLButtonElement>(null);
  const { id, page, evidence, canWrite } = use;
  const { title } = evidence;
  const state = itemState(evidence.files);

  useEffect(() => {
    if (isUnlinked) back.current?.focus();
  }, [isUnlinked]);

  const setRemoved = async (removed: boolean) => {
    if (!(await attempt(() => linking.setRemoved(use, removed)))) return;
    setChanging(false);
    onUnlinked(removed);
    announce(removed ? t`${title} is losgekoppeld.` : t`${title} staat er weer.`);
  };
  const close = () => {
    setChanging(false);
    // The form that had the focus is gone.
    setTimeout(() => change.current?.focus());
  };

  if (isUnlinked)
    return (
      <div className={styles.unlinked}>
        <Trans>{title} is losgekoppeld.</Trans>{" "}
        <Button
          ref={back}
          look="quiet"
          small
          disabled={isBusy}
          onClick={() => void setRemoved(false)}
        >
          <Trans>Zet terug</Trans>
        </Button>
        <FailureAlert failure={failure} />
      </div>
    );
  return (
    <div className={styles.use}>
      <DocumentSign />
      <div>
        <Link
          to="/o/$organisation/bewijsstukken/$id"
          params={{ organisation, id: evidence.id }}
          search={{ gebruik: id }}
          className={styles.title}
        >
          {title}
        </Link>
        <p className={styles.about}>
          {page !== "" && <span className={styles.page}>{page}</span>}
          <span>{sharingText(evidence.sharing)}</span>
          {state !== null && <span className={styles.state}>{state}</span>}
        </p>
        {isChanging ? (
          <UseForm
            use={use}
            slots={slots}
            isBusy={isBusy}
            onUnlink={() => void setRemoved(true)}
            onDone={close}
          />
        ) : (
          canWrite && (
            <Button ref={change} look="quiet" small onClick={() => setChanging(true)}>
              <Trans>
                Wijzig<VisuallyHidden> de plek van {title}</VisuallyHidden>
              </Trans>
            </Button>
          )
        )}
        <FailureAlert failure={failure} />
      </div>
    </div>
  );
}
