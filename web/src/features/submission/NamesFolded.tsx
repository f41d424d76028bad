import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import styles from "./PreviewLists.module.css";

interface Props {
  /** What the names are of, with how many: what is read where they are folded. */
  readonly title: ReactNode;
  readonly names: readonly { readonly id: string; readonly name: ReactNode }[];
}

/** More would push what has to be decided out of sight. */
const mostShown = 8;

/** How many there are, and which: the names in full where they are few, folded where they are many. */
export function NamesFolded({ title, names }: Props) {
  if (names.length === 0) return null;
  const list = (
    <ul className={styles.names}>
      {names.map(({ id, name }) => (
        <li key={id}>{name}</li>
      ))}
    </ul>
  );
  if (names.length <= mostShown) {
    return (
      <>
        <p>{title}</p>
        {list}
      </>
    );
  }
  return (
    <details>
      <summary>
        {title} <Trans>Toon de namen</Trans>
      </summary>
      {list}
    </details>
  );
}
