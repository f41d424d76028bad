import type { ReactNode } from "react";
import styles from "./EmptyState.module.css";

/** Nothing here yet: what will be, and how it begins. */
export function EmptyState({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles.empty}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
