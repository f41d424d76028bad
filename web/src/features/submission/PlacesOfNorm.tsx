import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import styles from "./SubmitSection.module.css";

interface Props {
  readonly organisation: string;
  readonly norm: string;
  readonly places: readonly { readonly hash: string; readonly name: string }[];
  /** A place on another page, after these. */
  readonly children?: ReactNode;
}

/** Places on the page of a norm, each a link to it. */
export function PlacesOfNorm({ organisation, norm, places, children }: Props) {
  return (
    <ul className={styles.codes}>
      {places.map(({ hash, name }) => (
        <li key={hash}>
          <Link
            to="/o/$organisation/zelfevaluatie/$norm"
            params={{ organisation, norm }}
            hash={hash}
          >
            {name}
          </Link>
        </li>
      ))}
      {children}
    </ul>
  );
}
