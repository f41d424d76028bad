import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReadingContextFragment } from "../../gql/graphql.ts";
import { writeDay } from "../../i18n/dates.ts";
import { MarginRow } from "../../ui/Margin.tsx";
import { Passages } from "./Passages.tsx";
import styles from "./Reading.module.css";

/** What holds for every norm: what the library wants and runs into, and the facts that decide what applies. */
export function Context({ reading }: { readonly reading: ReadingContextFragment }) {
  const { passages, edition } = reading;
  return (
    <section className={styles.section} aria-labelledby="bibliotheek">
      <MarginRow>
        <h2 id="bibliotheek" className={styles.heading}>
          <Trans>De bibliotheek</Trans>
        </h2>
        <p className={styles.facts}>
          <Facts profile={reading.profile} />
        </p>
        <p className={styles.facts}>
          {edition}
          <Dates cycle={reading.cycle} />
        </p>
        <Passages passages={passages} />
      </MarginRow>
    </section>
  );
}

function Facts({
  profile: { vobMember, runsIdo, locations },
}: Pick<ReadingContextFragment, "profile">) {
  return (
    <>
      {vobMember ? <Trans>Lid van de VOB</Trans> : <Trans>Geen lid van de VOB</Trans>}
      {" · "}
      {runsIdo ? <Trans>met een IDO</Trans> : <Trans>zonder IDO</Trans>}
      {locations !== null && (
        <>
          {" · "}
          <Plural value={locations} one="# vestiging" other="# vestigingen" />
        </>
      )}
    </>
  );
}

function Dates({
  cycle: { certificateExpiresOn, announcedQuarter, auditOn },
}: Pick<ReadingContextFragment, "cycle">) {
  const { i18n } = useLingui();
  const [, year, quarter] = /^(\d{4})-Q([1-4])$/.exec(announcedQuarter ?? "") ?? [];
  return (
    <>
      {certificateExpiresOn !== null && (
        <>
          {" · "}
          <Trans>certificaat geldig tot {writeDay(certificateExpiresOn, i18n.locale)}</Trans>
        </>
      )}
      {year !== undefined && (
        <>
          {" · "}
          <Trans>
            audit aangekondigd voor het {quarter}e kwartaal van {year}
          </Trans>
        </>
      )}
      {auditOn !== null && (
        <>
          {" · "}
          <Trans>audit op {writeDay(auditOn, i18n.locale)}</Trans>
        </>
      )}
    </>
  );
}
