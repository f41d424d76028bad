import type { ReactNode } from "react";
import styles from "./Table.module.css";

interface Props {
  /** Null where the table is sorted by something else. */
  readonly direction: "ascending" | "descending" | null;
  readonly onSort: () => void;
  readonly children: ReactNode;
}

/** The head of a column by which a table can be sorted. */
export function SortHeader({ direction, onSort, children }: Props) {
  return (
    <th scope="col" aria-sort={direction ?? undefined}>
      <button type="button" className={styles.sort} onClick={onSort}>
        {children}
      </button>
    </th>
  );
}
