import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { WorkBar, WorkStateLine } from "../self-evaluation/WorkStates.tsx";
import { DueText } from "./DueText.tsx";
import { nobody, shares } from "./tasks.ts";
import type { Task } from "./tasks.ts";
import styles from "./WhoHasWhat.module.css";

interface Props {
  readonly organisation: string;
  readonly tasks: readonly Task[];
  readonly personId: string;
}

/** The work of the whole library by person; each name leads to what that person has. */
export function WhoHasWhat({ organisation, tasks, personId }: Props) {
  return (
    <section className={styles.who} aria-labelledby="wie-heeft-wat">
      <h2 id="wie-heeft-wat">
        <Trans>Wie heeft wat</Trans>
      </h2>
      <ul className={styles.people}>
        {shares(tasks).map(({ person, counts, dueOn }) => (
          <li key={person?.personId ?? nobody} className={styles.person}>
            <Link
              className={styles.name}
              to="/o/$organisation/werk"
              params={{ organisation }}
              search={person?.personId === personId ? {} : { van: person?.personId ?? nobody }}
              activeOptions={{ exact: true, includeSearch: true }}
            >
              {person === null ? (
                <Trans>Nog niet verdeeld</Trans>
              ) : person.personId === personId ? (
                <Trans>{person.name} (jij)</Trans>
              ) : (
                person.name
              )}
            </Link>
            <div className={styles.work}>
              <WorkBar counts={counts} />
              <WorkStateLine counts={counts} />
            </div>
            {dueOn !== null && <DueText day={dueOn} />}
          </li>
        ))}
      </ul>
      <p className={styles.note}>
        <Trans>Een balk toont welk deel van het werk klaar is. Ja of nee telt nergens mee.</Trans>
      </p>
    </section>
  );
}
