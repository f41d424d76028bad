import type { ReactNode } from "react";
import { useFirstFieldFocus } from "./focus.ts";
import styles from "./Panel.module.css";

/** Opens within a page, for something to fill in; the focus goes to its first field. */
export function Panel({ children }: { readonly children: ReactNode }) {
  return (
    <div ref={useFirstFieldFocus<HTMLDivElement>()} className={styles.panel}>
      {children}
    </div>
  );
}
