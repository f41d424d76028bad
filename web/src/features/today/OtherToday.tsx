import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import {
  LineFragmentDoc,
  MandateDatesFragmentDoc,
  OverseenDocument,
  OverseenRowFragmentDoc,
  PlanningWaitsDocument,
  ViewerDocument,
} from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { OverseenQueryVariables, PlanningWaitsQueryVariables } from "../../gql/graphql.ts";
import { lastDayBefore, writeDay, writeToday } from "../../i18n/dates.ts";
import { useNow } from "../../i18n/now.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { MarginPage } from "../../ui/Margin.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { useLoaded } from "../../network/use-loaded.ts";
import { MandateList } from "../mandate/MandateList.tsx";
import { CallList } from "../oversight/CallList.tsx";
import { OverseenStep } from "../oversight/OverseenStep.tsx";
import { plannedLines } from "../planning/planned-line.ts";
import { PlanningLists } from "../planning/PlanningLists.tsx";
import { PlanningStep } from "../planning/PlanningStep.tsx";
import styles from "./OtherToday.module.css";

export interface OtherTodayProps {
  /** Null where the hat doesn't open it. */
  readonly overseen: OverseenQueryVariables | null;
  readonly planning: PlanningWaitsQueryVariables | null;
  readonly viewer: Record<string, never> | null;
}

/** Where a day begins for who doesn't work at a library: an adviser, the office, an auditor. */
export function OtherToday({ overseen, planning, viewer }: OtherTodayProps) {
  const { t } = useLingui();
  const parts = [
    overseen && <AdviserPart key="overseen" variables={overseen} />,
    planning && <OfficePart key="planning" variables={planning} />,
    viewer && <AuditorPart key="viewer" variables={viewer} />,
  ].filter(Boolean);
  return (
    <MarginPage>
      <TodayHeader />
      {parts.length > 0 ? (
        parts
      ) : (
        <div className={styles.part}>
          <EmptyState title={t`Voor jou is hier nu niets te doen`}>
            <p>
              <Trans>
                Je beheert deze organisatie, of je rol heeft hier nog geen werk. Werk je ook voor
                een bibliotheek? Kies die dan boven in het menu.
              </Trans>
            </p>
          </EmptyState>
        </div>
      )}
    </MarginPage>
  );
}

function TodayHeader() {
  const { t, i18n } = useLingui();
  return <PageHeader title={t`Vandaag`} eyebrow={writeToday(useNow(), i18n.locale)} />;
}

function AdviserPart({ variables }: { readonly variables: OverseenQueryVariables }) {
  const now = useNow();
  const page = useLoaded(OverseenDocument, variables)?.overseen;
  if (!page) return null;
  const libraries = page.libraries.map((library) => readFragment(OverseenRowFragmentDoc, library));
  const { total } = page;
  return (
    <div className={styles.part}>
      {total === 0 ? (
        <Step>
          <Trans>
            je hoeft nu niets te doen. Nog geen bibliotheek laat jullie meekijken; dat regelt een
            bibliotheek zelf, bij ‘Wie kijkt mee’.
          </Trans>
        </Step>
      ) : (
        <>
          <OverseenStep organisation={variables.organisationId} libraries={libraries} now={now} />
          <CallList organisation={variables.organisationId} libraries={libraries} now={now} />
          <p className={styles.on}>
            <Link
              to="/o/$organisation/leden"
              params={{ organisation: variables.organisationId }}
              preload={false}
            >
              <Trans>Bekijk alle leden</Trans>
            </Link>
          </p>
        </>
      )}
    </div>
  );
}

function OfficePart({ variables }: { readonly variables: PlanningWaitsQueryVariables }) {
  const waits = useLoaded(PlanningWaitsDocument, variables);
  if (waits === null) return null;
  const [waiting] = plannedLines(
    waits.waiting.lines.map((line) => readFragment(LineFragmentDoc, line)),
  );
  return (
    <div className={styles.part}>
      <PlanningStep waiting={waiting ?? null} organisation={variables.organisationId} />
      <PlanningLists waits={waits} organisation={variables.organisationId} />
      <p className={styles.on}>
        <Link to="/o/$organisation/planning" params={{ organisation: variables.organisationId }}>
          <Trans>Naar de planning</Trans>
        </Link>
      </p>
    </div>
  );
}

function AuditorPart({ variables }: { readonly variables: Record<string, never> }) {
  const { i18n } = useLingui();
  const viewer = useLoaded(ViewerDocument, variables)?.viewer;
  const now = useNow();
  if (!viewer) return null;
  const running = viewer.hats
    .flatMap(({ mandate }) =>
      mandate === null ? [] : [readFragment(MandateDatesFragmentDoc, mandate)],
    )
    .filter(({ closesAt }) => now < new Date(closesAt))
    .toSorted((one, other) => one.closesAt.localeCompare(other.closesAt));
  const upcoming = viewer.upcomingMandates
    .map((mandate) => readFragment(MandateDatesFragmentDoc, mandate))
    .toSorted((one, other) => one.opensAt.localeCompare(other.opensAt));
  const [first] = running;
  return (
    <div className={styles.part}>
      <Step>
        {first ? (
          <Trans>
            <Link to="/opdracht/$mandate" params={{ mandate: first.id }} preload={false}>
              lees wat {first.libraryName} indiende
            </Link>
            . Dat kan tot en met {writeDay(lastDayBefore(first.closesAt), i18n.locale)}.
          </Trans>
        ) : upcoming.length > 0 ? (
          <Trans>
            je hoeft nu niets te doen. Hieronder staat wanneer je volgende opdracht begint.
          </Trans>
        ) : (
          <Trans>
            je hoeft nu niets te doen. Het bureau geeft opdrachten; zodra er een is, staat hier
            welke bibliotheek en welke dagen.
          </Trans>
        )}
      </Step>
      <MandateList running={running} upcoming={upcoming} />
    </div>
  );
}

function Step({ children }: { readonly children: ReactNode }) {
  return (
    <Notice kind="step">
      <p>
        <strong>
          <Trans>Volgende stap:</Trans>
        </strong>{" "}
        {children}
      </p>
    </Notice>
  );
}
