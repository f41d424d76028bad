import { Trans } from "@lingui/react/macro";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { ReactNode } from "react";
import type { Opens } from "../identity/what-opens.ts";
import { cx } from "../../ui/cx.ts";
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
  const { open, isOne, toggle } = useBranches();
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
          <Branch
            id="navigation-self-evaluation"
            name={<Trans>Zelfevaluatie</Trans>}
            isOpen={open.norms}
            isOne={isOne}
            onToggle={() => toggle("norms")}
          >
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
          </Branch>
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
      {norms.length > 0 ? (
        <li>
          <Branch
            id="navigation-library"
            name={<Trans>Bibliotheek en mensen</Trans>}
            isOpen={open.library}
            onToggle={() => toggle("library")}
          >
            <OwnPages organisation={organisation} opens={opens} isInside />
          </Branch>
        </li>
      ) : (
        <OwnPages organisation={organisation} opens={opens} />
      )}
    </ul>
  );
}

interface OwnProps extends Pick<Props, "organisation" | "opens"> {
  readonly isInside?: boolean;
}

/** What a library or another organisation keeps of itself. */
function OwnPages({ organisation, opens, isInside = false }: OwnProps) {
  const look = isInside ? styles.norm : styles.link;
  return (
    <>
      {opens.profile && (
        <li>
          <Link className={look} to="/o/$organisation/profiel" params={{ organisation }}>
            <span className={styles.whole}>
              <Trans>Bibliotheekprofiel</Trans>
            </span>
          </Link>
        </li>
      )}
      <li>
        <Link className={look} to="/o/$organisation/mensen" params={{ organisation }}>
          <span className={styles.whole}>
            <Trans>Mensen</Trans>
          </span>
        </Link>
      </li>
      {opens.oversight && (
        <li>
          <Link className={look} to="/o/$organisation/meekijken" params={{ organisation }}>
            <span className={styles.whole}>
              <Trans>Wie kijkt mee</Trans>
            </span>
          </Link>
        </li>
      )}
      {opens.accessLog && (
        <li>
          <Link className={look} to="/o/$organisation/inzage" params={{ organisation }}>
            <span className={styles.whole}>
              <Trans>Inzagelogboek</Trans>
            </span>
          </Link>
        </li>
      )}
    </>
  );
}

type BranchName = "norms" | "library";

/**
 * All stand open where they fit. On the page of a norm, which hangs its places here, one at a time: at first that norm,
 * else all norms, or what the library keeps of itself.
 */
function useBranches() {
  const isLong = useParams({ strict: false, select: ({ norm }) => norm !== undefined });
  const [chosen, setChosen] = useState<Readonly<Record<BranchName, boolean>> | null>(null);
  const all = chosen ?? { norms: true, library: true };
  const [inNorm, setInNorm] = useState<BranchName | null>(null);
  if (!isLong)
    return {
      open: all,
      isOne: false,
      toggle: (name: BranchName) => setChosen({ ...all, [name]: !all[name] }),
    };
  return {
    open: { norms: inNorm === "norms", library: inNorm === "library" },
    isOne: inNorm !== "norms",
    toggle: (name: BranchName) => setInNorm(inNorm === name ? null : name),
  };
}

interface BranchProps {
  readonly id: string;
  readonly name: ReactNode;
  readonly isOpen: boolean;
  /** Closed, it still shows the page that one is on. */
  readonly isOne?: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

function Branch({ id, name, isOpen, isOne = false, onToggle, children }: BranchProps) {
  return (
    <>
      <button
        type="button"
        className={styles.group}
        id={id}
        aria-expanded={isOpen}
        aria-controls={`${id}-pages`}
        onClick={onToggle}
      >
        {name}
      </button>
      <ul
        id={`${id}-pages`}
        className={cx(styles.norms, isOne && styles.one)}
        aria-labelledby={id}
        hidden={!isOpen && !isOne}
      >
        {children}
      </ul>
    </>
  );
}
