import { Trans, useLingui } from "@lingui/react/macro";
import { IndicatorTextFragmentDoc } from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { NormPageQuery } from "../../gql/graphql.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { useOverview } from "../self-evaluation/use-overview.ts";
import { SubmitSection } from "../submission/SubmitSection.tsx";
import { useLastSubmission } from "../submission/use-versions.ts";
import { DiscussionSection } from "./discussion/DiscussionSection.tsx";
import { IndicatorSection } from "./IndicatorSection.tsx";
import styles from "./NormPage.module.css";
import { OtherNorms } from "./OtherNorms.tsx";
import { QuestionSection } from "./QuestionSection.tsx";
import { UnmetSection } from "./UnmetSection.tsx";

type Norm = NonNullable<NonNullable<NormPageQuery["selfEvaluation"]>["norm"]>;

interface Props {
  /** How many pieces of it. */
  readonly drawn: number;
  readonly norm: Norm;
  readonly organisation: string;
  readonly cycle: string;
  readonly canWrite: boolean;
  readonly canSubmit: boolean;
}

/** What stands below what is first seen. */
export function NormRest({ drawn, norm, organisation, cycle, canWrite, canSubmit }: Props) {
  const { t } = useLingui();
  const overview = useOverview();
  const lastSubmission = useLastSubmission();
  const summary = overview?.norms.find(({ code }) => code === norm.code);
  if (!overview || !summary) return null;
  const below = drawn - norm.indicators.length;
  return (
    <>
      {drawn > 0 && norm.indicators.length === 0 && (
        <EmptyState title={t`Deze norm heeft hier nog geen indicatoren`}>
          <p>
            <Trans>
              De indicatoren staan in het kader van CBCT en zijn niet openbaar. Mag je bibliotheek
              ze gebruiken, dan zetten we ze hier. De vier beoordelingsvragen hieronder gelden wel.
            </Trans>
          </p>
        </EmptyState>
      )}
      {drawn > 0 && norm.indicators.length > 0 && (
        <section aria-label={t`Indicatoren`} className={styles.indicators}>
          {norm.indicators.slice(0, drawn).map((indicator) => (
            <IndicatorSection
              key={indicator.answer.id}
              text={readFragment(IndicatorTextFragmentDoc, indicator)}
              answer={indicator.answer}
              boxes={indicator}
            />
          ))}
        </section>
      )}
      {below > 0 && <QuestionSection questions={norm.questions} />}
      {below > 1 && (
        <>
          <DiscussionSection norm={norm.code} discussions={norm.discussions} canWrite={canWrite} />
          <UnmetSection
            norm={norm.code}
            passages={norm.passages}
            plan={norm.plan}
            canWrite={canWrite}
          />
        </>
      )}
      {below > 2 && (
        <>
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
      )}
    </>
  );
}
