import { useRef } from "react";
import type { ReactNode, Ref, RefObject } from "react";
import styles from "./AccountPage.module.css";

interface Props {
  readonly id: string;
  readonly ref: Ref<HTMLHeadingElement>;
  readonly children: ReactNode;
}

export function SectionHeading({ id, ref, children }: Props) {
  return (
    <h2 ref={ref} id={id} className={styles.heading} tabIndex={-1}>
      {children}
    </h2>
  );
}

/** Where the focus goes when a panel that had it closes: to the heading of its section. */
export function useReturn(): {
  heading: RefObject<HTMLHeadingElement | null>;
  goBack: () => void;
} {
  const heading = useRef<HTMLHeadingElement>(null);
  return { heading, goBack: () => heading.current?.focus({ preventScroll: true }) };
}
