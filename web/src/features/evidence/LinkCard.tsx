import { Trans } from "@lingui/react/macro";
import styles from "./EvidenceItemPage.module.css";

/** An address elsewhere. It is only a link: what is there can change, and isn't kept with what is handed in. */
export function LinkCard({ url }: { readonly url: string }) {
  return (
    <div className={styles.card}>
      <p className={styles.address}>
        <a href={url} target="_blank" rel="noopener noreferrer">
          {url}
        </a>
      </p>
      <p className={styles.soft}>
        <Trans>
          Opent in een nieuw tabblad. Wat daar staat kan veranderen: is dat een bezwaar, voeg dan
          het bestand zelf toe.
        </Trans>
      </p>
    </div>
  );
}
