import { useLayoutEffect } from "react";
import type { ReactNode } from "react";
import styles from "./PageHeader.module.css";

interface Props {
  readonly title: string;
  readonly eyebrow?: ReactNode;
  /** The page in a sentence, under its title. */
  readonly lead?: ReactNode;
}

/** The page's one h1, which is also the title of the document and takes the focus after navigation. */
export function PageHeader({ title, eyebrow, lead }: Props) {
  useLayoutEffect(() => {
    document.title = title === "Toetssteen" ? title : `${title} · Toetssteen`;
  }, [title]);
  return (
    <header className={styles.header}>
      {eyebrow != null && <p className={styles.eyebrow}>{eyebrow}</p>}
      <h1 className={styles.title} tabIndex={-1}>
        {title}
      </h1>
      {lead != null && <p className={styles.lead}>{lead}</p>}
    </header>
  );
}
