import { Trans } from "@lingui/react/macro";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import styles from "./EvidenceItemPage.module.css";

interface Props {
  readonly canRestore: boolean;
  readonly isBusy: boolean;
  readonly onRestore: () => void;
}

export function RemovedNotice({ canRestore, isBusy, onRestore }: Props) {
  return (
    <div role="status">
      <Notice kind="attention">
        <div className={styles.removed}>
          <p>
            <Trans>
              Dit bewijsstuk is weggehaald, met zijn koppelingen. Wat al is ingediend, blijft zoals
              het was.
            </Trans>
          </p>
          {canRestore && (
            <Button small aria-disabled={isBusy} onClick={onRestore}>
              <Trans>Zet terug</Trans>
            </Button>
          )}
        </div>
      </Notice>
    </div>
  );
}
