import { Trans, useLingui } from "@lingui/react/macro";
import { useApolloClient } from "@apollo/client/react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useCallback, useRef, useState } from "react";
import { EvidenceInListFragmentDoc, EvidenceListDocument } from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { EvidenceListQueryVariables } from "../../gql/graphql.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { useLoaded } from "../../network/use-loaded.ts";
import { useMore } from "../../network/use-more.ts";
import { AddEvidence } from "./AddEvidence.tsx";
import type { EvidenceSearch } from "./evidence-search.ts";
import { refreshLists } from "./several/refresh-lists.ts";
import { isNarrowed } from "./evidence-variables.ts";
import { EvidenceTable } from "./EvidenceTable.tsx";
import { EvidenceTools } from "./EvidenceTools.tsx";
import styles from "./EvidencePage.module.css";
import { DoneNotice } from "./several/DoneNotice.tsx";
import { SeveralBar } from "./several/SeveralBar.tsx";
import type { Done } from "./several/use-several.ts";
import type { Added } from "./use-add-evidence.ts";
import { useDrop } from "./use-drop.ts";

interface Props {
  readonly variables: EvidenceListQueryVariables;
  readonly search: EvidenceSearch;
  readonly organisationName: string;
  readonly canAdd: boolean;
}

/** Everything that a library keeps to show: to find, to add to, and where each is used. */
export function EvidencePage({ variables, search, organisationName, canAdd }: Props) {
  const { t } = useLingui();
  const client = useApolloClient();
  const navigate = useNavigate();
  const page = useLoaded(EvidenceListDocument, variables)?.evidence;
  const more = useMore(EvidenceListDocument, (after: string) => ({ ...variables, after }));
  const [added, setAdded] = useState<readonly Added[]>([]);
  const [dropped, setDropped] = useState<readonly File[]>([]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<Done | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const choose = useCallback((ids: readonly string[], isChosen: boolean) => {
    setChosen((before) => {
      const others = [...before].filter((id) => !ids.includes(id));
      return new Set(isChosen ? [...others, ...ids] : others);
    });
  }, []);
  const organisation = variables.organisationId;
  const isAdding = canAdd && search.nieuw === true;
  const setAdding = (nieuw: boolean) => {
    const { nieuw: _, ...rest } = search;
    void navigate({
      to: "/o/$organisation/bewijsstukken",
      params: { organisation },
      search: nieuw ? { ...rest, nieuw } : rest,
      resetScroll: false,
    });
  };
  const isOver = useDrop(canAdd && !isAdding, (files) => {
    setDropped(files);
    setAdding(true);
  });
  const open = () => {
    setDropped([]);
    setAdding(true);
  };
  const close = () => {
    setDropped([]);
    setAdding(false);
    setTimeout(() => opener.current?.focus());
  };
  if (!page) return null;
  const items = page.items.map((item) => readFragment(EvidenceInListFragmentDoc, item));
  const chosenItems = items.filter(({ id }) => chosen.has(id));
  const isEmpty = page.total === 0 && !isNarrowed(search) && search.weg !== true;

  return (
    <div className={styles.page} data-over={isOver || undefined}>
      <PageHeader
        title={t`Bewijsstukken`}
        eyebrow={organisationName}
        lead={
          <Trans>
            Documenten die laten zien hoe jullie werken. Eén document kun je op veel plekken
            gebruiken.
          </Trans>
        }
      />
      <div className={styles.add}>
        {added.length > 0 && <AddedNotice added={added} organisation={organisation} />}
        {isAdding ? (
          <section className={styles.form} aria-labelledby="nieuw">
            <h2 id="nieuw">
              <Trans>Nieuw bewijsstuk</Trans>
            </h2>
            <Panel>
              <AddEvidence
                organisationId={organisation}
                dropped={dropped}
                submitLabel={<Trans>Voeg toe</Trans>}
                onAdded={async (now) => {
                  setAdded(now);
                  close();
                  await refreshLists(client);
                }}
                onCancel={close}
              />
            </Panel>
          </section>
        ) : (
          canAdd && (
            <Button ref={opener} look="first" onClick={open}>
              <Trans>Voeg een bewijsstuk toe</Trans>
            </Button>
          )
        )}
      </div>
      {isEmpty ? (
        <EmptyState title={t`Hier is nog niets`}>
          <p>
            {canAdd ? (
              <Trans>
                Begin met wat er al is. Bijvoorbeeld: het beleidsplan dat jullie bij norm 1 noemen.
                Zet het hier één keer neer, en koppel het daarna overal waar het iets laat zien, elk
                met zijn eigen bladzijde.
              </Trans>
            ) : (
              <Trans>
                Zodra een collega een document toevoegt, zie je hier waar het over gaat en bij welke
                onderdelen het hoort.
              </Trans>
            )}
          </p>
        </EmptyState>
      ) : (
        <>
          <EvidenceTools
            key={organisation}
            variables={variables}
            search={search}
            total={page.total}
          />
          {done !== null && (
            <DoneNotice organisationId={organisation} done={done} onUndone={() => setDone(null)} />
          )}
          {items.length === 0 ? (
            <p className={styles.none}>
              {search.weg === true && !isNarrowed(search) ? (
                <Trans>Er is niets weggehaald.</Trans>
              ) : (
                <Trans>Hier past niets bij.</Trans>
              )}{" "}
              <Link to="/o/$organisation/bewijsstukken" params={{ organisation }} search={{}}>
                <Trans>Toon alles</Trans>
              </Link>
            </p>
          ) : (
            <EvidenceTable
              organisation={organisation}
              items={items}
              search={search}
              chosen={canAdd ? chosen : null}
              onChoose={choose}
            />
          )}
          <MoreButton more={more} place={page.nextAfter}>
            <Trans>Toon meer bewijsstukken</Trans>
          </MoreButton>
          {chosenItems.length > 0 && (
            <SeveralBar
              organisationId={organisation}
              documents={chosenItems}
              areRemoved={search.weg === true}
              onDone={(what) => {
                setDone(what);
                setChosen(new Set());
              }}
              onNone={() => setChosen(new Set())}
            />
          )}
        </>
      )}
      {isOver && (
        <p className={styles.over} aria-hidden="true">
          <Trans>Laat los om toe te voegen</Trans>
        </p>
      )}
    </div>
  );
}

function AddedNotice({
  added,
  organisation,
}: {
  readonly added: readonly Added[];
  readonly organisation: string;
}) {
  return (
    <div role="status">
      <Notice kind="step">
        <p>
          <Trans>Toegevoegd:</Trans>{" "}
          {added.map(({ id, title }, index) => (
            <span key={id}>
              {index > 0 && ", "}
              <Link to="/o/$organisation/bewijsstukken/$id" params={{ organisation, id }}>
                {title}
              </Link>
            </span>
          ))}
        </p>
      </Notice>
    </div>
  );
}
