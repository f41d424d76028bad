import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import {
  OverseenDocument,
  NormTitlesFragmentDoc,
  OverseenRowFragmentDoc,
} from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { OverseenQueryVariables } from "../../gql/graphql.ts";
import { useNow } from "../../i18n/now.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { useLoaded } from "../../network/use-loaded.ts";
import { useMore } from "../../network/use-more.ts";
import { OverseenStep } from "./OverseenStep.tsx";
import { OverseenTable } from "./OverseenTable.tsx";
import type { SortedBy } from "./OverseenTable.tsx";
import { OverseenTools } from "./OverseenTools.tsx";
import styles from "./OverseenPage.module.css";
import type { OverseenSearch } from "./overseen-search.ts";

interface Props {
  readonly variables: OverseenQueryVariables;
  readonly search: OverseenSearch;
  readonly name: string;
}

/** The libraries that let an adviser look: how far the work is, and who to call. */
export function OverseenPage({ variables, search, name }: Props) {
  const { t } = useLingui();
  const now = useNow();
  const page = useLoaded(OverseenDocument, variables)?.overseen;
  const more = useMore(OverseenDocument, (after: string) => ({ ...variables, after }));
  if (!page) return null;
  const libraries = page.libraries.map((library) => readFragment(OverseenRowFragmentDoc, library));
  const norms = readFragment(NormTitlesFragmentDoc, page.norms);
  const isFiltered = search.kwartaal !== undefined || search.zoek !== undefined;
  const organisation = variables.organisationId;
  const { total } = page;

  const link = (by: SortedBy, text: ReactNode) => {
    const { sorteer: _, ...rest } = search;
    return (
      <Link
        to="/o/$organisation/leden"
        params={{ organisation }}
        search={by === "name" ? { ...rest, sorteer: "naam" } : rest}
        resetScroll={false}
        preload={false}
      >
        {text}
      </Link>
    );
  };

  return (
    <div className={styles.page}>
      <PageHeader
        title={t`Leden`}
        eyebrow={name}
        lead={
          <Trans>
            Hoe ver het werk is, niet wat er staat. Wat een bibliotheek deelt, bepaalt ze zelf.
          </Trans>
        }
      />
      {total === 0 && !isFiltered ? (
        <div className={styles.empty}>
          <EmptyState title={t`Nog geen bibliotheek laat jullie meekijken`}>
            <p>
              <Trans>
                Een bibliotheek regelt dat zelf, bij ‘Wie kijkt mee’. Daarna zie je haar hier staan,
                bijvoorbeeld: norm 4 half klaar, audit in het 2e kwartaal van 2027.
              </Trans>
            </p>
          </EmptyState>
        </div>
      ) : (
        <>
          <div className={styles.step}>
            <OverseenStep organisation={organisation} libraries={libraries} now={now} />
          </div>
          <div className={styles.tools}>
            <OverseenTools
              key={organisation}
              variables={variables}
              search={search}
              total={total}
              now={now}
            />
            <div className={styles.count}>
              <p role="status">
                {plural(total, { one: "# bibliotheek", other: "# bibliotheken" })}
                {" · "}
                {search.sorteer === "naam" ? (
                  <Trans>gesorteerd op naam</Trans>
                ) : (
                  <Trans>gesorteerd op audit</Trans>
                )}
              </p>
              {/* On a narrow screen there are no headings to sort by. */}
              <p className={styles.sort}>
                {search.sorteer === "naam"
                  ? link("audit", <Trans>Sorteer op audit</Trans>)
                  : link("name", <Trans>Sorteer op naam</Trans>)}
              </p>
            </div>
          </div>
          {libraries.length === 0 ? (
            <p className={styles.none}>
              <Trans>
                Hier past geen bibliotheek bij.{" "}
                <Link
                  to="/o/$organisation/leden"
                  params={{ organisation }}
                  search={{}}
                  preload={false}
                >
                  Toon ze allemaal
                </Link>
              </Trans>
            </p>
          ) : (
            <OverseenTable
              label={t`Bibliotheken die laten meekijken`}
              libraries={libraries}
              norms={norms}
              sort={{ by: search.sorteer === "naam" ? "name" : "audit", link }}
            />
          )}
          <MoreButton more={more} place={page.nextAfter}>
            <Trans>Toon meer bibliotheken</Trans>
          </MoreButton>
        </>
      )}
    </div>
  );
}
