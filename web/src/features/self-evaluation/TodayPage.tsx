import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { writeDay, writeDaysAgo, writeToday } from "../../i18n/dates.ts";
import { useNow } from "../../i18n/now.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { MarginPage, MarginRow } from "../../ui/Margin.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Deadline } from "./Deadline.tsx";
import { nextStep } from "./next-step.ts";
import { NextStepNotice } from "./NextStepNotice.tsx";
import styles from "./TodayPage.module.css";
import { countsOf, datesOf, useLastSubmission, useOverview, worksOf } from "./use-overview.ts";
import type { NormOverview, Overview } from "./use-overview.ts";
import { WorkBar, WorkStateLine } from "./WorkStates.tsx";

interface Props {
  readonly organisation: string;
  readonly personId: string;
  readonly isLibrary: boolean;
  readonly canSubmit: boolean;
}

/** Where a day begins: what to do next, how far each norm is, and what others did. */
export function TodayPage({ organisation, personId, isLibrary, canSubmit }: Props) {
  const { t, i18n } = useLingui();
  const now = useNow();
  const overview = useOverview();
  const lastSubmission = useLastSubmission();
  const eyebrow = writeToday(now, i18n.locale);
  if (overview === null) {
    return (
      <>
        <PageHeader title={t`Vandaag`} eyebrow={eyebrow} />
        <div className={styles.empty}>
          {isLibrary ? (
            <EmptyState title={t`Hier loopt nog geen zelfevaluatie`}>
              <p>
                <Trans>
                  Een zelfevaluatie hoort bij een certificering. Zodra die begint, zie je hier de
                  zeven normen en wat je als eerste kunt doen.
                </Trans>
              </p>
            </EmptyState>
          ) : (
            <EmptyState title={t`Voor deze organisatie is hier nog niets te doen`}>
              <p>
                <Trans>
                  Een zelfevaluatie hoort bij een bibliotheek. Werk je ook voor een bibliotheek?
                  Kies die dan boven in het menu.
                </Trans>
              </p>
            </EmptyState>
          )}
        </div>
      </>
    );
  }
  const dates = datesOf(overview);
  return (
    <MarginPage>
      <PageHeader
        title={t`Vandaag`}
        eyebrow={eyebrow}
        lead={
          <Trans>
            De zelfevaluatie is <Deadline day={dates.submitBefore} />.
          </Trans>
        }
      />
      <div className={styles.step}>
        <NextStepNotice
          step={nextStep(overview.norms.flatMap(worksOf), personId, { canSubmit, lastSubmission })}
          organisation={organisation}
        />
      </div>
      <MarginRow margin={<TodayMargin overview={overview} now={now} organisation={organisation} />}>
        <h2 className={styles.heading}>
          <Trans>De zelfevaluatie</Trans>
        </h2>
        <ol className={styles.norms}>
          {overview.norms.map((norm) => (
            <NormRow key={norm.code} norm={norm} organisation={organisation} />
          ))}
        </ol>
        <p className={styles.note}>
          <Trans>Een balk toont welk deel van het werk klaar is. Ja of nee telt nergens mee.</Trans>
        </p>
      </MarginRow>
    </MarginPage>
  );
}

function NormRow({
  norm,
  organisation,
}: {
  readonly norm: NormOverview;
  readonly organisation: string;
}) {
  const counts = countsOf(norm);
  return (
    <li className={styles.norm}>
      <span className={styles.code} aria-hidden="true">
        {norm.code}
      </span>
      <Link
        className={styles.title}
        to="/o/$organisation/zelfevaluatie/$norm"
        params={{ organisation, norm: norm.code }}
      >
        {norm.title}
      </Link>
      <div className={styles.work}>
        {counts.some(({ count }) => count > 0) ? (
          <>
            <WorkBar counts={counts} />
            <WorkStateLine counts={counts} />
          </>
        ) : (
          <span className={styles.later}>
            <Trans>nog geen indicatoren</Trans>
          </span>
        )}
      </div>
    </li>
  );
}

interface MarginProps {
  readonly overview: Overview;
  readonly now: Date;
  readonly organisation: string;
}

function TodayMargin({ overview, now, organisation }: MarginProps) {
  const { i18n } = useLingui();
  const { auditOn, announcedQuarter, certificateExpiresOn } = datesOf(overview);
  const recent = overview.norms
    .flatMap(worksOf)
    .filter((work) => work.changedAt !== null)
    .toSorted((one, other) => (other.changedAt ?? "").localeCompare(one.changedAt ?? ""))
    .slice(0, 4);
  return (
    <div className={styles.margin}>
      {recent.length > 0 && (
        <section>
          <h2>
            <Trans>Laatst geschreven</Trans>
          </h2>
          <ul className={styles.recent}>
            {recent.map(({ norm, indicator, changedAt, changedBy }) => (
              <li key={indicator}>
                <Link
                  to="/o/$organisation/zelfevaluatie/$norm"
                  params={{ organisation, norm }}
                  hash={`indicator-${indicator}`}
                >
                  {indicator}
                </Link>{" "}
                {changedBy?.name} ·{" "}
                {changedAt !== null && writeDaysAgo(changedAt, now, i18n.locale)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>
          <Trans>Op de kalender</Trans>
        </h2>
        <dl className={styles.dates}>
          <dt>
            <Trans>Audit</Trans>
          </dt>
          <dd>
            {auditOn !== null ? (
              writeDay(auditOn, i18n.locale)
            ) : (
              <Quarter quarter={announcedQuarter} />
            )}
          </dd>
          {certificateExpiresOn !== null && (
            <>
              <dt>
                <Trans>Certificaat geldig tot</Trans>
              </dt>
              <dd>{writeDay(certificateExpiresOn, i18n.locale)}</dd>
            </>
          )}
        </dl>
      </section>
    </div>
  );
}

function Quarter({ quarter }: { readonly quarter: string | null }) {
  const match = /^(\d{4})-Q([1-4])$/.exec(quarter ?? "");
  if (match === null) return <Trans>nog niet bekend</Trans>;
  const [, year, number] = match;
  return (
    <Trans>
      {number}e kwartaal van {year}
    </Trans>
  );
}
