import { Trans, useLingui } from "@lingui/react/macro";
import { useId, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { cx } from "../../ui/cx.ts";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import { accepted, flawOf } from "./check-file.ts";
import { useFlawText, useSizeText } from "./evidence-text.ts";
import styles from "./EvidenceForm.module.css";

interface Props {
  readonly files: readonly File[];
  /** Nothing was chosen, and something must be. */
  readonly isMissing: boolean;
  /** Only one can be chosen, in place of the one before. */
  readonly single?: boolean;
  readonly onChange: (files: readonly File[]) => void;
}

/** Files to send: dropped here or chosen, each with what is wrong with it. */
export function FileChooser({ files, isMissing, single = false, onChange }: Props) {
  const { t } = useLingui();
  const id = useId();
  const [isOver, setOver] = useState(false);
  const flawText = useFlawText();
  const sizeText = useSizeText();
  const add = (chosen: FileList | null) => {
    if (!chosen || chosen.length === 0) return;
    onChange(single ? [...chosen].slice(0, 1) : [...files, ...chosen]);
  };
  return (
    <div className={styles.files}>
      <div
        data-drop
        className={cx(styles.drop, isOver && styles.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          add(event.dataTransfer.files);
        }}
      >
        <input
          id={id}
          type="file"
          className={styles.file}
          multiple={!single}
          accept={accepted}
          aria-invalid={isMissing || undefined}
          aria-describedby={`${id}-about`}
          onChange={({ currentTarget }) => {
            add(currentTarget.files);
            // The same file can be chosen again after it was taken away.
            currentTarget.value = "";
          }}
        />
        <label htmlFor={id} className={styles.choose}>
          {single ? t`Kies een bestand` : t`Kies bestanden`}
        </label>
        <p id={`${id}-about`} className={styles.hint}>
          {isMissing && (
            <strong className={styles.wrong}>
              <Trans>Kies eerst een bestand.</Trans>{" "}
            </strong>
          )}
          <Trans>of sleep ze hierheen. Pdf, Word, Excel, afbeeldingen en meer, tot 100 MB.</Trans>
        </p>
      </div>
      {files.length > 0 && (
        <ul className={styles.chosen} aria-label={t`Gekozen bestanden`}>
          {files.map((file, index) => {
            const flaw = flawOf(file);
            return (
              // oxlint-disable-next-line react/no-array-index-key -- two files may have one name
              <li key={`${index} ${file.name}`}>
                <span className={styles.name}>{file.name}</span>
                <span className={styles.size}>{sizeText(file.size)}</span>
                <Button
                  look="quiet"
                  small
                  onClick={() => onChange(files.filter((_, place) => place !== index))}
                >
                  <Trans>
                    Haal weg<VisuallyHidden> {file.name}</VisuallyHidden>
                  </Trans>
                </Button>
                {flaw !== null && <p className={styles.wrong}>{flawText(flaw, file)}</p>}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
