import { Trans, useLingui } from "@lingui/react/macro";
import { useId, useEffect, useMemo, useRef, useState } from "react";
import { TextHistoryDocument } from "../../gql/graphql.ts";
import { isToday, writeDayOf, writeTime } from "../../i18n/dates.ts";
import { useNow } from "../../i18n/now.ts";
import { Button } from "../../ui/Button.tsx";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { useLoaded } from "../../network/use-loaded.ts";
import { useMore } from "../../network/use-more.ts";
import { useDossierPlace } from "../self-evaluation/dossier-place.ts";
import { useFieldText } from "../writing/use-field-text.ts";
import { Difference } from "./Difference.tsx";
import styles from "./HistoryDialog.module.css";
import { RestoreTools } from "./RestoreTools.tsx";
import type { TextKey } from "./text-key.ts";

export interface HistoryDialogProps {
  readonly textKey: TextKey;
  readonly onClose: () => void;
}

/** The versions of one text: what changed in each, or how it differs from what stands, and putting one back. */
export function HistoryDialog({ textKey, onClose }: HistoryDialogProps) {
  const { t, i18n } = useLingui();
  const now = useNow();
  const fieldText = useFieldText();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const { organisationId, cycleId } = useDossierPlace();
  const { part, field } = textKey;
  const variables = useMemo(
    () => ({ organisationId, cycleId, part, field }),
    [organisationId, cycleId, part, field],
  );
  const page = useLoaded(TextHistoryDocument, variables)?.history;
  const more = useMore(TextHistoryDocument, (before: string) => ({
    ...variables,
    before: Number(before),
  }));
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [withNow, setWithNow] = useState(false);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  const entries = page?.entries ?? [];
  const latest = entries[0];
  const index = Math.max(
    0,
    entries.findIndex((one) => one.id === chosenId),
  );
  const chosen = entries[index];
  const other = withNow ? latest : entries[index + 1];
  const about = part ?? (field === null ? "" : fieldText(field).name);
  const timeOf = (at: string) =>
    `${isToday(at, now) ? t`vandaag` : writeDayOf(at, i18n.locale)}, ${writeTime(at, i18n.locale)}`;
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={id} onClose={onClose}>
      <header className={styles.header}>
        <h2 id={id}>
          <Trans>Geschiedenis bij {about}</Trans>
        </h2>
        <form method="dialog">
          <Button type="submit" small>
            <Trans>Sluit</Trans>
          </Button>
        </form>
      </header>
      {!latest || !chosen ? (
        <p className={styles.none}>
          <Trans>
            Hier is nog niets geschreven. Wie tien minuten niets typt, laat hier een versie achter.
          </Trans>
        </p>
      ) : (
        <div className={styles.columns}>
          <div>
            <ol className={styles.versions} aria-label={t`Versies`}>
              {entries.map((entry) => (
                <li key={entry.id}>
                  <button
                    type="button"
                    className={styles.version}
                    aria-pressed={entry.id === chosen.id}
                    onClick={() => setChosenId(entry.id)}
                  >
                    <strong>{entry.by.name}</strong>
                    <span>
                      {timeOf(entry.writtenAt)}
                      {entry.id === latest.id && (
                        <>
                          {" "}
                          · <Trans>staat er nu</Trans>
                        </>
                      )}
                    </span>
                  </button>
                </li>
              ))}
            </ol>
            <MoreButton
              more={more}
              place={page?.nextBefore == null ? null : String(page.nextBefore)}
            >
              <Trans>Toon eerdere versies</Trans>
            </MoreButton>
          </div>
          <section className={styles.text} aria-label={t`Gekozen versie`}>
            {chosen.id !== latest.id && (
              <label className={styles.compare}>
                <input
                  type="checkbox"
                  checked={withNow}
                  onChange={(event) => setWithNow(event.currentTarget.checked)}
                />{" "}
                <Trans>Vergelijk met wat er nu staat</Trans>
              </label>
            )}
            <Difference version={chosen} other={other ?? null} isLater={withNow} />
            <RestoreTools
              textKey={textKey}
              version={chosen}
              latest={latest}
              canRestore={page?.canRestore ?? false}
              variables={variables}
            />
          </section>
        </div>
      )}
    </dialog>
  );
}
