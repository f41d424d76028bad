import type { ReactNode } from "react";
import styles from "./SectionHeading.module.css";

/** The heading of a part of the page that a link can point at; it takes the focus then. */
export function SectionHeading({
  id,
  children,
}: {
  readonly id: string;
  readonly children: ReactNode;
}) {
  return (
    <h2 id={id} className={styles.heading} tabIndex={-1}>
      {children}
    </h2>
  );
}
