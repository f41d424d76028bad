import { Trans } from "@lingui/react/macro";
import styles from "./WordingNote.module.css";

/** Once on the page of a norm whose texts are in our words. */
export function WordingNote() {
  return (
    <p className={styles.note}>
      <Trans>
        De teksten van deze norm staan hier in eigen woorden. De officiële tekst staat in het kader
        van CBCT.
      </Trans>
    </p>
  );
}
