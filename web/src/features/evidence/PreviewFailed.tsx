import { Trans } from "@lingui/react/macro";
import { Button } from "../../ui/Button.tsx";
import styles from "./FilePreview.module.css";

/** In place of a file that can't be shown now. */
export function PreviewFailed({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <div className={styles.unshown} role="status">
      <p>
        <Trans>Het bestand kan nu niet worden getoond.</Trans>
      </p>
      <Button look="quiet" small onClick={onRetry}>
        <Trans>Probeer het opnieuw</Trans>
      </Button>
    </div>
  );
}
