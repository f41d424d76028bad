import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import styles from "./Notice.module.css";

interface Props {
  /** `step`: what to do next. `attention`: something that asks for a look. `error`: something went wrong. */
  readonly kind: "step" | "attention" | "error";
  readonly small?: boolean;
  readonly children: ReactNode;
}

export function Notice({ kind, small = false, children }: Props) {
  return <div className={cx(styles.notice, styles[kind], small && styles.small)}>{children}</div>;
}
