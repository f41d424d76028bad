import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useDeferredValue } from "react";
import { writeToday } from "../../i18n/dates.ts";
import { useNow } from "../../i18n/now.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { MarginPage, MarginRow } from "../../ui/Margin.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { part } from "../../network/part.ts";
import { useWanted } from "../../network/use-wanted.ts";
import { Deadline } from "./Deadline.tsx";
import styles from "./TodayPage.module.css";
import { useCounts, useOverview } from "./use-overview.ts";
import type { NormOverview } from "./use-overview.ts";
import { WorkBar, WorkStateLine } from "./WorkStates.tsx";
import type { WorkCounts } from "./WorkStates.tsx";

// Where people arrive must be light: what decides on the step comes right behind the page, and has its room.
const nextStepNotice = part(() => import("./NextStepNotice.tsx"));
const todayAside = part(() => import("../next-step/TodayAside.tsx"));

interface Props {
  readonly organisation: string;
}

/** Where a day begins: what to do next, how far each norm is, and what others did. */
export function TodayPage({ organisation }: Props) {
  const { t, i18n } = useLingui();
  const now = useNow();
  const overview = useOverview();
  const countsOf = useCounts();
  const eyebrow = writeToday(now, i18n.locale);
  if (overview === null) {
    return (
      <>
        <PageHeader title={t`Vandaag`} eyebrow={eyebrow} />
        <div className={styles.empty}>
          <EmptyState title={t`Hier loopt nog geen zelfevaluatie`}>
            <p>
              <Trans>
                Een zelfevaluatie hoort bij een certificering. Zodra die begint, zie je hier de
                zeven normen en wat je als eerste kunt doen.
              </Trans>
            </p>
          </EmptyState>
        </div>
      </>
    );
  }
  const dates = overview.cycle;
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
        <NextStep organisation={organisation} />
      </div>
      <MarginRow margin={<TodayMargin organisation={organisation} />}>
        <h2 className={styles.heading}>
          <Trans>De zelfevaluatie</Trans>
        </h2>
        <ol className={styles.norms}>
          {overview.norms.map((norm) => (
            <NormRow
              key={norm.code}
              norm={norm}
              counts={countsOf(norm.code)}
              organisation={organisation}
            />
          ))}
        </ol>
        <p className={styles.note}>
          <Trans>Een balk toont welk deel van het werk klaar is. Ja of nee telt nergens mee.</Trans>
        </p>
      </MarginRow>
    </MarginPage>
  );
}

function NextStep({ organisation }: Props) {
  const { come } = useWanted(nextStepNotice.load, true, { byItself: true });
  if (come !== null) return <come.NextStepNotice organisation={organisation} />;
  return (
    <Notice kind="step">
      <p>
        <strong>
          <Trans>Volgende stap:</Trans>
        </strong>
      </p>
    </Notice>
  );
}

function NormRow({
  norm,
  counts,
  organisation,
}: {
  readonly norm: NormOverview;
  readonly counts: WorkCounts;
  readonly organisation: string;
}) {
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
        <WorkBar counts={counts} />
        <WorkStateLine counts={counts} />
      </div>
    </li>
  );
}

function TodayMargin({ organisation }: Props) {
  const isShown = useDeferredValue(true, false);
  // Where it doesn't come, the page says all that one has to know without it.
  const { come } = useWanted(todayAside.load, isShown, { byItself: true });
  return (
    <div className={styles.margin}>
      {/* It comes after the page, and is fetched after it: last, and with its room, so that nothing moves. */}
      <div className={styles.recent}>
        {come !== null && <come.TodayAside key={organisation} organisation={organisation} />}
      </div>
    </div>
  );
}
