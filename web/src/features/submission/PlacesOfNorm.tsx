import { Link } from "@tanstack/react-router";
import type { Place } from "../next-step/use-since-places.ts";
import styles from "./SubmitSection.module.css";

interface Props {
  readonly organisation: string;
  readonly norm: string;
  readonly places: readonly Place[];
}

/** Places on the page of a norm, and on the pages that its submission takes along, each a link to it. */
export function PlacesOfNorm({ organisation, norm, places }: Props) {
  return (
    <ul className={styles.codes}>
      {places.map((place) => (
        <li key={`${place.page} ${place.hash}`}>
          <PlaceOn organisation={organisation} norm={norm} place={place} />
        </li>
      ))}
    </ul>
  );
}

interface PlaceProps {
  readonly organisation: string;
  readonly norm: string;
  readonly place: Place;
}

function PlaceOn({ organisation, norm, place: { page, hash, name } }: PlaceProps) {
  switch (page) {
    case "norm":
      return (
        <Link
          to="/o/$organisation/zelfevaluatie/$norm"
          params={{ organisation, norm }}
          hash={hash ?? ""}
        >
          {name}
        </Link>
      );
    case "ambitions":
      return (
        <Link to="/o/$organisation/zelfevaluatie/ambities" params={{ organisation }}>
          {name}
        </Link>
      );
    case "profile":
      return (
        <Link to="/o/$organisation/profiel" params={{ organisation }}>
          {name}
        </Link>
      );
  }
}
