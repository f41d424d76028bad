import { Trans, useLingui } from "@lingui/react/macro";
import { writeDay } from "../../i18n/dates.ts";
import type { Overview } from "../self-evaluation/use-overview.ts";
import { EditionEnds } from "./EditionEnds.tsx";

/** What is known of the audit, and what holds then. */
export function Calendar({ cycle }: Pick<Overview, "cycle">) {
  const { i18n } = useLingui();
  const { auditOn, announcedQuarter, certificateExpiresOn } = cycle;
  return (
    <section>
      <h2>
        <Trans>Op de kalender</Trans>
      </h2>
      <dl>
        <dt>
          <Trans>Audit</Trans>
        </dt>
        <dd>
          {auditOn !== null ? (
            writeDay(auditOn, i18n.locale)
          ) : (
            <Quarter quarter={announcedQuarter} />
          )}
        </dd>
        {certificateExpiresOn !== null && (
          <>
            <dt>
              <Trans>Certificaat geldig tot</Trans>
            </dt>
            <dd>{writeDay(certificateExpiresOn, i18n.locale)}</dd>
          </>
        )}
      </dl>
      <EditionEnds />
    </section>
  );
}

function Quarter({ quarter }: { readonly quarter: string | null }) {
  const match = /^(\d{4})-Q([1-4])$/.exec(quarter ?? "");
  if (match === null) return <Trans>nog niet bekend</Trans>;
  const [, year, number] = match;
  return (
    <Trans>
      {number}e kwartaal van {year}
    </Trans>
  );
}
