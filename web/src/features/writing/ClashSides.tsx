import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Button } from "../../ui/Button.tsx";
import styles from "./Clash.module.css";
import type { Decision, Question } from "./clash-questions.ts";
import { Compared } from "./Compared.tsx";

interface Props {
  readonly question: Question;
  /** Whose the other side is. */
  readonly theirs: ReactNode;
  readonly when: string;
  readonly facts: { readonly theirs: ReactNode; readonly mine: ReactNode } | null;
  readonly onTake: (decision: Decision) => void;
}

/** What either wrote, beside each other: each as what stood before, with what they struck and added. */
export function ClashSides({ question, theirs, when, facts, onTake }: Props) {
  const hasText = question.kind !== "facts" && question.theirs !== question.mine;
  return (
    <div className={styles.sides}>
      <div className={styles.side}>
        <h4>
          {theirs} <span className={styles.when}>{when}</span>
        </h4>
        {facts?.theirs}
        {hasText && <Compared before={question.base} after={question.theirs} />}
        <Button onClick={() => onTake("theirs")}>
          <Trans>Neem deze tekst</Trans>
        </Button>
      </div>
      <div className={styles.side}>
        <h4>
          <Trans>Van jou</Trans>
        </h4>
        {facts?.mine}
        {hasText && <Compared before={question.base} after={question.mine} />}
        <Button onClick={() => onTake("mine")}>
          <Trans>Houd mijn tekst</Trans>
        </Button>
      </div>
    </div>
  );
}
