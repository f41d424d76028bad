import { Trans, useLingui } from "@lingui/react/macro";
import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { FileFactsFragmentDoc } from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { EvidenceWholeFragment } from "../../gql/graphql.ts";
import { Button } from "../../ui/Button.tsx";
import { flawOf } from "./check-file.ts";
import styles from "./EvidenceItemPage.module.css";
import { FileChooser } from "./FileChooser.tsx";
import { FileRow } from "./FileRow.tsx";
import { Progress } from "./upload/Progress.tsx";
import { sendFiles, useUploads } from "./upload/uploads.ts";
import { isUnderWay } from "./upload/upload.ts";

interface Props {
  readonly organisation: string;
  readonly item: EvidenceWholeFragment;
  readonly canEdit: boolean;
  readonly shown: string | undefined;
  readonly onShow: (version: string) => void;
  /** Files that were taken away on this page. */
  readonly removed: ReadonlySet<string>;
  readonly onRemoved: (file: string, isRemoved: boolean) => void;
}

/** The files of a document, those that are on their way included. */
export function FileList(props: Props) {
  const { organisation, item, canEdit, shown, onShow, removed, onRemoved } = props;
  const { t } = useLingui();
  const client = useApolloClient();
  const [chosen, setChosen] = useState<readonly File[] | null>(null);
  const under = useUploads().filter(
    (upload) => upload.evidenceId === item.id && isUnderWay(upload),
  );
  const files = item.files
    .map((file) => readFragment(FileFactsFragmentDoc, file))
    // What is being sent from here shows how far it is.
    .filter((file) => !under.some((upload) => upload.id === file.id));
  const sound = (chosen ?? []).filter((file) => flawOf(file) === null);
  return (
    <section className={styles.files} aria-label={t`Bestanden`}>
      {files.length === 0 && under.length === 0 && (
        <p className={styles.soft}>
          <Trans>Hier is nog geen bestand.</Trans>
        </p>
      )}
      {(files.length > 0 || under.length > 0) && (
        <ul className={styles.list}>
          {files.map((file) => (
            <li key={file.id}>
              <FileRow
                organisation={organisation}
                evidenceId={item.id}
                file={file}
                canEdit={canEdit}
                shown={shown}
                onShow={onShow}
                isRemoved={removed.has(file.id)}
                onRemoved={(isRemoved) => onRemoved(file.id, isRemoved)}
              />
            </li>
          ))}
          {under.map((upload) => (
            <li key={upload.id} className={styles.underway}>
              <span>{upload.name}</span>
              <Progress upload={upload} />
            </li>
          ))}
        </ul>
      )}
      {canEdit &&
        (chosen === null ? (
          <Button look="quiet" small onClick={() => setChosen([])}>
            <Trans>Voeg een bestand toe</Trans>
          </Button>
        ) : (
          <div className={styles.more}>
            <FileChooser files={chosen} isMissing={false} onChange={setChosen} />
            <div className={styles.actions}>
              <Button
                look="first"
                small
                disabled={sound.length === 0}
                onClick={() => {
                  sendFiles(client, { organisationId: organisation, evidenceId: item.id }, sound);
                  setChosen(null);
                }}
              >
                <Trans>Verstuur</Trans>
              </Button>
              <Button small onClick={() => setChosen(null)}>
                <Trans>Annuleer</Trans>
              </Button>
            </div>
          </div>
        ))}
    </section>
  );
}
