import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { cx } from "../../ui/cx.ts";
import styles from "./OnThisPage.module.css";
import { useSectionInView } from "./use-section-in-view.ts";

export interface Place {
  /** Of the heading where it begins. */
  readonly id: string;
  readonly name: string;
  /** Set apart from the place before it. */
  readonly isApart?: boolean;
}

/**
 * The places of a long page, each a link that can be kept and sent on. Stays in sight while one scrolls; on a narrow
 * screen it is a line that says where one is and opens into the list.
 */
export function OnThisPage({ places }: { readonly places: readonly Place[] }) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const current = useSectionInView(places.map(({ id }) => id));
  const here = places.find(({ id }) => id === current)?.name;
  return (
    <nav className={styles.nav} aria-label={t`Op deze pagina`}>
      <button
        type="button"
        className={styles.opener}
        aria-expanded={isOpen}
        aria-controls="op-deze-pagina"
        onClick={() => setOpen(!isOpen)}
      >
        <Trans>Op deze pagina</Trans>
        {here !== undefined && <span className={styles.here}>{here}</span>}
      </button>
      <ul id="op-deze-pagina" className={cx(styles.list, isOpen && styles.open)}>
        {places.map(({ id, name, isApart }) => (
          <li key={id} className={cx(isApart && styles.apart)}>
            <Link
              from="/o/$organisation/zelfevaluatie/$norm"
              to="."
              hash={id}
              className={styles.link}
              data-name={name}
              // The router says which one the address names; which one is being read is for the eye.
              activeOptions={{ includeHash: true, exact: true }}
              data-here={id === current || undefined}
              onClick={() => setOpen(false)}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
