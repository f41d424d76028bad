import { Trans, useLingui } from "@lingui/react/macro";
import { CyclePageDocument } from "../../gql/graphql.ts";
import type { CyclePageQueryVariables } from "../../gql/graphql.ts";
import { MarginPage, MarginRow } from "../../ui/Margin.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { useLoaded } from "../../network/use-loaded.ts";
import { HistoryPanel } from "../history/HistoryPanel.tsx";
import { Deadline } from "../self-evaluation/Deadline.tsx";
import { DossierPlaceContext } from "../self-evaluation/dossier-place.ts";
import { EditionEnds } from "../next-step/EditionEnds.tsx";
import { useOverview } from "../self-evaluation/use-overview.ts";
import { PassageBox } from "../writing/PassageBox.tsx";
import { useFieldText } from "../writing/use-field-text.ts";
import styles from "./CyclePage.module.css";

interface Props {
  readonly variables: CyclePageQueryVariables;
  readonly personId: string;
  readonly hat: string;
}

/** What is said once for all norms: where the library wants to go, what is in the way, and what is particular to it. */
export function CyclePage({ variables, personId, hat }: Props) {
  const { t } = useLingui();
  const overview = useOverview();
  const fieldText = useFieldText();
  const selfEvaluation = useLoaded(CyclePageDocument, variables)?.selfEvaluation;
  // The route answers "not found" before it comes here.
  if (!selfEvaluation || !overview) return null;
  const { organisation, cycle, passages } = selfEvaluation;
  return (
    <DossierPlaceContext
      value={{ organisationId: organisation.id, cycleId: cycle.id, personId, hat }}
    >
      <HistoryPanel />
      <MarginPage>
        <PageHeader
          title={t`Ambities en knelpunten`}
          eyebrow={
            <Trans>
              Zelfevaluatie · <Deadline day={overview.cycle.submitBefore} />
            </Trans>
          }
          lead={
            <Trans>
              Wat voor alle normen geldt, zeg je hier één keer. Een auditor die jullie nog niet
              kent, begint hier.
            </Trans>
          }
        />
        <div className={styles.edition}>
          <EditionEnds />
        </div>
        <div className={styles.sections}>
          {passages.map((passage) => {
            const { name, hint } = fieldText(passage.field);
            const heading = passage.field.toLowerCase();
            return (
              <section key={passage.id} aria-labelledby={heading}>
                <MarginRow ruled>
                  <h2 id={heading} className={styles.heading} tabIndex={-1}>
                    {name}
                  </h2>
                  <p className={styles.hint}>{hint}</p>
                  <PassageBox passage={passage} part={null} isTitled />
                </MarginRow>
              </section>
            );
          })}
        </div>
      </MarginPage>
    </DossierPlaceContext>
  );
}
