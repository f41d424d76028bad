import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useApolloClient } from "@apollo/client/react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { loadAnew } from "../../network/apollo.ts";
import { LineFragmentDoc, PlanningDocument, PlanningWaitsDocument } from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { PlanningChoice, PlanningQueryVariables } from "../../gql/graphql.ts";
import { useNow } from "../../i18n/now.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { announce } from "../../ui/LiveRegion.tsx";
import { MarginPage } from "../../ui/Margin.tsx";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Pills } from "../../ui/Pills.tsx";
import { useLoaded } from "../../network/use-loaded.ts";
import { useMore } from "../../network/use-more.ts";
import { LineSection } from "./LineSection.tsx";
import { plannedLines } from "./planned-line.ts";
import type { PlannedLine } from "./planned-line.ts";
import { PlanningStep } from "./PlanningStep.tsx";
import { choiceOf } from "./planning-search.ts";
import type { PlanningSearch } from "./planning-search.ts";
import styles from "./PlanningPage.module.css";
import { usePlanning } from "./use-planning.ts";
import type { MandateDraft } from "./use-planning.ts";

interface Props {
  readonly variables: PlanningQueryVariables;
  readonly name: string;
  readonly search: PlanningSearch;
}

/** What libraries handed in, and who reads it from when until when. */
export function PlanningPage({ variables, name, search }: Props) {
  const { t } = useLingui();
  const { organisationId } = variables;
  const now = useNow();
  const client = useApolloClient();
  const navigate = useNavigate();
  const loaded = useLoaded(PlanningDocument, variables);
  const waits = useLoaded(PlanningWaitsDocument, { organisationId });
  const more = useMore(PlanningDocument, (after: string) => ({ ...variables, after }));
  const { give, withdraw, isBusy, failure } = usePlanning(organisationId);
  const [acting, setActing] = useState<string | null>(null);
  if (loaded === null || waits === null) return null;
  const { planning, auditors } = loaded;
  const listed = plannedLines(planning.lines.map((line) => readFragment(LineFragmentDoc, line)));
  const [waiting] = plannedLines(
    waits.waiting.lines.map((line) => readFragment(LineFragmentDoc, line)),
  );
  const isNamed = ({ latest }: PlannedLine) => latest.submissionId === search.opdracht;
  // What the next step leads to may be further down than this page of the list goes.
  const lines =
    waiting && isNamed(waiting) && !listed.some(isNamed) ? [waiting, ...listed] : listed;
  const go = (to: PlanningSearch) =>
    void navigate({
      to: "/o/$organisation/planning",
      params: { organisation: organisationId },
      search: to,
      resetScroll: false,
    });
  const open = (submissionId: string | undefined) => {
    const { opdracht: _, ...rest } = search;
    go(submissionId === undefined ? rest : { ...rest, opdracht: submissionId });
  };
  const focus = (submissionId: string) =>
    document.getElementById(`notice-${submissionId}`)?.focus();
  const done = (submissionId: string, words: string) => {
    announce(words);
    focus(submissionId);
    // Without an answer the next step is the one that it was.
    loadAnew(client, PlanningWaitsDocument, { organisationId }).catch(() => undefined);
  };
  const giveOf = async (submissionId: string, draft: MandateDraft) => {
    setActing(submissionId);
    if (!(await give(draft))) return;
    open(undefined);
    done(submissionId, t`De opdracht is gegeven.`);
  };
  const withdrawOf = async (submissionId: string, id: string) => {
    setActing(submissionId);
    if (await withdraw(id)) done(submissionId, t`De opdracht is ingetrokken. Dat geldt meteen.`);
  };

  return (
    <MarginPage>
      <PageHeader
        title={t`Planning`}
        eyebrow={name}
        lead={<Trans>Wat bibliotheken indienden, en wie het wanneer leest.</Trans>}
      />
      {planning.total === 0 && search.toon === undefined ? (
        <div className={styles.empty}>
          <EmptyState title={t`Er is nog niets ingediend`}>
            <p>
              <Trans>
                Dient een bibliotheek een norm in, dan staat hier bijvoorbeeld ‘norm 4, ingediend op
                3 november’. Daarna geef je een auditor een opdracht om die te lezen.
              </Trans>
            </p>
          </EmptyState>
        </div>
      ) : (
        <>
          <div className={styles.step}>
            <PlanningStep waiting={waiting ?? null} organisation={organisationId} />
          </div>
          <div className={styles.tools}>
            <Pills<PlanningChoice>
              label={t`Wat je ziet`}
              value={choiceOf(search)}
              options={[
                { value: "ALL", label: t`Alles` },
                { value: "WAITING", label: t`Nog zonder auditor` },
                { value: "ENDING", label: t`Opdracht loopt bijna af` },
              ]}
              onChange={(choice) =>
                go(
                  choice === "ALL"
                    ? {}
                    : { toon: choice === "WAITING" ? "zonder-auditor" : "loopt-af" },
                )
              }
            />
            <p role="status">{plural(planning.total, { one: "# norm", other: "# normen" })}</p>
          </div>
          <div className={styles.notices}>
            {lines.map((line) => {
              const { submissionId } = line.latest;
              return (
                <LineSection
                  key={`${line.libraryId} ${line.norm}`}
                  line={line}
                  auditors={auditors}
                  now={now}
                  isBusy={isBusy}
                  isGiving={search.opdracht === submissionId}
                  onOpen={() => open(submissionId)}
                  onClose={() => {
                    open(undefined);
                    focus(submissionId);
                  }}
                  onGive={(draft) => void giveOf(submissionId, draft)}
                  onWithdraw={(id) => void withdrawOf(submissionId, id)}
                  failure={acting === submissionId ? failure : null}
                />
              );
            })}
          </div>
          <MoreButton more={more} place={planning.nextAfter}>
            <Trans>Toon meer normen</Trans>
          </MoreButton>
        </>
      )}
    </MarginPage>
  );
}
