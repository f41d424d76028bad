import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { writeTime } from "../../i18n/dates.ts";
import type { Reader } from "./by-reader.ts";
import styles from "./AccessLogPage.module.css";

/** What one person of outside opened on one day, in plain words. */
export function ReaderOfDay({ reader }: { readonly reader: Reader }) {
  return (
    <li>
      <p className={styles.reader}>
        <strong>{reader.name}</strong>, {reader.organisation}
      </p>
      <ul className={styles.opened}>
        {reader.opened.map(({ what, file, times }) => (
          <li key={what}>
            <Opened what={what} file={file} /> <Times times={times} />
          </li>
        ))}
      </ul>
      <p className={styles.via}>
        <Via via={reader.via} />
      </p>
    </li>
  );
}

/** The root field that was asked for, as what it shows; or a file, by its name. */
function Opened({ what, file }: { readonly what: string; readonly file: string | null }) {
  if (file !== null) return <Trans>las het bestand {file}</Trans>;
  switch (what) {
    case "overseen":
      return <Trans>bekeek hoe ver jullie per norm zijn</Trans>;
    case "submission":
      return <Trans>las een ingediende norm</Trans>;
    case "submissionPrint":
      return <Trans>downloadde een ingediende norm</Trans>;
    case "submissions":
      return <Trans>bekeek welke normen jullie indienden</Trans>;
    default:
      return <Trans>opende iets anders ({what})</Trans>;
  }
}

function Times({ times }: { readonly times: readonly string[] }) {
  const { i18n } = useLingui();
  const [last] = times;
  if (last === undefined) return null;
  const time = <time dateTime={last}>{writeTime(last, i18n.locale)}</time>;
  const count = plural(times.length, { one: "# keer", other: "# keer" });
  return (
    <span className={styles.times}>
      {times.length === 1 ? (
        <Trans>om {time} uur</Trans>
      ) : (
        <Trans>
          {count}, het laatst om {time} uur
        </Trans>
      )}
    </span>
  );
}

/** Why this person could. */
function Via({ via }: { readonly via: string }) {
  if (via === "mandate")
    return <Trans>Dat mag zolang een opdracht van de certificeerder loopt.</Trans>;
  if (via.startsWith("oversight:"))
    return <Trans>Dat mag, omdat jullie deze organisatie laten meekijken.</Trans>;
  return <Trans>Recht: {via}</Trans>;
}
