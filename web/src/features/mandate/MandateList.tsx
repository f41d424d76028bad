import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { MandateDatesFragment } from "../../gql/graphql.ts";
import { lastDayBefore, writeDay, writeDayOf } from "../../i18n/dates.ts";
import styles from "./MandateList.module.css";

interface Props {
  readonly running: readonly MandateDatesFragment[];
  readonly upcoming: readonly MandateDatesFragment[];
}

/** What an auditor may read now, and from when on what comes. */
export function MandateList({ running, upcoming }: Props) {
  const { i18n } = useLingui();
  return (
    <>
      {running.length > 0 && (
        <section className={styles.section} aria-labelledby="running">
          <h2 id="running">
            <Trans>Te lezen</Trans>
          </h2>
          <ul className={styles.list}>
            {running.map(({ id, libraryName, closesAt }) => (
              <li key={id}>
                <Link
                  className={styles.library}
                  to="/opdracht/$mandate"
                  params={{ mandate: id }}
                  preload={false}
                >
                  {libraryName}
                </Link>
                <span className={styles.days}>
                  <Trans>tot en met {writeDay(lastDayBefore(closesAt), i18n.locale)}</Trans>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {upcoming.length > 0 && (
        <section className={styles.section} aria-labelledby="upcoming">
          <h2 id="upcoming">
            <Trans>Komt eraan</Trans>
          </h2>
          <ul className={styles.list}>
            {upcoming.map(({ id, libraryName, opensAt, closesAt }) => (
              <li key={id}>
                <span className={styles.library}>{libraryName}</span>
                <span className={styles.days}>
                  <Trans>
                    van {writeDayOf(opensAt, i18n.locale)} tot en met{" "}
                    {writeDay(lastDayBefore(closesAt), i18n.locale)}
                  </Trans>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
