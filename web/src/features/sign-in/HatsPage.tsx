import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { lastDayBefore, writeDay } from "../../i18n/dates.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { doorOf } from "../identity/door.ts";
import { hatText } from "../../network/hat.ts";
import styles from "./HatsPage.module.css";
import { useHatRoles } from "../identity/role-names.ts";
import type { Hat } from "../identity/sign-in.ts";
import { byLibrary } from "../identity/by-library.ts";
import { mandatesOf } from "../identity/mandates-of.ts";
import { NormOfMandate } from "../identity/NormOfMandate.tsx";

/** Where somebody with several hats says for whom they work now. */
export function HatsPage({ hats }: { readonly hats: readonly Hat[] }) {
  const { t, i18n } = useLingui();
  const describe = useHatRoles();
  const mandates = mandatesOf(hats);
  if (hats.length === 0) {
    return (
      <>
        <PageHeader title={t`Welkom`} />
        <EmptyState title={t`Je hoort nu niet bij een organisatie`}>
          <p>
            <Trans>
              Wie je toegang geeft of stopt, is de beheerder van een organisatie. Vraag die om een
              uitnodiging; daarna staat hier wat je kunt doen.
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
        {hats
          .filter(({ mandate }) => mandate === null)
          .map((hat) => (
            <li key={hatText(hat)}>
              <Link className={styles.hat} {...doorOf(hat)} preload={false}>
                <span className={styles.name}>{hat.name}</span>
                <span className={styles.roles}>{describe(hat)}</span>
              </Link>
            </li>
          ))}
        {byLibrary(mandates).map((library) => (
          <li key={library.organisationId} className={styles.library}>
            <h2 className={styles.name}>{library.libraryName}</h2>
            <p className={styles.roles}>{t`auditor`}</p>
            <ul className={styles.norms}>
              {library.mandates.map((mandate) => (
                <li key={mandate.id}>
                  <Link to="/opdracht/$mandate" params={{ mandate: mandate.id }} preload={false}>
                    <NormOfMandate mandate={mandate} among={mandates} />
                  </Link>{" "}
                  <span className={styles.roles}>
                    <Trans>
                      tot en met {writeDay(lastDayBefore(mandate.closesAt), i18n.locale)}
                    </Trans>
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}
