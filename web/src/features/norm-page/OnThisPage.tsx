import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useSyncExternalStore } from "react";
import { createPortal } from "react-dom";
import styles from "./OnThisPage.module.css";
import { useSectionInView } from "./use-section-in-view.ts";

export interface Place {
  /** Of the heading where it begins. */
  readonly id: string;
  readonly name: string;
}

interface Props {
  readonly norm: string;
  /** Places with short names share a line. */
  readonly lines: readonly (readonly Place[])[];
}

/**
 * The places of a long page, each a link that can be kept and sent on. They hang under the page's own line in the main
 * menu, as in a table of contents, where they stay in sight and cover nothing.
 */
export function OnThisPage({ norm, lines }: Props) {
  const { t } = useLingui();
  // The menu is put on the page together with this page when it is the first to open; React looks again then.
  const menuLine = useSyncExternalStore(never, () =>
    document.querySelector(`[data-norm="${norm}"]`),
  );
  const current = useSectionInView(lines.flat().map(({ id }) => id));
  if (menuLine === null) return null;
  return createPortal(
    <ul className={styles.list} aria-label={t`Op deze pagina`}>
      {lines.map((places) =>
        places.map(({ id, name }, index) => (
          <li key={id} className={index === 0 ? styles.first : undefined}>
            <Link
              from="/o/$organisation/zelfevaluatie/$norm"
              to="."
              hash={id}
              className={styles.link}
              // The router says which one the address names; which one is being read is for the eye.
              activeOptions={{ includeHash: true, exact: true }}
              data-here={id === current || undefined}
            >
              {name}
            </Link>
          </li>
        )),
      )}
    </ul>,
    menuLine,
  );
}

function never(): () => void {
  return () => undefined;
}
