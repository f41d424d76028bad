import type { ComponentProps } from "react";
import { Trans } from "@lingui/react/macro";
import { AnswerFragmentDoc } from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { FragmentType } from "../../gql/fragment-masking.ts";
import type { IndicatorTextFragment } from "../../gql/graphql.ts";
import { MarginRow } from "../../ui/Margin.tsx";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import { AnswerEditor } from "./AnswerEditor.tsx";
import { AnswerMargin } from "./AnswerMargin.tsx";
import { AnswerReading } from "./AnswerReading.tsx";
import { useDossierPlace } from "../self-evaluation/dossier-place.ts";
import { NeePanel } from "./NeePanel.tsx";
import styles from "./IndicatorSection.module.css";
import { answerLatest } from "../writing/text-place.ts";
import { useText } from "../writing/use-text.ts";

interface Props {
  readonly text: IndicatorTextFragment;
  readonly answer: FragmentType<typeof AnswerFragmentDoc>;
  readonly boxes: ComponentProps<typeof NeePanel>["boxes"];
}

/** A statement of the norm, what this library answers to it, and in the margin what belongs to it. */
export function IndicatorSection({ text, boxes, ...props }: Props) {
  const { code, statement, guidance, placeholder } = text;
  const { cycleId } = useDossierPlace();
  const answer = readFragment(AnswerFragmentDoc, props.answer);
  const place = { kind: "answer", cycleId, indicator: code } as const;
  const [draft, autosave] = useText(place, answerLatest(answer));
  const heading = `indicator-${code}`;
  return (
    <article aria-labelledby={heading}>
      <MarginRow
        ruled
        number={code}
        margin={<AnswerMargin code={code} answer={answer} guidance={guidance} />}
      >
        <h2 id={heading} className={styles.statement} tabIndex={-1}>
          <VisuallyHidden>{code} </VisuallyHidden>
          {statement}
        </h2>
        {guidance !== null && (
          <details className={styles.guidance}>
            <summary>
              <Trans>Waar het om gaat</Trans>
            </summary>
            <p>{guidance}</p>
          </details>
        )}
        {answer.canAnswer ? (
          <AnswerEditor code={code} draft={draft} autosave={autosave} placeholder={placeholder} />
        ) : (
          <AnswerReading code={code} answer={answer} />
        )}
        {draft.words.verdict === "NEE" && (
          <div className={styles.nee}>
            <NeePanel
              code={code}
              boxes={boxes}
              draft={draft}
              autosave={autosave}
              canWrite={answer.canAnswer}
            />
          </div>
        )}
      </MarginRow>
    </article>
  );
}
