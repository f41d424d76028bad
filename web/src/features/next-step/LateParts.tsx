import { Plural, Trans } from "@lingui/react/macro";
import { daysBetween, lateParts } from "@toetssteen/norms";
import { getRouteApi, Link } from "@tanstack/react-router";
import { PartPlace, PlaceLink } from "../self-evaluation/PartPlace.tsx";
import { useSituation } from "../self-evaluation/use-situation.ts";
import styles from "./TodayAside.module.css";

const organisationRoute = getRouteApi("/o/$organisation");
/** The rest is on the page of the work. */
const mostShown = 5;

/** What should have been ready: everybody's for who leads the work, else one's own. The oldest first; nothing where nothing is. */
export function LateParts({ organisation }: { readonly organisation: string }) {
  const { hat } = organisationRoute.useRouteContext();
  const situation = useSituation();
  if (situation === null) return null;
  const leads = situation.mayDivide || hat.roles.includes("DIRECTOR");
  const late = lateParts(situation).filter(
    ({ assignee }) => leads || assignee?.personId === situation.personId,
  );
  if (late.length === 0) return null;
  return (
    <section aria-labelledby="te-laat">
      <h2 id="te-laat">
        <Trans>Te laat</Trans>
      </h2>
      <ul className={styles.list}>
        {late.slice(0, mostShown).map(({ part, norm, assignee, dueOn }) => (
          <li key={part}>
            <PlaceLink organisation={organisation} part={part} norm={norm}>
              <PartPlace part={part} norm={norm} />
            </PlaceLink>{" "}
            {assignee === null ? <Trans>niet verdeeld</Trans> : assignee.name}
            {", "}
            <span className={styles.late}>
              <Plural
                value={dueOn === null ? 0 : daysBetween(dueOn, situation.today)}
                one="# dag te laat"
                other="# dagen te laat"
              />
            </span>
          </li>
        ))}
      </ul>
      {late.length > mostShown && (
        <p>
          <Link to="/o/$organisation/werk" params={{ organisation }}>
            <Trans>Alle {late.length} op Mijn werk</Trans>
          </Link>
        </p>
      )}
    </section>
  );
}
