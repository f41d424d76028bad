import { Trans, useLingui } from "@lingui/react/macro";
import type { ComponentProps } from "react";
import { Ledger } from "../../ui/Ledger.tsx";
import { MarginRow } from "../../ui/Margin.tsx";
import styles from "./Boxes.module.css";
import type { NormPassages } from "./OverallSection.tsx";
import { PlannedBoxes } from "./PlannedBoxes.tsx";
import type { PlanRow } from "./PlanRow.tsx";
import { SectionHeading } from "./SectionHeading.tsx";

interface Props {
  readonly norm: string;
  readonly passages: NormPassages;
  readonly plan: ComponentProps<typeof PlanRow>["plan"];
  readonly canWrite: boolean;
}

/** For a norm that isn't met, or not yet: why, what is going to happen, and what it means until then. */
export function UnmetSection({ norm, passages, plan, canWrite }: Props) {
  const { t } = useLingui();
  return (
    <section aria-labelledby="niet-gehaald">
      <MarginRow ruled>
        <SectionHeading id="niet-gehaald">
          <Trans>Waar de norm (nog) niet gehaald is</Trans>
        </SectionHeading>
        <p className={styles.intro}>
          <Trans>
            Is er iets in deze norm dat nog niet lukt, of dat jullie bewust anders doen? Leg het
            hier uit. Anders blijft dit leeg.
          </Trans>
        </p>
        <Ledger label={t`Waar de norm (nog) niet gehaald is`}>
          <PlannedBoxes
            part={norm}
            passages={passages.filter(({ field }) => field !== "FACTS" && field !== "VIEW")}
            plan={plan}
            canWrite={canWrite}
          />
        </Ledger>
      </MarginRow>
    </section>
  );
}
