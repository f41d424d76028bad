import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { NormInReadingFragmentDoc, ReadingContextFragmentDoc } from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { SelfEvaluationReadingQuery } from "../../gql/graphql.ts";
import { writeToday } from "../../i18n/dates.ts";
import { useNow } from "../../i18n/now.ts";
import { MarginPage, MarginRow } from "../../ui/Margin.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { Context } from "../reading/Context.tsx";
import { NormInReading } from "../reading/NormInReading.tsx";
import styles from "./PrintPage.module.css";
import { PrintTools } from "./PrintTools.tsx";

interface Props {
  readonly organisation: string;
  readonly reading: NonNullable<SelfEvaluationReadingQuery["selfEvaluationReading"]>;
  /** Code of the one norm that is shown; without it all of them are. */
  readonly chosen: string | undefined;
  readonly onChoose: (norm: string | undefined) => void;
}

/** The self-evaluation as one text, to read through, to print and to take along. */
export function PrintPage({ organisation, reading, chosen, onChoose }: Props) {
  const { t, i18n } = useLingui();
  const today = writeToday(useNow(), i18n.locale);
  const context = readFragment(ReadingContextFragmentDoc, reading);
  const shown = reading.norms.filter(({ code }) => chosen === undefined || code === chosen);
  return (
    <MarginPage>
      <MarginRow>
        <PageHeader
          title={t`Zelfevaluatie`}
          eyebrow={
            <Trans>
              {context.libraryName} · stand van {today}
            </Trans>
          }
        />
        <div className={styles.choice}>
          <p className={styles.lead}>
            <Trans>
              Alles wat jullie schreven, als één tekst. Reacties en werkstand blijven eruit.
            </Trans>
          </p>
          <SelectField
            label={t`Wat wil je hebben?`}
            value={chosen ?? ""}
            onChange={({ target }) => onChoose(target.value || undefined)}
          >
            <option value="">{t`De hele zelfevaluatie`}</option>
            {reading.norms.map(({ code, title }) => (
              <option key={code} value={code}>
                {t`Norm ${code}: ${title}`}
              </option>
            ))}
          </SelectField>
          <PrintTools print={{ organisation, of: "self-evaluation", norm: chosen }} />
        </div>
        {chosen === undefined && (
          <nav className={styles.contents} aria-label={t`Inhoud`}>
            <ol>
              <li>
                <Link from="/o/$organisation/zelfevaluatie/afdrukken" to="." hash="bibliotheek">
                  <Trans>De bibliotheek</Trans>
                </Link>
              </li>
              {reading.norms.map(({ code, title }) => (
                <li key={code}>
                  <Link
                    from="/o/$organisation/zelfevaluatie/afdrukken"
                    to="."
                    hash={`norm-${code}`}
                  >
                    {code} {title}
                  </Link>
                </li>
              ))}
            </ol>
          </nav>
        )}
      </MarginRow>
      <Context reading={context} />
      {shown.map((one) => {
        const norm = readFragment(NormInReadingFragmentDoc, one);
        const heading = `norm-${norm.code}`;
        return (
          <section key={norm.code} className={styles.norm} aria-labelledby={heading}>
            <MarginRow>
              <h2 id={heading} className={styles.title} tabIndex={-1}>
                <span className={styles.code}>
                  <Trans>Norm {norm.code}</Trans>
                </span>{" "}
                {norm.title}
              </h2>
              <p className={styles.question}>{norm.question}</p>
              {norm.wording === "own" && (
                <p className={styles.wording}>
                  <Trans>In eigen woorden. De officiële tekst staat in het kader van CBCT.</Trans>
                </p>
              )}
            </MarginRow>
            <NormInReading organisation={organisation} norm={norm} level={3} />
          </section>
        );
      })}
    </MarginPage>
  );
}
