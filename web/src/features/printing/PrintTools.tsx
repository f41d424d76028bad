import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { announce } from "../../ui/LiveRegion.tsx";
import { useSubmission } from "../../network/use-submission.ts";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import { fetchPrint } from "./fetch-print.ts";
import type { Format, Print } from "./fetch-print.ts";
import styles from "./PrintTools.module.css";

interface Props {
  /** What is had as a file. */
  readonly print: Omit<Print, "language">;
}

const formats: readonly Format[] = ["pdf", "docx"];

/** What is on the page, as a file or on paper. */
export function PrintTools({ print }: Props) {
  const { t, i18n } = useLingui();
  const { isBusy, failure, submit } = useSubmission();
  const [making, setMaking] = useState<Format | null>(null);

  const download = (format: Format) =>
    submit(async () => {
      setMaking(format);
      announce(t`Het document wordt gemaakt.`);
      await fetchPrint({ ...print, language: i18n.locale }, format);
      announce(t`Het document is gedownload.`);
    });

  return (
    <div className={styles.tools}>
      <div className={styles.buttons}>
        {formats.map((format) => (
          <Button
            key={format}
            look={format === "pdf" ? "first" : "plain"}
            aria-disabled={isBusy}
            onClick={() => download(format)}
          >
            {isBusy && making === format ? (
              <Trans>Bezig met maken…</Trans>
            ) : format === "pdf" ? (
              <Trans>Download als PDF</Trans>
            ) : (
              <Trans>Download als Word-bestand</Trans>
            )}
          </Button>
        ))}
        <Button onClick={() => window.print()}>
          <Trans>Druk af</Trans>
        </Button>
      </div>
      <FailureAlert
        failure={failure}
        words={{
          BUSY: (
            <Trans>
              Er worden nu veel documenten gemaakt. Probeer het over een minuut opnieuw.
            </Trans>
          ),
        }}
      />
    </div>
  );
}
