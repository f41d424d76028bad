import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import styles from "./Margin.module.css";

/** A page whose text has room beside it for what belongs to the text. On a narrow page the margin folds below. */
export function MarginPage({ children }: { readonly children: ReactNode }) {
  return <div className={styles.page}>{children}</div>;
}

interface RowProps {
  /** Hangs left of the text, as in an annotated edition. */
  readonly number?: string;
  /** The number belongs to a small heading. */
  readonly small?: boolean;
  readonly margin?: ReactNode;
  readonly ruled?: boolean;
  readonly children: ReactNode;
}

export function MarginRow({ number, small = false, margin, ruled = false, children }: RowProps) {
  return (
    <div className={cx(styles.row, ruled && styles.ruled)}>
      <div className={styles.text}>
        {number !== undefined && (
          <span className={cx(styles.number, small && styles.small)} aria-hidden="true">
            {number}
          </span>
        )}
        {children}
      </div>
      {Boolean(margin) && <div className={styles.margin}>{margin}</div>}
    </div>
  );
}

/** Something that takes the text column and the margin together. */
export function MarginWide({ children }: { readonly children: ReactNode }) {
  return <div className={styles.wide}>{children}</div>;
}
