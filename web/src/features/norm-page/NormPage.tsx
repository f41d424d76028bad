import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { NormPageDocument } from "../../gql/graphql.ts";
import type { NormMarginQueryVariables, NormPageQueryVariables } from "../../gql/graphql.ts";
import { buttonClass } from "../../ui/Button.tsx";
import { MarginPage } from "../../ui/Margin.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { DossierPlaceContext } from "../self-evaluation/dossier-place.ts";
import { HistoryPanel } from "../history/HistoryPanel.tsx";
import { NormEvidence } from "../evidence/margin/norm-evidence.tsx";
import { NormMargin } from "../work/norm-margin.tsx";
import { Deadline } from "../self-evaluation/Deadline.tsx";
import { MissingIndicator } from "./MissingIndicator.tsx";
import { NextStepNotice } from "../self-evaluation/NextStepNotice.tsx";
import styles from "./NormPage.module.css";
import { NormPlaces } from "./NormPlaces.tsx";
import { NormRest } from "./NormRest.tsx";
import { OverallSection } from "./OverallSection.tsx";
import { useLoaded } from "../../network/use-loaded.ts";
import { usePieces } from "../../ui/use-pieces.ts";
import { useCounts, useOverview } from "../self-evaluation/use-overview.ts";
import { WordingNote } from "./WordingNote.tsx";
import { WorkStateLine } from "../self-evaluation/WorkStates.tsx";

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
  const selfEvaluation = useLoaded(NormPageDocument, variables)?.selfEvaluation;
  const norm = selfEvaluation?.norm;
  // Each indicator; what is below them in three.
  const pieces = (norm?.indicators.length ?? 0) + 3;
  const drawn = usePieces(pieces);
  const isWhole = drawn >= pieces;
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
              <NormRest
                drawn={drawn}
                norm={norm}
                cycle={cycle}
                canWrite={canWrite}
                organisation={organisation}
                canSubmit={canSubmit}
              />
              {!isWhole && <div className={styles.below} aria-busy="true" />}
            </div>
          </MarginPage>
        </NormEvidence>
      </NormMargin>
    </DossierPlaceContext>
  );
}
