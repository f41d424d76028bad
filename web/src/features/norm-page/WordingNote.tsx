import { Trans } from "@lingui/react/macro";
import styles from "./WordingNote.module.css";

/** Stands beside every statement of the norm that is in our words. */
export function WordingNote() {
  return (
    <p className={styles.note}>
      <Trans>In eigen woorden. De officiële tekst staat in het kader van CBCT.</Trans>
    </p>
  );
}
