import type { ReactNode } from "react";
import styles from "./Ledger.module.css";

/** A few short things that belong together, each with its name on the left: one sheet with lines, instead of boxes. */
export function Ledger({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.ledger} role="group" aria-label={label}>
      {children}
    </div>
  );
}

/** A line of a ledger. `name` is for the eye: what stands in `children` has its own label. */
export function LedgerRow({
  name,
  children,
}: {
  readonly name: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.row}>
      <div className={styles.head}>{name}</div>
      <div className={styles.body}>{children}</div>
    </div>
  );
}
