import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { writeDayOf } from "../../i18n/dates.ts";
import { useSituation } from "../self-evaluation/use-situation.ts";
import { useOverview } from "../self-evaluation/use-overview.ts";
import { useLastSubmission } from "../submission/use-versions.ts";
import styles from "./TodayAside.module.css";

/** Which norms were submitted and when, and which not yet; nothing before the first. */
export function SubmittedNorms({ organisation }: { readonly organisation: string }) {
  const { i18n } = useLingui();
  const norms = useOverview()?.norms ?? [];
  const lastOf = useLastSubmission();
  const known = useSituation()?.submissions ?? [];
  const submitted = norms.flatMap(({ code }) => {
    const last = lastOf(code);
    const isChanged = known.find(({ norm }) => norm === code)?.isChanged === true;
    return last === null ? [] : [{ code, last, isChanged }];
  });
  if (submitted.length === 0) return null;
  const open = norms.filter(({ code }) => lastOf(code) === null).map(({ code }) => code);
  const list = new Intl.ListFormat(i18n.locale).format(open);
  return (
    <section aria-labelledby="ingediend">
      <h2 id="ingediend">
        <Trans>Ingediend</Trans>
      </h2>
      <ul className={styles.list}>
        {submitted.map(({ code, last, isChanged }) => (
          <li key={code}>
            <Link to="/o/$organisation/indieningen/$id" params={{ organisation, id: last.id }}>
              <Trans>norm {code}</Trans>
            </Link>
            , {writeDayOf(last.submittedAt, i18n.locale)}
            {isChanged && (
              <>
                {", "}
                <Trans>daarna veranderd</Trans>
              </>
            )}
          </li>
        ))}
      </ul>
      {open.length > 0 && (
        <p>
          <Trans>Nog niet ingediend: norm {list}.</Trans>
        </p>
      )}
    </section>
  );
}
