import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { writeDayOf, writeTime } from "../../i18n/dates.ts";
import { PlacesOfNorm } from "./PlacesOfNorm.tsx";
import styles from "./SubmitSection.module.css";
import { useWrittenSince } from "./use-written-since.ts";

interface Props {
  readonly organisation: string;
  readonly norm: string;
  readonly last: { readonly id: string; readonly submittedAt: string };
  /** What the page shows of the norm; another as soon as something in it is saved. */
  readonly page: object;
}

/** When a norm was handed in last, and where something was written since. */
export function LastTime({ organisation, norm, last: { id, submittedAt }, page }: Props) {
  const { t, i18n } = useLingui();
  const since = useWrittenSince(organisation, id, page);
  const day = writeDayOf(submittedAt, i18n.locale);
  const time = writeTime(submittedAt, i18n.locale);
  const places =
    since === null
      ? []
      : [
          ...(since.about ? [{ hash: "beeld", name: t`Feiten en eigen beeld` }] : []),
          ...since.parts.map((code) => ({
            hash: /V\d+$/.test(code) ? `question-${code}` : `indicator-${code}`,
            name: code,
          })),
          ...(since.discussions ? [{ hash: "besproken", name: t`Besproken met` }] : []),
          ...(since.unmet ? [{ hash: "niet-gehaald", name: t`Nog niet gehaald` }] : []),
        ];
  return (
    <div className={styles.last}>
      <p>
        <Trans>
          <strong>
            Ingediend op {day} om {time} uur.
          </strong>{" "}
          <Link to="/o/$organisation/indieningen/$id" params={{ organisation, id }}>
            Lees wat auditors lezen
          </Link>
        </Trans>
      </p>
      {since !== null && (places.length > 0 || since.cycle) && (
        <>
          <p className={styles.since}>
            <Trans>Daarna is hier nog iets veranderd. Auditors zien dat niet:</Trans>
          </p>
          <PlacesOfNorm organisation={organisation} norm={norm} places={places}>
            {since.cycle && (
              <li>
                <Link to="/o/$organisation/zelfevaluatie/ambities" params={{ organisation }}>
                  <Trans>Ambities en knelpunten</Trans>
                </Link>
              </li>
            )}
          </PlacesOfNorm>
        </>
      )}
    </div>
  );
}
