import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { VersionFactsFragment } from "../../gql/graphql.ts";
import { writeDayOf } from "../../i18n/dates.ts";
import { Button } from "../../ui/Button.tsx";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import { useSizeText, useStateText } from "./evidence-text.ts";
import styles from "./EvidenceItemPage.module.css";
import { addressOf } from "./file-address.ts";

interface Props {
  readonly organisation: string;
  readonly version: VersionFactsFragment;
  /** The version in the preview. */
  readonly shown: string | undefined;
  readonly onShow: (version: string) => void;
  /** What else can be done with it. */
  readonly children?: ReactNode;
}

/** What a file is called, how large it is and since when it is here; and ways to see it. */
export function VersionLine({ organisation, version, shown, onShow, children }: Props) {
  const { i18n } = useLingui();
  const sizeText = useSizeText();
  const stateText = useStateText();
  const { id, name, size, state, preview, uploadedAt, uploadedBy } = version;
  const trouble = stateText(state);
  const by = uploadedBy.name;
  const day = writeDayOf(uploadedAt, i18n.locale);
  const bytes = sizeText(size);
  return (
    <div className={styles.version}>
      <p className={styles.fileName}>{name}</p>
      <p className={styles.soft}>
        <Trans>
          {bytes} · {by}, {day}
        </Trans>
        {trouble !== null && <span className={styles.trouble}>{trouble}</span>}
      </p>
      <div className={styles.fileActions}>
        {preview !== null && (
          <Button look="quiet" small aria-pressed={shown === id} onClick={() => onShow(id)}>
            <Trans>
              Bekijk<VisuallyHidden> {name}</VisuallyHidden>
            </Trans>
          </Button>
        )}
        {state === "READY" && (
          <a
            href={addressOf(organisation, id, { download: true })}
            download
            className={styles.download}
          >
            <Trans>
              Download<VisuallyHidden> {name}</VisuallyHidden>
            </Trans>
          </a>
        )}
        {children}
      </div>
    </div>
  );
}
