import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import styles from "./EvidencePage.module.css";
import { hashOfPart } from "./part-hash.ts";

interface Props {
  readonly organisation: string;
  readonly uses: readonly { readonly id: string; readonly part: string; readonly norm: string }[];
  /** Of more than these only the number is said. */
  readonly most: number;
}

/** Where a document is used, each a way there. */
export function UsePlaces({ organisation, uses, most }: Props) {
  if (uses.length === 0) return <Trans>nog nergens</Trans>;
  const shown = uses.length > most ? uses.slice(0, most - 1) : uses;
  return (
    <>
      {shown.map(({ id, part, norm }, index) => (
        <span key={id}>
          {index > 0 && ", "}
          <Link
            to="/o/$organisation/zelfevaluatie/$norm"
            params={{ organisation, norm }}
            hash={hashOfPart(part, norm)}
            className={styles.place}
          >
            {part}
          </Link>
        </span>
      ))}
      {uses.length > shown.length && (
        <>
          {" "}
          <Plural
            value={uses.length - shown.length}
            one="en # plek meer"
            other="en # plekken meer"
          />
        </>
      )}
    </>
  );
}
