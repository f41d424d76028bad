import type { ReactNode } from "react";
import { PartComments } from "../comment/PartComments.tsx";
import { PartEvidence } from "../evidence/margin/PartEvidence.tsx";
import { PartWork } from "../work/PartWork.tsx";
import styles from "./PartMargin.module.css";

export type PartKind = "norm" | "indicator" | "question";

interface Props {
  /** Code of the part, such as 4, 4.1 or 4.V1. */
  readonly part: string;
  readonly kind: PartKind;
  /** What only this part has beside it, below what people say. */
  readonly children?: ReactNode;
}

/**
 * The margin beside a part. What belongs to every part is mounted here, each as a component of its own feature that
 * takes the part's code; the rest it finds in `useDossierPlace`.
 */
export function PartMargin({ part, kind, children }: Props) {
  return (
    <div className={styles.margin} data-part={part} data-kind={kind}>
      <PartEvidence part={part} level={kind === "question" ? 4 : 3} />
      <PartWork part={part} />
      <PartComments part={part} />
      {children}
    </div>
  );
}
