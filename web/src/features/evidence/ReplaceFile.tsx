import { Trans } from "@lingui/react/macro";
import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { flawOf } from "./check-file.ts";
import styles from "./EvidenceItemPage.module.css";
import { FileChooser } from "./FileChooser.tsx";
import { sendFiles } from "./upload/uploads.ts";
import type { Destination } from "./upload/uploads.ts";

interface Props {
  readonly destination: Destination;
  readonly onDone: () => void;
}

/** A new version of a file. The one before is kept, and stays what is shown until this one is here. */
export function ReplaceFile({ destination, onDone }: Props) {
  const client = useApolloClient();
  const [chosen, setChosen] = useState<readonly File[]>([]);
  const [file] = chosen.filter((one) => flawOf(one) === null);
  return (
    <div className={styles.more}>
      <p className={styles.soft}>
        <Trans>De versie van nu blijft bewaard, en te zien tot de nieuwe er is.</Trans>
      </p>
      <FileChooser single files={chosen} isMissing={false} onChange={setChosen} />
      <div className={styles.actions}>
        <Button
          look="first"
          small
          disabled={file === undefined}
          onClick={() => {
            if (file) sendFiles(client, destination, [file]);
            onDone();
          }}
        >
          <Trans>Verstuur de nieuwe versie</Trans>
        </Button>
        <Button small onClick={onDone}>
          <Trans>Annuleer</Trans>
        </Button>
      </div>
    </div>
  );
}
