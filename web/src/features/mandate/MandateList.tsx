import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { MandateDatesFragment } from "../../gql/graphql.ts";
import { lastDayBefore, timeLeft, writeDay, writeDayOf } from "../../i18n/dates.ts";
import { useNow } from "../../i18n/now.ts";
import { byLibrary } from "../identity/by-library.ts";
import styles from "./MandateList.module.css";
import { NormOfMandate } from "../identity/NormOfMandate.tsx";

interface Props {
  readonly running: readonly MandateDatesFragment[];
  readonly upcoming: readonly MandateDatesFragment[];
}

/** What an auditor may read now, and from when on what comes: a card for each library, with its norms. */
export function MandateList({ running, upcoming }: Props) {
  const { i18n } = useLingui();
  return (
    <>
      {running.length > 0 && (
        <section className={styles.section} aria-labelledby="running">
          <h2 id="running">
            <Trans>Te lezen</Trans>
          </h2>
          <Libraries
            mandates={running}
            line={(mandate) => (
              <>
                <Link to="/opdracht/$mandate" params={{ mandate: mandate.id }} preload={false}>
                  <NormOfMandate mandate={mandate} among={running} />
                </Link>
                <span className={styles.days}>
                  <Trans>tot en met {writeDay(lastDayBefore(mandate.closesAt), i18n.locale)}</Trans>
                  , <DaysLeft closesAt={mandate.closesAt} />
                </span>
              </>
            )}
          />
        </section>
      )}
      {upcoming.length > 0 && (
        <section className={styles.section} aria-labelledby="upcoming">
          <h2 id="upcoming">
            <Trans>Komt eraan</Trans>
          </h2>
          <Libraries
            mandates={upcoming}
            line={(mandate) => (
              <>
                <span>
                  <NormOfMandate mandate={mandate} among={upcoming} />
                </span>
                <span className={styles.days}>
                  <Trans>
                    van {writeDayOf(mandate.opensAt, i18n.locale)} tot en met{" "}
                    {writeDay(lastDayBefore(mandate.closesAt), i18n.locale)}
                  </Trans>
                </span>
              </>
            )}
          />
        </section>
      )}
    </>
  );
}

interface LibrariesProps {
  readonly mandates: readonly MandateDatesFragment[];
  readonly line: (mandate: MandateDatesFragment) => ReactNode;
}

function Libraries({ mandates, line }: LibrariesProps) {
  return (
    <ul className={styles.list}>
      {byLibrary(mandates).map((library) => (
        <li key={library.organisationId}>
          <h3 className={styles.library}>{library.libraryName}</h3>
          <ul className={styles.norms}>
            {library.mandates.map((mandate) => (
              <li key={mandate.id}>{line(mandate)}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** How long something can be read yet; the last day counts. */
function DaysLeft({ closesAt }: { readonly closesAt: string }) {
  const { unit, count } = timeLeft(lastDayBefore(closesAt), useNow());
  if (unit === "weeks") return <Plural value={count} one="nog # week" other="nog # weken" />;
  return <Plural value={count} _0="vandaag voor het laatst" one="nog # dag" other="nog # dagen" />;
}
