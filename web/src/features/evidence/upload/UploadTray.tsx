import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import { Button } from "../../../ui/Button.tsx";
import { announce } from "../../../ui/LiveRegion.tsx";
import { VisuallyHidden } from "../../../ui/VisuallyHidden.tsx";
import { AlsoIn } from "../AlsoIn.tsx";
import { Progress } from "./Progress.tsx";
import { useUploadProblem } from "./upload-text.ts";
import { canRetry, isUnderWay } from "./upload.ts";
import { cancelUpload, clearUploads, retryUpload, useUploads } from "./uploads.ts";
import styles from "./UploadTray.module.css";

/** How long it stays when everything arrived, in milliseconds. */
const shownAfter = 6_000;

/** In a corner of every page: files that are on their way, and what became of them. */
export function UploadTray() {
  const { t } = useLingui();
  const uploads = useUploads();
  const problemText = useUploadProblem();
  useToldOnce();
  const twice = uploads.filter(({ alsoIn }) => alsoIn.length > 0);
  const isDone =
    uploads.length > 0 && uploads.every(({ state }) => state === "done") && twice.length === 0;
  useEffect(() => {
    if (!isDone) return undefined;
    const timer = setTimeout(clearUploads, shownAfter);
    return () => clearTimeout(timer);
  }, [isDone]);
  const under = uploads.filter(isUnderWay);
  const failed = uploads.filter(({ state }) => state === "failed");
  const shown = uploads.filter(({ state }) => state !== "done");
  if (uploads.length === 0) return null;
  return (
    <section className={styles.tray} aria-label={t`Bestanden onderweg`}>
      <div className={styles.head}>
        <h2>
          {under.length > 0 ? (
            <Plural value={under.length} one="Eén bestand onderweg" other="# bestanden onderweg" />
          ) : failed.length > 0 ? (
            <Plural
              value={failed.length}
              one="Eén bestand kwam niet aan"
              other="# bestanden kwamen niet aan"
            />
          ) : (
            <Plural
              value={uploads.length}
              one="Bestand aangekomen"
              other="# bestanden aangekomen"
            />
          )}
        </h2>
        {under.length === 0 && (
          <Button
            look="quiet"
            small
            onClick={() => {
              for (const { id } of failed) cancelUpload(id);
              clearUploads();
            }}
          >
            <Trans>Sluit</Trans>
          </Button>
        )}
      </div>
      {under.length > 0 && (
        <p className={styles.note}>
          <Trans>Je kunt gewoon doorwerken. Laat dit tabblad open.</Trans>
        </p>
      )}
      {shown.length > 0 && (
        <ul className={styles.list}>
          {shown.map((upload) => (
            <li key={upload.id} className={styles.upload}>
              <span className={styles.name}>{upload.name}</span>
              <span className={styles.actions}>
                {canRetry(upload) && (
                  <Button look="quiet" small onClick={() => retryUpload(upload.id)}>
                    <Trans>
                      Opnieuw<VisuallyHidden> {upload.name}</VisuallyHidden>
                    </Trans>
                  </Button>
                )}
                <Button look="quiet" small onClick={() => cancelUpload(upload.id)}>
                  {upload.state === "failed" ? (
                    <Trans>
                      Annuleer<VisuallyHidden> {upload.name}</VisuallyHidden>
                    </Trans>
                  ) : (
                    <Trans>
                      Stop<VisuallyHidden> {upload.name}</VisuallyHidden>
                    </Trans>
                  )}
                </Button>
              </span>
              {upload.problem === null ? (
                <Progress upload={upload} />
              ) : (
                <p className={styles.problem}>{problemText(upload.problem)}</p>
              )}
            </li>
          ))}
        </ul>
      )}
      {twice.length > 0 && (
        <ul className={styles.list}>
          {twice.map(({ id, name, organisationId, alsoIn }) => (
            <li key={id} className={styles.upload}>
              <span className={styles.name}>{name}</span>
              <div className={styles.twice}>
                <AlsoIn organisation={organisationId} items={alsoIn} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Says of each file once that it arrived, or that it didn't. */
function useToldOnce(): void {
  const { t } = useLingui();
  const uploads = useUploads();
  const told = useRef(new Set<string>());
  useEffect(() => {
    for (const { id, name, state } of uploads) {
      const key = `${id} ${state}`;
      if ((state !== "done" && state !== "failed") || told.current.has(key)) continue;
      told.current.add(key);
      announce(state === "done" ? t`${name} is aangekomen.` : t`${name} kwam niet aan.`);
    }
  }, [uploads, t]);
}
