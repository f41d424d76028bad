import { Trans, useLingui } from "@lingui/react/macro";
import type { Upload } from "./upload.ts";
import styles from "./UploadTray.module.css";

/** How far a file is. */
export function Progress({ upload: { name, size, sent, state } }: { readonly upload: Upload }) {
  const { t, i18n } = useLingui();
  const part = Math.min(sent / size, 1);
  const percent = new Intl.NumberFormat(i18n.locale, { style: "percent" }).format(
    Math.floor(part * 100) / 100,
  );
  return (
    <div className={styles.progress}>
      <progress
        className={styles.bar}
        max={size}
        value={sent}
        aria-label={t`Verstuurd van ${name}`}
      >
        {percent}
      </progress>
      <span className={styles.percent}>
        {state === "waiting" ? (
          <Trans>wacht</Trans>
        ) : part === 1 ? (
          <Trans>afronden…</Trans>
        ) : (
          percent
        )}
      </span>
    </div>
  );
}
