import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { doorOf } from "../identity/door.ts";
import { hatText } from "../identity/hat.ts";
import styles from "./HatsPage.module.css";
import { useHatRoles } from "../identity/role-names.ts";
import type { Hat } from "../identity/sign-in.ts";

/** Where somebody with several hats says for whom they work now. */
export function HatsPage({ hats }: { readonly hats: readonly Hat[] }) {
  const { t } = useLingui();
  const describe = useHatRoles();
  if (hats.length === 0) {
    return (
      <>
        <PageHeader title={t`Welkom`} />
        <EmptyState title={t`Je hoort nog bij geen organisatie`}>
          <p>
            <Trans>
              Vraag de beheerder van je bibliotheek om een uitnodiging. Daarna staat hier wat je
              kunt doen.
            </Trans>
          </p>
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={t`Voor wie werk je nu?`}
        lead={<Trans>Je kunt later wisselen zonder opnieuw in te loggen.</Trans>}
      />
      <ul className={styles.list}>
        {hats.map((hat) => (
          <li key={hatText(hat)}>
            <Link className={styles.hat} {...doorOf(hat)} preload={false}>
              <span className={styles.name}>{hat.name}</span>
              <span className={styles.roles}>{describe(hat)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
