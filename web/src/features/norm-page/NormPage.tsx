import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { IndicatorTextFragmentDoc, NormPageDocument } from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type {
  NormMarginQueryVariables,
  NormPageQuery,
  NormPageQueryVariables,
} from "../../gql/graphql.ts";
import { buttonClass } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { MarginPage } from "../../ui/Margin.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { DossierPlaceContext } from "../self-evaluation/dossier-place.ts";
import { HistoryPanel } from "../history/HistoryPanel.tsx";
import { NormEvidence } from "../evidence/margin/norm-evidence.tsx";
import { NormMargin } from "../work/norm-margin.tsx";
import { Deadline } from "../self-evaluation/Deadline.tsx";
import { DiscussionSection } from "./discussion/DiscussionSection.tsx";
import { IndicatorSection } from "./IndicatorSection.tsx";
import { MissingIndicator } from "./MissingIndicator.tsx";
import { NextStepNotice } from "../self-evaluation/NextStepNotice.tsx";
import styles from "./NormPage.module.css";
import { NormPlaces } from "./NormPlaces.tsx";
import { OtherNorms } from "./OtherNorms.tsx";
import { OverallSection } from "./OverallSection.tsx";
import { QuestionSection } from "./QuestionSection.tsx";
import { UnmetSection } from "./UnmetSection.tsx";
import { useLoaded } from "../../use-loaded.ts";
import { useWholePage } from "../../use-whole-page.ts";
import { useCounts, useOverview } from "../self-evaluation/use-overview.ts";
import { useLastSubmission } from "../submission/use-versions.ts";
import { SubmitSection } from "../submission/SubmitSection.tsx";
import { WordingNote } from "./WordingNote.tsx";
import { WorkStateLine } from "../self-evaluation/WorkStates.tsx";

type Norm = NonNullable<NonNullable<NormPageQuery["selfEvaluation"]>["norm"]>;

interface Props {
  readonly variables: NormPageQueryVariables;
  readonly margin: NormMarginQueryVariables;
  readonly personId: string;
  readonly hat: string;
  readonly canSubmit: boolean;
}

/** One norm as an annotated text: what is asked, what the library says to it, and beside it what belongs to it. */
export function NormPage({ variables, margin, personId, hat, canSubmit }: Props) {
  const overview = useOverview();
  const countsOf = useCounts();
  const isWhole = useWholePage();
  const selfEvaluation = useLoaded(NormPageDocument, variables)?.selfEvaluation;
  const norm = selfEvaluation?.norm;
  // The route answers "not found" before it comes here.
  if (!norm || !overview) return null;

  const organisation = selfEvaluation.organisation.id;
  const cycle = selfEvaluation.cycle.id;
  const isOwnWording = norm.wording === "own";
  const canWrite = norm.passages.some((passage) => passage.canWrite);
  return (
    <DossierPlaceContext value={{ organisationId: organisation, cycleId: cycle, personId, hat }}>
      <NormMargin variables={margin}>
        <NormEvidence norm={norm}>
          <HistoryPanel />
          <MarginPage>
            <PageHeader
              title={norm.title}
              eyebrow={
                <Trans>
                  Zelfevaluatie, norm {norm.code} · <Deadline day={overview.cycle.submitBefore} />
                </Trans>
              }
              lead={norm.question}
            />
            {isOwnWording && <WordingNote />}
            <MissingIndicator organisation={organisation} norm={norm} />
            <div className={styles.step}>
              <NextStepNotice organisation={organisation} norm={norm.code} />
            </div>
            <div className={styles.tools}>
              <WorkStateLine counts={countsOf(norm.code)} />
              <Link
                className={buttonClass("quiet", true)}
                to="/o/$organisation/zelfevaluatie/afdrukken"
                params={{ organisation }}
                search={{ alleen: `norm-${norm.code}` }}
              >
                <Trans>Druk af of download</Trans>
              </Link>
            </div>
            <NormPlaces key={String(isWhole)} norm={norm} />
            <div className={styles.sections}>
              <OverallSection norm={norm.code} passages={norm.passages} />
              {isWhole ? (
                <Rest
                  norm={norm}
                  cycle={cycle}
                  canWrite={canWrite}
                  organisation={organisation}
                  canSubmit={canSubmit}
                />
              ) : (
                <div className={styles.below} aria-busy="true" />
              )}
            </div>
          </MarginPage>
        </NormEvidence>
      </NormMargin>
    </DossierPlaceContext>
  );
}

interface RestProps extends Pick<Props, "canSubmit"> {
  readonly norm: Norm;
  readonly organisation: string;
  readonly cycle: string;
  readonly canWrite: boolean;
}

/** What stands below what is first seen. */
function Rest({ norm, organisation, cycle, canWrite, canSubmit }: RestProps) {
  const { t } = useLingui();
  const overview = useOverview();
  const lastSubmission = useLastSubmission();
  const summary = overview?.norms.find(({ code }) => code === norm.code);
  if (!overview || !summary) return null;
  return (
    <>
      {norm.indicators.length === 0 ? (
        <EmptyState title={t`Deze norm heeft hier nog geen indicatoren`}>
          <p>
            <Trans>
              De indicatoren staan in het kader van CBCT en zijn niet openbaar. Mag je bibliotheek
              ze gebruiken, dan zetten we ze hier. De vier beoordelingsvragen hieronder gelden wel.
            </Trans>
          </p>
        </EmptyState>
      ) : (
        <section aria-label={t`Indicatoren`} className={styles.indicators}>
          {norm.indicators.map((indicator) => (
            <IndicatorSection
              key={indicator.answer.id}
              text={readFragment(IndicatorTextFragmentDoc, indicator)}
              answer={indicator.answer}
              boxes={indicator}
            />
          ))}
        </section>
      )}
      <QuestionSection questions={norm.questions} />
      <DiscussionSection norm={norm.code} discussions={norm.discussions} canWrite={canWrite} />
      <UnmetSection
        norm={norm.code}
        passages={norm.passages}
        plan={norm.plan}
        canWrite={canWrite}
      />
      <SubmitSection
        organisation={organisation}
        cycle={cycle}
        norm={norm.code}
        indicators={summary.indicators.map(({ code, answer }) => ({
          code,
          isAnswered: answer.verdict !== null,
        }))}
        last={lastSubmission(norm.code)}
        canSubmit={canSubmit}
        page={norm}
      />
      <OtherNorms organisation={organisation} norm={norm.code} norms={overview.norms} />
    </>
  );
}
