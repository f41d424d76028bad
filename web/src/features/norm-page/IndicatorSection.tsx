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
import styles from "./IndicatorSection.module.css";
import { useAnswer } from "./use-answer.ts";
import { WordingNote } from "./WordingNote.tsx";

interface Props {
  readonly text: IndicatorTextFragment;
  readonly answer: FragmentType<typeof AnswerFragmentDoc>;
  readonly isOwnWording: boolean;
}

/** A statement of the norm, what this library answers to it, and in the margin what belongs to it. */
export function IndicatorSection({ text, answer, isOwnWording }: Props) {
  const { code, statement, guidance, placeholder } = text;
  const { hat, ...place } = useDossierPlace();
  const [draft, autosave] = useAnswer(
    { ...place, indicator: code },
    hat,
    readFragment(AnswerFragmentDoc, answer),
  );
  const heading = `indicator-${code}`;
  return (
    <article aria-labelledby={heading}>
      <MarginRow
        ruled
        number={code}
        margin={<AnswerMargin code={code} standing={draft.standing} guidance={guidance} />}
      >
        <h2 id={heading} className={styles.statement} tabIndex={-1}>
          <VisuallyHidden>{code} </VisuallyHidden>
          {statement}
        </h2>
        {isOwnWording && <WordingNote />}
        {guidance !== null && (
          <details className={styles.guidance}>
            <summary>
              <Trans>Waar het om gaat</Trans>
            </summary>
            <p>{guidance}</p>
          </details>
        )}
        {draft.standing.canAnswer ? (
          <AnswerEditor code={code} draft={draft} autosave={autosave} placeholder={placeholder} />
        ) : (
          <AnswerReading standing={draft.standing} />
        )}
      </MarginRow>
    </article>
  );
}
