import { Trans } from "@lingui/react/macro";
import styles from "./Skeleton.module.css";
import { VisuallyHidden } from "./VisuallyHidden.tsx";

/** The shape of a page to come. The router shows it only when a wait lasts longer than 300 ms. */
export function Skeleton() {
  return (
    <div className={styles.page} role="status">
      <VisuallyHidden>
        <Trans>De pagina wordt geladen.</Trans>
      </VisuallyHidden>
      <div className={styles.eyebrow} />
      <div className={styles.title} />
      <div className={styles.line} />
      <div className={styles.line} />
      <div className={styles.block} />
      <div className={styles.block} />
    </div>
  );
}
