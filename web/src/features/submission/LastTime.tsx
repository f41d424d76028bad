import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { writeDayOf, writeTime } from "../../i18n/dates.ts";
import { useSincePlaces } from "../next-step/use-since-places.ts";
import type { Since } from "../self-evaluation/situation.ts";
import { PlacesOfNorm } from "./PlacesOfNorm.tsx";
import { useVersionsOf } from "./use-versions.ts";
import styles from "./SubmitSection.module.css";

interface Props {
  readonly organisation: string;
  readonly norm: string;
  readonly last: { readonly id: string; readonly submittedAt: string };
  /** Where something was written since; null while that isn't known. */
  readonly since: Since | null;
}

/** When a norm was handed in last, and where something was written since. */
export function LastTime({ organisation, norm, last: { id, submittedAt }, since }: Props) {
  const { i18n } = useLingui();
  const day = writeDayOf(submittedAt, i18n.locale);
  const time = writeTime(submittedAt, i18n.locale);
  const placesOf = useSincePlaces();
  const places = since === null ? [] : placesOf(since);
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
      {places.length > 0 && (
        <>
          <p className={styles.since}>
            <Trans>Daarna is hier nog iets veranderd. Auditors zien dat niet:</Trans>
          </p>
          <PlacesOfNorm organisation={organisation} norm={norm} places={places} />
        </>
      )}
      <Earlier organisation={organisation} norm={norm} />
    </div>
  );
}

/** The versions that a later one took the place of. */
function Earlier({ organisation, norm }: Pick<Props, "organisation" | "norm">) {
  const { i18n } = useLingui();
  const [, ...replaced] = useVersionsOf(norm);
  if (replaced.length === 0) return null;
  return (
    <details>
      <summary>
        <Plural
          value={replaced.length}
          one="# eerdere versie, vervangen"
          other="# eerdere versies, vervangen"
        />
      </summary>
      <ul>
        {replaced.map(({ id, submittedAt }) => (
          <li key={id}>
            <Link to="/o/$organisation/indieningen/$id" params={{ organisation, id }}>
              <Trans>
                Ingediend op {writeDayOf(submittedAt, i18n.locale)} om{" "}
                {writeTime(submittedAt, i18n.locale)} uur
              </Trans>
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
