import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { NormInReadingFragment } from "../../gql/graphql.ts";
import { writeDay } from "../../i18n/dates.ts";
import { MarginRow } from "../../ui/Margin.tsx";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import { useNeeLabel } from "../writing/use-nee-label.ts";
import { Documents } from "./Documents.tsx";
import { Passages } from "./Passages.tsx";
import styles from "./Reading.module.css";
import { ReadingText } from "./ReadingText.tsx";

type Norm = NormInReadingFragment;
const underUnmet: readonly string[] = ["REASON", "PLAN", "CONSEQUENCES"];

interface Props {
  /** The library that wrote it. */
  readonly organisation: string;
  readonly norm: Norm;
  /** Of the headings of its sections; one more below them. */
  readonly level: 2 | 3;
}

/** All that a library wrote to one norm. */
export function NormInReading({ organisation, norm, level }: Props) {
  const { passages, plan, evidence, indicators, questions, discussions } = norm;
  const about = passages.filter(({ field }) => !underUnmet.includes(field));
  const unmet = passages.filter(({ field }) => underUnmet.includes(field));
  const parts = { norm, level };
  const part = { organisation, level };
  return (
    <>
      {(about.length > 0 || evidence.length > 0) && (
        <Section {...parts} name="feiten" title={<Trans>Feiten en eigen beeld</Trans>}>
          <MarginRow>
            <Passages passages={about} />
            <Documents organisation={organisation} evidence={evidence} />
          </MarginRow>
        </Section>
      )}
      {indicators.length > 0 && (
        <Section {...parts} name="indicatoren" title={<Trans>Indicatoren</Trans>}>
          {indicators.map((indicator) => (
            <Indicator key={indicator.code} indicator={indicator} {...part} />
          ))}
        </Section>
      )}
      {(unmet.length > 0 || plan !== null) && (
        <Section
          {...parts}
          name="nog-niet"
          title={<Trans>Waar de norm (nog) niet gehaald is</Trans>}
        >
          <MarginRow>
            <Passages passages={unmet} plan={plan} />
          </MarginRow>
        </Section>
      )}
      {questions.length > 0 && (
        <Section {...parts} name="vragen" title={<Trans>Waar auditors naar kijken</Trans>}>
          {questions.map((question) => (
            <Question key={question.code} question={question} {...part} />
          ))}
        </Section>
      )}
      {discussions.length > 0 && (
        <Section {...parts} name="besproken" title={<Trans>Besproken met</Trans>}>
          <MarginRow>
            <Discussions discussions={discussions} />
          </MarginRow>
        </Section>
      )}
    </>
  );
}

function Section({
  norm: { code },
  level,
  name,
  title,
  children,
}: Omit<Props, "organisation"> & {
  readonly name: string;
  readonly title: ReactNode;
  readonly children: ReactNode;
}) {
  const Heading = `h${level}` as const;
  const id = `norm-${code}-${name}`;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <MarginRow>
        <Heading id={id} className={styles.heading}>
          {level === 3 && (
            <VisuallyHidden>
              <Trans>Norm {code}:</Trans>{" "}
            </VisuallyHidden>
          )}
          {title}
        </Heading>
      </MarginRow>
      {children}
    </section>
  );
}

function Indicator({
  indicator: { code, statement, verdict, neeLabel, explanation, passages, plan, evidence },
  organisation,
  level,
}: Pick<Props, "organisation" | "level"> & {
  readonly indicator: Norm["indicators"][number];
}) {
  const nameOf = useNeeLabel();
  const Heading = level === 2 ? "h3" : "h4";
  return (
    <article aria-labelledby={`indicator-${code}`}>
      <MarginRow ruled number={code}>
        <Heading id={`indicator-${code}`} className={styles.statement} tabIndex={-1}>
          <VisuallyHidden>{code} </VisuallyHidden>
          {statement}
        </Heading>
        <div className={styles.answer}>
          <p className={styles.verdict}>
            {verdict === null ? (
              <Trans>Nog geen ja of nee</Trans>
            ) : verdict === "JA" ? (
              <Trans>Ja</Trans>
            ) : (
              <Trans>Nee</Trans>
            )}
            {neeLabel !== null && ` · ${nameOf(neeLabel)}`}
          </p>
          {explanation !== "" && <ReadingText text={explanation} />}
          <Passages passages={passages} plan={plan} isOfNee />
          <Documents organisation={organisation} evidence={evidence} />
        </div>
      </MarginRow>
    </article>
  );
}

function Question({
  question: { code, title, statement, derived, passages, evidence },
  organisation,
  level,
}: Pick<Props, "organisation" | "level"> & {
  readonly question: Norm["questions"][number];
}) {
  const Heading = level === 2 ? "h3" : "h4";
  const short = code.split(".").at(-1) ?? code;
  return (
    <article aria-labelledby={`vraag-${code}`}>
      <MarginRow ruled small number={short}>
        <Heading id={`vraag-${code}`} className={styles.question}>
          <VisuallyHidden>{short} </VisuallyHidden>
          {title}
        </Heading>
        <p className={styles.asked}>
          {statement}
          {derived && (
            <span className={styles.derived}>
              {" "}
              <Trans>(onze bewerking)</Trans>
            </span>
          )}
        </p>
        {passages.length === 0 ? (
          <p className={styles.none}>
            <Trans>Hier is niets geschreven.</Trans>
          </p>
        ) : (
          <div className={styles.answer}>
            <Passages passages={passages} />
          </div>
        )}
        <Documents organisation={organisation} evidence={evidence} />
      </MarginRow>
    </article>
  );
}

function Discussions({ discussions }: Pick<Norm, "discussions">) {
  const { i18n } = useLingui();
  return (
    <ul className={styles.discussions}>
      {discussions.map(({ withKind, withWhom, heldOn }, index) => (
        // What was handed in never changes, and two rows may be alike.
        <li key={index}>
          {withWhom}
          <span className={styles.with}>
            {" "}
            {withKind === "PARTNER" ? <Trans>Partner</Trans> : <Trans>Functiegroep in huis</Trans>}
            {heldOn !== null && `, ${writeDay(heldOn, i18n.locale)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
