import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import styles from "./DemoAccounts.module.css";
import { findDemoAccounts } from "../identity/sign-in.ts";
import type { DemoAccount } from "../identity/sign-in.ts";

interface Props {
  readonly isDisabled: boolean;
  readonly onChoose: (account: DemoAccount) => void;
}

/** In a demonstration: come in as one of the invented people. Elsewhere nothing. */
export function DemoAccounts({ isDisabled, onChoose }: Props) {
  const { i18n } = useLingui();
  const [accounts, setAccounts] = useState<readonly DemoAccount[]>([]);
  useEffect(() => void findDemoAccounts().then(setAccounts), []);
  if (accounts.length === 0) return null;
  return (
    <section className={styles.demo} aria-labelledby="demo">
      <h2 id="demo" className={styles.title}>
        <Trans>Kijk rond als</Trans>
      </h2>
      <ul className={styles.list}>
        {accounts.map((account) => (
          <li key={account.email}>
            <button
              type="button"
              className={styles.account}
              disabled={isDisabled}
              onClick={() => onChoose(account)}
            >
              <span className={styles.name}>{account.name}</span>
              <span className={styles.roles}>
                {(i18n.locale === "en" ? account.rolesInEnglish : account.roles).join(" · ")}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p className={styles.note}>
        <Trans>Dit is een demonstratie: de bibliotheken en de mensen zijn verzonnen.</Trans>
      </p>
    </section>
  );
}
