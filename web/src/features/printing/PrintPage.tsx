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
import { isEmpty, onlyFilled } from "../reading/only-filled.ts";
import styles from "./PrintPage.module.css";
import { PrintTools } from "./PrintTools.tsx";

/** What is shown; stands in the address of the page. */
export interface Choice {
  readonly norm: string | undefined;
  readonly isOnlyFilled: boolean;
}

interface Props {
  readonly organisation: string;
  readonly reading: NonNullable<SelfEvaluationReadingQuery["selfEvaluationReading"]>;
  /** Code of the one norm that is shown; without it all of them are. */
  readonly chosen: string | undefined;
  readonly isOnlyFilled: boolean;
  readonly onChoose: (choice: Choice) => void;
}

/** The self-evaluation as one text, to read through, to print and to take along. */
export function PrintPage({ organisation, reading, chosen, isOnlyFilled, onChoose }: Props) {
  const { t, i18n } = useLingui();
  const today = writeToday(useNow(), i18n.locale);
  const context = readFragment(ReadingContextFragmentDoc, reading);
  const all = reading.norms.map((one) => readFragment(NormInReadingFragmentDoc, one));
  const filled = isOnlyFilled ? all.map(onlyFilled) : all;
  const shown = filled.filter((norm) =>
    chosen === undefined ? !isOnlyFilled || !isEmpty(norm) : norm.code === chosen,
  );
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
              Alles wat jullie schreven, als één tekst. Opmerkingen en de stand van het werk staan
              er niet in.
            </Trans>
          </p>
          <SelectField
            label={t`Wat wil je hebben?`}
            value={chosen ?? ""}
            onChange={({ target }) => onChoose({ norm: target.value || undefined, isOnlyFilled })}
          >
            <option value="">{t`De hele zelfevaluatie`}</option>
            {reading.norms.map(({ code, title }) => (
              <option key={code} value={code}>
                {t`Norm ${code}: ${title}`}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={t`Wat komt erin?`}
            value={isOnlyFilled ? "filled" : ""}
            onChange={({ target }) =>
              onChoose({ norm: chosen, isOnlyFilled: target.value === "filled" })
            }
          >
            <option value="">{t`Alles, ook wat nog leeg is`}</option>
            <option value="filled">{t`Alleen wat ingevuld is`}</option>
          </SelectField>
          <PrintTools print={{ organisation, of: "self-evaluation", norm: chosen, isOnlyFilled }} />
        </div>
        {chosen === undefined && (
          <nav className={styles.contents} aria-label={t`Inhoud`}>
            <ol>
              <li>
                <Link from="/o/$organisation/zelfevaluatie/afdrukken" to="." hash="bibliotheek">
                  <Trans>De bibliotheek</Trans>
                </Link>
              </li>
              {shown.map(({ code, title }) => (
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
      {shown.map((norm) => {
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
