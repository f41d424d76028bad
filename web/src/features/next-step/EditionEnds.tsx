import { Trans, useLingui } from "@lingui/react/macro";
import { writeDay } from "../../i18n/dates.ts";
import { useOverview } from "../self-evaluation/use-overview.ts";

/** That the audit comes after the last day of the edition, and whom to ask what holds then; nothing where it doesn't. */
export function EditionEnds() {
  const { i18n } = useLingui();
  const ends = useOverview()?.cycle.editionEndsBeforeAudit ?? null;
  if (ends === null) return null;
  return (
    <p>
      <Trans>
        Deze editie van het kader geldt tot en met {writeDay(ends, i18n.locale)}; de audit kan later
        zijn. Vraag het bureau van de certificeerder welk kader dan geldt.
      </Trans>
    </p>
  );
}
