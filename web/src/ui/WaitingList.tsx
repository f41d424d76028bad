import type { ReactNode } from "react";
import styles from "./WaitingList.module.css";

interface Props {
  readonly id: string;
  readonly title: ReactNode;
  readonly rows: readonly {
    readonly id: string;
    /** The way to it. */
    readonly what: ReactNode;
    /** Why it waits, or how long it can. */
    readonly why: ReactNode;
  }[];
}

/** A heading over what waits for somebody, each with why; nothing where nothing does. */
export function WaitingList({ id, title, rows }: Props) {
  if (rows.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.id}>
            {row.what}
            <span className={styles.why}>{row.why}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
