import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { writeDaysAgo } from "../../i18n/dates.ts";
import { useNow } from "../../i18n/now.ts";
import { DueText } from "./DueText.tsx";
import { PartLink } from "./PartLink.tsx";
import { dueFirst } from "./tasks.ts";
import type { MyWork } from "./use-my-work.ts";
import styles from "./Waiting.module.css";

interface Props extends Pick<MyWork, "questions" | "plans"> {
  readonly organisation: string;
}

/** What else waits for somebody: comments that mention them, and plans that they carry out. */
export function Waiting({ organisation, questions, plans }: Props) {
  const { i18n } = useLingui();
  const now = useNow();
  return (
    <div className={styles.waiting}>
      {questions.length > 0 && (
        <section>
          <h2>
            <Trans>Opmerkingen voor jou</Trans>
          </h2>
          <ul className={styles.list}>
            {questions.map(({ id, part, norm, from, at }) => (
              <li key={id}>
                <Link
                  to="/o/$organisation/zelfevaluatie/$norm"
                  params={{ organisation, norm }}
                  hash={`opmerking-${id}`}
                >
                  <Trans>
                    {from} bij {part}
                  </Trans>
                </Link>{" "}
                · {writeDaysAgo(at, now, i18n.locale)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {plans.length > 0 && (
        <section>
          <h2>
            <Trans>Plannen die jij uitvoert</Trans>
          </h2>
          <ul className={styles.list}>
            {plans.toSorted(dueFirst).map(({ part, norm, dueOn }) => (
              <li key={part}>
                <PartLink
                  organisation={organisation}
                  task={{ part, norm, kind: part === norm ? "NORM" : "INDICATOR" }}
                >
                  <Trans>Plan bij {part}</Trans>
                </PartLink>
                {dueOn !== null && <DueText day={dueOn} />}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
