import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { OverseenRowFragment } from "../../gql/graphql.ts";
import { writeDaysAgo } from "../../i18n/dates.ts";
import { WaitingList } from "../../ui/WaitingList.tsx";
import { planningOf, toCall } from "./planning-of.ts";
import { PlanningText } from "./PlanningText.tsx";

interface Props {
  readonly organisation: string;
  readonly libraries: readonly OverseenRowFragment[];
  readonly now: Date;
}

/** More is a list to search, and that is the members' own page. */
const mostShown = 8;

/** Libraries that ask for a call, with why and when somebody last worked there; nothing where none does. */
export function CallList({ organisation, libraries, now }: Props) {
  const { i18n } = useLingui();
  const asking = toCall(libraries, now).slice(0, mostShown);
  return (
    <WaitingList
      id="bellen"
      title={<Trans>Wie op een telefoontje wacht</Trans>}
      rows={asking.map((library) => {
        const { name, id } = library.organisation;
        const active = library.lastActiveOn;
        return {
          id,
          what: (
            <Link
              to="/o/$organisation/leden"
              params={{ organisation }}
              search={{ zoek: name }}
              preload={false}
            >
              {name}
            </Link>
          ),
          why: (
            <>
              <PlanningText planning={planningOf(library, now)} />
              {" · "}
              {active === null ? (
                <Trans>nog niet begonnen</Trans>
              ) : (
                <Trans>laatst bezig: {writeDaysAgo(`${active}T12:00:00Z`, now, i18n.locale)}</Trans>
              )}
            </>
          ),
        };
      })}
    />
  );
}
