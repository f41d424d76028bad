import type { ReactNode } from "react";
import { PageHeader } from "./PageHeader.tsx";
import styles from "./ErrorPage.module.css";

interface Props {
  readonly title: string;
  /** What happened, what is kept, what to do. */
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

export function ErrorPage({ title, children, actions }: Props) {
  return (
    <div className={styles.page}>
      <PageHeader title={title} />
      <div className={styles.text}>{children}</div>
      {actions != null && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
