import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import styles from "./HatsPage.module.css";
import { useRoleNames } from "./role-names.ts";
import type { Hat } from "./sign-in.ts";

/** Where somebody with several hats says for whom they work now. */
export function HatsPage({ hats }: { readonly hats: readonly Hat[] }) {
  const { t } = useLingui();
  const roleNames = useRoleNames();
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
        {hats.map(({ id, name, roles }) => (
          <li key={id}>
            <Link
              className={styles.hat}
              to="/o/$organisation"
              params={{ organisation: id }}
              preload={false}
            >
              <span className={styles.name}>{name}</span>
              <span className={styles.roles}>{roleNames(roles)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
