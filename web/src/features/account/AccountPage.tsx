import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { MarginPage } from "../../ui/Margin.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { doorOf } from "../identity/door.ts";
import type { Hat } from "../identity/sign-in.ts";
import styles from "./AccountPage.module.css";
import type { Account, OwnSession } from "./own-account.ts";
import type { Opened } from "./opened.ts";
import { PasswordSection } from "./PasswordSection.tsx";
import { SecondFactorSection } from "./SecondFactorSection.tsx";
import { SessionsSection } from "./SessionsSection.tsx";
import { WhoSection } from "./WhoSection.tsx";

interface Props {
  readonly account: Account;
  readonly sessions: readonly OwnSession[];
  readonly hats: readonly Hat[];
  /** The hat to go back to. */
  readonly lastHat: Hat | undefined;
  readonly opened: Opened;
}

/** A person's own account: who they are, how they sign in, and where they are signed in. */
export function AccountPage({ account, sessions, hats, lastHat, opened }: Props) {
  const { t } = useLingui();
  return (
    <MarginPage>
      <PageHeader
        title={t`Je account`}
        eyebrow={<Back hat={lastHat} />}
        lead={<Trans>Hiermee log je in, voor iedereen voor wie je werkt.</Trans>}
      />
      <div className={styles.step}>
        <Notice kind="step">
          <p>
            <strong>
              <Trans>Volgende stap:</Trans>
            </strong>{" "}
            <NextStep account={account} />
          </p>
        </Notice>
      </div>
      <div className={styles.sections}>
        <WhoSection account={account} hats={hats} opened={opened} />
        <PasswordSection email={account.email} opened={opened} />
        <SecondFactorSection account={account} opened={opened} />
        <SessionsSection sessions={sessions} />
      </div>
    </MarginPage>
  );
}

function Back({ hat }: { readonly hat: Hat | undefined }) {
  if (!hat) {
    return (
      <Link to="/">
        <Trans>Naar je startpagina</Trans>
      </Link>
    );
  }
  const { name } = hat;
  return (
    <Link {...doorOf(hat)}>
      <Trans>Terug naar {name}</Trans>
    </Link>
  );
}

/** Codes left at which it is time for new ones. */
const few = 3;

function NextStep({ account: { secondFactor, recoveryCodesLeft } }: Pick<Props, "account">) {
  if (!secondFactor) {
    return (
      <Trans>
        <There>zet de tweede stap bij het inloggen aan</There>. Dan is je wachtwoord alleen niet
        genoeg om binnen te komen.
      </Trans>
    );
  }
  if (recoveryCodesLeft > few)
    return <Trans>je hoeft nu niets te doen. Je account is beveiligd met een tweede stap.</Trans>;
  return (
    <Trans>
      <There>maak nieuwe herstelcodes</There>. Ze zijn bijna op.
    </Trans>
  );
}

function There({ children }: { readonly children: ReactNode }) {
  return (
    <Link to="/account" hash="tweede-stap" search={(search) => search}>
      {children}
    </Link>
  );
}
