import { Plural, Trans } from "@lingui/react/macro";
import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { RemoveFileDocument, VersionFactsFragmentDoc } from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { FileFactsFragment } from "../../gql/graphql.ts";
import { Button } from "../../ui/Button.tsx";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import { useSubmission } from "../../network/use-submission.ts";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import styles from "./EvidenceItemPage.module.css";
import { ReplaceFile } from "./ReplaceFile.tsx";
import { VersionLine } from "./VersionLine.tsx";

interface Props {
  readonly organisation: string;
  readonly evidenceId: string;
  readonly file: FileFactsFragment;
  readonly canEdit: boolean;
  /** The version in the preview. */
  readonly shown: string | undefined;
  readonly onShow: (version: string) => void;
  /** Taken away on this page, and to be put back. */
  readonly isRemoved: boolean;
  readonly onRemoved: (isRemoved: boolean) => void;
}

/** A file: to look at, to keep a copy of, to replace, and to take away with a way back. */
export function FileRow(props: Props) {
  const { organisation, evidenceId, file, canEdit, shown, onShow, isRemoved, onRemoved } = props;
  const client = useApolloClient();
  const { attempt, isBusy, failure } = useSubmission();
  const [isReplacing, setReplacing] = useState(false);
  const current = readFragment(VersionFactsFragmentDoc, file.current);
  const older = file.versions
    .map((version) => readFragment(VersionFactsFragmentDoc, version))
    .filter((version) => version.id !== current.id);
  const { name } = current;

  const remove = async (removed: boolean) => {
    const variables = { input: { organisationId: organisation, id: file.id, removed } };
    const isDone = await attempt(() => client.mutate({ mutation: RemoveFileDocument, variables }));
    if (isDone) onRemoved(removed);
  };

  if (isRemoved)
    return (
      <p className={styles.gone}>
        <Trans>{name} is weggehaald.</Trans>{" "}
        <Button look="quiet" small disabled={isBusy} onClick={() => void remove(false)}>
          <Trans>Zet terug</Trans>
        </Button>
        <FailureAlert failure={failure} />
      </p>
    );
  return (
    <div className={styles.fileRow}>
      <VersionLine version={current} organisation={organisation} shown={shown} onShow={onShow}>
        {canEdit && (
          <>
            {current.state === "READY" && (
              <Button
                look="quiet"
                small
                aria-expanded={isReplacing}
                onClick={() => setReplacing(!isReplacing)}
              >
                <Trans>
                  Vervang<VisuallyHidden> {name}</VisuallyHidden>
                </Trans>
              </Button>
            )}
            <Button look="quiet" small disabled={isBusy} onClick={() => void remove(true)}>
              <Trans>
                Haal bestand weg<VisuallyHidden>: {name}</VisuallyHidden>
              </Trans>
            </Button>
          </>
        )}
      </VersionLine>
      {isReplacing && (
        <ReplaceFile
          destination={{ organisationId: organisation, evidenceId, fileId: file.id }}
          onDone={() => setReplacing(false)}
        />
      )}
      {older.length > 0 && (
        <details className={styles.older}>
          <summary>
            <Plural value={older.length} one="Eén andere versie" other="# andere versies" />
          </summary>
          <ul>
            {older.map((version) => (
              <li key={version.id}>
                <VersionLine
                  version={version}
                  organisation={organisation}
                  shown={shown}
                  onShow={onShow}
                />
              </li>
            ))}
          </ul>
        </details>
      )}
      <FailureAlert failure={failure} />
    </div>
  );
}
