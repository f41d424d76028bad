import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { Opens } from "../identity/what-opens.ts";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import styles from "./Navigation.module.css";

interface Props {
  readonly organisation: string;
  /** The norms of the running self-evaluation; empty when there is none to see. */
  readonly norms: readonly { readonly code: string; readonly title: string }[];
  readonly opens: Opens;
  /** Parts of the self-evaluation that wait for whoever looks. */
  readonly workToDo: number;
}

function Count({ count }: { readonly count: number }) {
  return (
    <>
      <span className={styles.count} aria-hidden="true">
        {count}
      </span>
      <VisuallyHidden>
        , <Trans>{count} te doen</Trans>
      </VisuallyHidden>
    </>
  );
}

/** The pages that somebody's hat opens. */
export function Navigation({ organisation, norms, opens, workToDo }: Props) {
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
      {opens.overseen && (
        <li>
          {/* Every look is written into the log of the libraries, so it isn't done by hovering. */}
          <Link
            className={styles.link}
            to="/o/$organisation/leden"
            params={{ organisation }}
            preload={false}
          >
            <Trans>Leden</Trans>
          </Link>
        </li>
      )}
      {opens.planning && (
        <li>
          <Link className={styles.link} to="/o/$organisation/planning" params={{ organisation }}>
            <Trans>Planning</Trans>
          </Link>
        </li>
      )}
      {norms.length > 0 && (
        <li>
          <Link className={styles.link} to="/o/$organisation/werk" params={{ organisation }}>
            <Trans>Mijn werk</Trans>
            {workToDo > 0 && <Count count={workToDo} />}
          </Link>
        </li>
      )}
      {norms.length > 0 && (
        <li>
          <span className={styles.group} id="navigation-self-evaluation">
            <Trans>Zelfevaluatie</Trans>
          </span>
          <ul className={styles.norms} aria-labelledby="navigation-self-evaluation">
            <li>
              <Link
                className={styles.norm}
                to="/o/$organisation/zelfevaluatie/ambities"
                params={{ organisation }}
              >
                <span className={styles.whole}>
                  <Trans>Ambities en knelpunten</Trans>
                </span>
              </Link>
            </li>
            {norms.map(({ code, title }) => (
              // The page of a norm hangs its places here.
              <li key={code} data-norm={code}>
                <Link
                  className={styles.norm}
                  to="/o/$organisation/zelfevaluatie/$norm"
                  params={{ organisation, norm: code }}
                >
                  <span className={styles.code}>{code}</span> <span>{title}</span>
                </Link>
              </li>
            ))}
            <li>
              <Link
                className={styles.norm}
                to="/o/$organisation/zelfevaluatie/afdrukken"
                params={{ organisation }}
              >
                <span className={styles.whole}>
                  <Trans>Afdrukken en downloaden</Trans>
                </span>
              </Link>
            </li>
          </ul>
        </li>
      )}
      {opens.evidence && (
        <li>
          <Link
            className={styles.link}
            to="/o/$organisation/bewijsstukken"
            params={{ organisation }}
          >
            <Trans>Bewijsstukken</Trans>
          </Link>
        </li>
      )}
      {opens.profile && (
        <li>
          <Link className={styles.link} to="/o/$organisation/profiel" params={{ organisation }}>
            <Trans>Bibliotheekprofiel</Trans>
          </Link>
        </li>
      )}
      <li>
        <Link className={styles.link} to="/o/$organisation/mensen" params={{ organisation }}>
          <Trans>Mensen</Trans>
        </Link>
      </li>
      {opens.oversight && (
        <li>
          <Link className={styles.link} to="/o/$organisation/meekijken" params={{ organisation }}>
            <Trans>Wie kijkt mee</Trans>
          </Link>
        </li>
      )}
      {opens.accessLog && (
        <li>
          <Link className={styles.link} to="/o/$organisation/inzage" params={{ organisation }}>
            <Trans>Inzagelogboek</Trans>
          </Link>
        </li>
      )}
    </ul>
  );
}
