import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { LedgerRow } from "../../ui/Ledger.tsx";
import { TextView } from "./TextView.tsx";
import styles from "./PassageReading.module.css";

interface Props {
  /** By which a link finds it. */
  readonly anchor: string;
  /** Null where the page says it in a heading. */
  readonly name: ReactNode;
  readonly body: string;
  readonly isRow?: boolean | undefined;
  /** Stands at the end of the name's line, in a ledger under the text. */
  readonly beside?: ReactNode;
}

/** A box for somebody who may read it and not write in it. */
export function PassageReading({ anchor, name, body, isRow = false, beside }: Props) {
  const text =
    body === "" ? (
      <p className={styles.none}>
        <Trans>Hier is nog niets geschreven.</Trans>
      </p>
    ) : (
      <TextView text={body} />
    );
  const hasBeside = Boolean(beside);
  if (isRow)
    return (
      <LedgerRow name={name}>
        <div id={anchor} tabIndex={-1}>
          {text}
        </div>
        {hasBeside && <div className={styles.beside}>{beside}</div>}
      </LedgerRow>
    );
  return (
    <div id={anchor} tabIndex={-1} className={styles.passage}>
      {(name !== null || hasBeside) && (
        <div className={styles.head}>
          {name !== null && <p className={styles.name}>{name}</p>}
          {hasBeside && <div className={styles.beside}>{beside}</div>}
        </div>
      )}
      {text}
    </div>
  );
}
