import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import styles from "./Navigation.module.css";

interface Props {
  readonly organisation: string;
  /** The norms of the running self-evaluation; empty when there is none to see. */
  readonly norms: readonly { readonly code: string; readonly title: string }[];
}

export function Navigation({ organisation, norms }: Props) {
  return (
    <ul className={styles.list}>
      <li>
        <Link
          className={styles.link}
          to="/o/$organisation"
          params={{ organisation }}
          activeOptions={{ exact: true }}
        >
          <Trans>Vandaag</Trans>
        </Link>
      </li>
      {norms.length > 0 && (
        <li>
          <span className={styles.group} id="navigation-self-evaluation">
            <Trans>Zelfevaluatie</Trans>
          </span>
          <ul className={styles.norms} aria-labelledby="navigation-self-evaluation">
            {norms.map(({ code, title }) => (
              <li key={code}>
                <Link
                  className={styles.norm}
                  to="/o/$organisation/zelfevaluatie/$norm"
                  params={{ organisation, norm: code }}
                >
                  <span className={styles.code}>{code}</span> <span>{title}</span>
                </Link>
              </li>
            ))}
          </ul>
        </li>
      )}
    </ul>
  );
}
