import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { EvidenceItemDocument, EvidenceWholeFragmentDoc } from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { EvidenceItemQueryVariables } from "../../gql/graphql.ts";
import { Button } from "../../ui/Button.tsx";
import { MarginPage, MarginRow } from "../../ui/Margin.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { useLoaded } from "../../network/use-loaded.ts";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import { EditEvidence } from "./EditEvidence.tsx";
import { EvidenceMargin } from "./EvidenceMargin.tsx";
import styles from "./EvidenceItemPage.module.css";
import { FileList } from "./FileList.tsx";
import { FilePreview } from "./FilePreview.tsx";
import type { ItemSearch } from "./item-search.ts";
import { LinkCard } from "./LinkCard.tsx";
import { RemovedNotice } from "./RemovedNotice.tsx";
import { useRemoveEvidence } from "./use-remove-evidence.ts";
import { useScanned } from "./use-scanned.ts";

interface Props {
  readonly variables: EvidenceItemQueryVariables;
  readonly search: ItemSearch;
  readonly onSearch: (search: ItemSearch) => void;
}

/** One document: what is in it, what it is, and in the margin where it is used. */
export function EvidenceItemPage({ variables, search, onSearch }: Props) {
  const { organisationId: organisation, id } = variables;
  const loaded = useLoaded(EvidenceItemDocument, variables)?.evidenceItem;
  const item = loaded ? readFragment(EvidenceWholeFragmentDoc, loaded) : null;
  const { setRemoved, isBusy, failure } = useRemoveEvidence(organisation, id);
  const [removed, setRemovedFiles] = useState<ReadonlySet<string>>(new Set());
  const changer = useRef<HTMLButtonElement>(null);
  useScanned(variables, item);
  // The route answers "not found" before it comes here.
  if (!item) return null;
  const isRemoved = item.removedAt !== null;
  const canEdit = item.canEdit && !isRemoved;
  const isChanging = canEdit && search.wijzig === true;
  const close = () => {
    const { wijzig: _, ...rest } = search;
    onSearch(rest);
    setTimeout(() => changer.current?.focus());
  };
  const meant = item.uses.find((use) => use.id === search.gebruik);

  return (
    <MarginPage>
      <PageHeader
        title={item.title}
        eyebrow={
          <Link to="/o/$organisation/bewijsstukken" params={{ organisation }}>
            <Trans>Bewijsstukken</Trans>
          </Link>
        }
      />
      <div className={styles.body}>
        {isRemoved && (
          <RemovedNotice
            canRestore={item.canEdit}
            isBusy={isBusy}
            onRestore={() => void setRemoved(false)}
          />
        )}
        <FailureAlert failure={failure} />
        {canEdit && !isChanging && (
          <div className={styles.actions}>
            <Button ref={changer} small onClick={() => onSearch({ ...search, wijzig: true })}>
              <Trans>Wijzig gegevens</Trans>
            </Button>
            <Button small aria-disabled={isBusy} onClick={() => void setRemoved(true)}>
              <Trans>Haal dit bewijsstuk weg</Trans>
            </Button>
          </div>
        )}
        {isChanging && (
          <div className={styles.edit}>
            <Panel>
              <EditEvidence organisationId={organisation} item={item} onDone={close} />
            </Panel>
          </div>
        )}
        <MarginRow margin={<EvidenceMargin organisation={organisation} item={item} />}>
          {item.kind === "LINK" ? (
            <LinkCard url={item.url ?? ""} />
          ) : (
            <>
              <FileList
                organisation={organisation}
                item={item}
                canEdit={canEdit}
                shown={search.bestand}
                onShow={(bestand) => onSearch({ ...search, bestand })}
                removed={removed}
                onRemoved={(file, isGone) => {
                  const rest = [...removed].filter((one) => one !== file);
                  setRemovedFiles(new Set(isGone ? [...rest, file] : rest));
                }}
              />
              <FilePreview
                organisation={organisation}
                files={item.files.filter((file) => !removed.has(file.id))}
                shown={search.bestand}
                page={meant?.page ?? ""}
              />
            </>
          )}
        </MarginRow>
      </div>
    </MarginPage>
  );
}
