import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { AccessLogDocument } from "../../gql/graphql.ts";
import type { AccessLogQueryVariables } from "../../gql/graphql.ts";
import { writeFullDay } from "../../i18n/dates.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { MarginPage, MarginRow } from "../../ui/Margin.tsx";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { useLoaded } from "../../network/use-loaded.ts";
import { useMore } from "../../network/use-more.ts";
import { byDayAndReader, isBy } from "./by-reader.ts";
import type { Lookers } from "./lookers.ts";
import styles from "./AccessLogPage.module.css";
import { ReaderOfDay } from "./ReaderOfDay.tsx";

interface Props {
  readonly variables: AccessLogQueryVariables;
  readonly name: string;
  /** Only the looks of these; absent for all. */
  readonly by: Lookers | undefined;
}

/** Who of outside opened what of this library, by which right: by day, and within a day by reader. */
export function AccessLogPage({ variables, name, by }: Props) {
  const { t, i18n } = useLingui();
  const page = useLoaded(AccessLogDocument, variables)?.accessLog;
  const more = useMore(AccessLogDocument, (before: string) => ({ ...variables, before }));
  if (!page) return null;
  const shown = by === undefined ? page.entries : page.entries.filter((look) => isBy(by, look));
  return (
    <MarginPage>
      <PageHeader
        title={t`Inzagelogboek`}
        eyebrow={name}
        lead={<Trans>Wie van buiten jullie bibliotheek iets heeft geopend, en wanneer.</Trans>}
      />
      <div className={styles.log}>
        <MarginRow margin={<About organisation={variables.organisationId} />}>
          {page.entries.length === 0 ? (
            <EmptyState title={t`Er heeft nog niemand van buiten gekeken`}>
              <p>
                <Trans>
                  Kijkt een adviseur mee of leest een auditor wat jullie indienden, dan staat dat
                  hier meteen. Bijvoorbeeld: ‘Een adviseur bekeek hoe ver jullie zijn, om 14.02
                  uur’.
                </Trans>
              </p>
            </EmptyState>
          ) : (
            <>
              <Filter organisation={variables.organisationId} />
              {shown.length === 0 && (
                <p className={styles.none}>
                  {page.nextBefore === null ? (
                    <Trans>Van hen staat er niets in het logboek.</Trans>
                  ) : (
                    <Trans>In wat nu geladen is, staat niets van hen.</Trans>
                  )}
                </p>
              )}
              {byDayAndReader(shown).map(({ day, readers }) => (
                <section key={day} className={styles.day} aria-labelledby={`day-${day}`}>
                  <h2 id={`day-${day}`}>{writeFullDay(day, i18n.locale)}</h2>
                  <ul className={styles.readers}>
                    {readers.map((reader) => (
                      <ReaderOfDay
                        key={`${reader.name} ${reader.organisation} ${reader.via}`}
                        reader={reader}
                      />
                    ))}
                  </ul>
                </section>
              ))}
              <MoreButton more={more} place={page.nextBefore}>
                <Trans>Toon oudere regels</Trans>
              </MoreButton>
            </>
          )}
        </MarginRow>
      </div>
    </MarginPage>
  );
}

function Filter({ organisation }: { readonly organisation: string }) {
  const { t } = useLingui();
  const options = [
    { wie: undefined, text: <Trans>Iedereen</Trans> },
    { wie: "meekijkers", text: <Trans>Wie meekijkt</Trans> },
    { wie: "auditors", text: <Trans>Auditors</Trans> },
  ] as const;
  return (
    <nav aria-label={t`Laat zien:`}>
      <ul className={styles.filter}>
        {options.map(({ wie, text }) => (
          <li key={wie ?? "all"}>
            <Link
              to="/o/$organisation/inzage"
              params={{ organisation }}
              search={wie === undefined ? {} : { wie }}
              activeOptions={{ exact: true, includeSearch: true }}
              resetScroll={false}
            >
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function About({ organisation }: { readonly organisation: string }) {
  return (
    <section className={styles.about}>
      <h2>
        <Trans>Wat hier staat</Trans>
      </h2>
      <p>
        <Trans>
          Alles wat iemand van buiten opent, wordt eerst opgeschreven en dan pas getoond. In
          Toetssteen kan niemand een regel weghalen. Gebeurt dat toch, dan is het te zien.
        </Trans>
      </p>
      <p>
        <Trans>
          Bij{" "}
          <Link to="/o/$organisation/meekijken" params={{ organisation }}>
            Wie kijkt mee
          </Link>{" "}
          stop je het meekijken. Opdrachten van auditors geeft de certificeerder, en die eindigen
          vanzelf.
        </Trans>
      </p>
    </section>
  );
}
