import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { MandateDatesFragment, SubmittedFragment } from "../../gql/graphql.ts";
import { lastDayBefore, writeDay, writeDayOf } from "../../i18n/dates.ts";
import { useNow } from "../../i18n/now.ts";
import { ErrorPage } from "../../ui/ErrorPage.tsx";
import { SubmissionReading } from "../submission/SubmissionReading.tsx";
import styles from "./MandatePage.module.css";

interface Props {
  /** Null once it is over, or where it never was this person's. */
  readonly mandate: MandateDatesFragment | null;
  readonly upcoming: MandateDatesFragment | null;
  readonly submission: SubmittedFragment | null;
}

/** What an auditor reads as long as the mandate runs; then nothing but that it is over. */
export function MandatePage({ mandate, upcoming, submission }: Props) {
  const { i18n } = useLingui();
  const now = useNow();
  if (upcoming !== null) return <NotYet mandate={upcoming} />;
  if (mandate === null || submission === null || now >= new Date(mandate.closesAt))
    return <Closed />;
  const until = writeDay(lastDayBefore(mandate.closesAt), i18n.locale);
  return (
    <SubmissionReading
      organisation={mandate.organisationId}
      submission={submission}
      notice={
        <p>
          <Trans>
            Je leest wat de bibliotheek indiende; wat ze daarna schreef, staat hier niet. Je
            opdracht loopt <strong>tot en met {until}</strong>.
          </Trans>
        </p>
      }
      margin={
        <section className={styles.margin}>
          <h2>
            <Trans>Je opdracht</Trans>
          </h2>
          <p>
            <Trans>
              Van {writeDayOf(mandate.opensAt, i18n.locale)} tot en met {until}. De bibliotheek ziet
              in het inzagelogboek dat je dit leest.
            </Trans>
          </p>
        </section>
      }
    />
  );
}

function NotYet({ mandate: { opensAt, libraryName } }: { readonly mandate: MandateDatesFragment }) {
  const { t, i18n } = useLingui();
  const day = writeDayOf(opensAt, i18n.locale);
  return (
    <ErrorPage title={t`Deze opdracht is nog niet begonnen`} actions={<Away />}>
      <p>
        <Trans>
          Vanaf {day} lees je hier wat {libraryName} indiende.
        </Trans>
      </p>
    </ErrorPage>
  );
}

function Closed() {
  const { t } = useLingui();
  return (
    <ErrorPage title={t`Deze opdracht is gesloten`} actions={<Away />}>
      <p>
        <Trans>
          De opdracht is afgelopen of ingetrokken. Wat de bibliotheek indiende, kun je niet meer
          lezen. Heb je het nog nodig? Vraag het bureau van de certificeerder.
        </Trans>
      </p>
    </ErrorPage>
  );
}

function Away() {
  return (
    <Link to="/" search={{ kies: true }} preload={false}>
      <Trans>Kies voor wie je verder werkt</Trans>
    </Link>
  );
}
