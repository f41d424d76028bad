import { Trans } from "@lingui/react/macro";
import type { PassageField } from "../../gql/graphql.ts";
import { MarginRow } from "../../ui/Margin.tsx";
import { PassageBox } from "../writing/PassageBox.tsx";
import type { MaskedPassage } from "../writing/PassageBox.tsx";
import styles from "./Boxes.module.css";
import { PartMargin } from "./PartMargin.tsx";
import { SectionHeading } from "./SectionHeading.tsx";

export type NormPassages = readonly (MaskedPassage & {
  readonly id: string;
  readonly field: PassageField;
})[];

interface Props {
  readonly norm: string;
  readonly passages: NormPassages;
}

/** The norm as a whole: what there is, and what the library itself thinks of it. */
export function OverallSection({ norm, passages }: Props) {
  return (
    <section aria-labelledby="beeld">
      <MarginRow margin={<PartMargin part={norm} kind="norm" />}>
        <SectionHeading id="beeld">
          <Trans>Feiten en eigen beeld</Trans>
        </SectionHeading>
        <div className={styles.boxes}>
          {passages
            .filter(({ field }) => field === "FACTS" || field === "VIEW")
            .map((passage) => (
              <PassageBox key={passage.id} passage={passage} part={norm} />
            ))}
        </div>
      </MarginRow>
    </section>
  );
}
