import { Trans, useLingui } from "@lingui/react/macro";
import { QuestionTextFragmentDoc } from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { FragmentType } from "../../gql/fragment-masking.ts";
import type { QuestionTextFragment } from "../../gql/graphql.ts";
import { MarginRow } from "../../ui/Margin.tsx";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import { PassageBox } from "../writing/PassageBox.tsx";
import boxes from "./Boxes.module.css";
import { shortOf } from "./NormPlaces.tsx";
import { PartMargin } from "./PartMargin.tsx";
import { SectionHeading } from "./SectionHeading.tsx";
import styles from "./QuestionSection.module.css";

interface Props {
  readonly questions: readonly (FragmentType<typeof QuestionTextFragmentDoc> & {
    readonly code: string;
  })[];
}

/** The questions auditors judge a norm by, with in the margin what could show it. */
export function QuestionSection({ questions }: Props) {
  const { t } = useLingui();
  const shown = questions.map((question) => readFragment(QuestionTextFragmentDoc, question));
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="questions">
      <MarginRow>
        <SectionHeading id="questions">
          <Trans>Waar auditors naar kijken</Trans>
        </SectionHeading>
        <p className={styles.intro}>
          <Trans>
            Auditors beoordelen deze norm met vier vragen. Een indicator hoort niet bij één vraag:
            je antwoorden helpen bij allemaal.
          </Trans>
          {shown.some(({ derived }) => derived) && (
            <>
              {" "}
              <Trans>
                Van deze norm zijn de vragen niet openbaar. Wat hier staat, is afgeleid van de norm
                over samenwerking.
              </Trans>
            </>
          )}
        </p>
      </MarginRow>
      <ol className={styles.list} aria-label={t`Waar auditors naar kijken`}>
        {shown.map((question) => (
          <li key={question.code}>
            <Question question={question} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Question({
  question: { code, title, statement, derived, passages },
}: {
  readonly question: QuestionTextFragment;
}) {
  const short = shortOf(code);
  const heading = `question-${code}`;
  return (
    <article aria-labelledby={heading}>
      <MarginRow ruled small number={short} margin={<PartMargin part={code} kind="question" />}>
        <h3 id={heading} className={styles.title} tabIndex={-1}>
          <VisuallyHidden>{short} </VisuallyHidden>
          {title}
        </h3>
        <p className={styles.statement}>{statement}</p>
        {derived && (
          <p className={styles.note}>
            <strong className={styles.derived}>
              <Trans>Onze bewerking.</Trans>
            </strong>
          </p>
        )}
        <div className={boxes.boxes}>
          {passages.map((passage) => (
            <PassageBox key={passage.id} passage={passage} part={code} />
          ))}
        </div>
      </MarginRow>
    </article>
  );
}
