import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { LedgerRow } from "../../ui/Ledger.tsx";
import { TextView } from "./TextView.tsx";
import styles from "./PassageReading.module.css";

interface Props {
  /** Null where the page says it in a heading. */
  readonly name: ReactNode;
  readonly body: string;
  readonly isRow?: boolean | undefined;
}

/** A box for somebody who may read it and not write in it. */
export function PassageReading({ name, body, isRow = false }: Props) {
  const text =
    body === "" ? (
      <p className={styles.none}>
        <Trans>Hier is nog niets geschreven.</Trans>
      </p>
    ) : (
      <TextView text={body} />
    );
  if (isRow) return <LedgerRow name={name}>{text}</LedgerRow>;
  return (
    <div className={styles.passage}>
      {name !== null && <p className={styles.name}>{name}</p>}
      {text}
    </div>
  );
}
