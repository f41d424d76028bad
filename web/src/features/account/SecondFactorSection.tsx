import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useRouter } from "@tanstack/react-router";
import { useState } from "react";
import type { ReactNode } from "react";
import { Button } from "../../ui/Button.tsx";
import { part } from "../../network/part.ts";
import { useWanted } from "../../network/use-wanted.ts";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import { announce } from "../../ui/LiveRegion.tsx";
import { MarginRow } from "../../ui/Margin.tsx";
import { Panel } from "../../ui/Panel.tsx";
import styles from "./AccountPage.module.css";
import type { Opened, PanelName } from "./opened.ts";
import { disableSecondFactor, renewRecoveryCodes } from "./own-account.ts";
import type { Account } from "./own-account.ts";
import { ProveForm } from "./ProveForm.tsx";
import { RecoveryCodes } from "./RecoveryCodes.tsx";
import { SectionHeading, useReturn } from "./SectionHeading.tsx";

// Drawing QR codes is needed once in the life of an account.
const enrolling = part(() => import("./EnrolSecondFactor.tsx"));

interface Props {
  readonly account: Account;
  readonly opened: Opened;
}

/** The second step of signing in: off, or on with recovery codes for when the phone is gone. */
export function SecondFactorSection({ account, opened: { panel, open } }: Props) {
  const { t, i18n } = useLingui();
  const router = useRouter();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { heading, goBack } = useReturn();
  const { come, failure, again } = useWanted(enrolling.load, panel === "aanzetten");
  const { email, secondFactor } = account;
  const locale = i18n.locale;

  const close = () => {
    open(null);
    goBack();
  };
  const show = (made: readonly string[]) => {
    setCodes(made);
    open(null);
    void router.invalidate();
  };
  const kept = () => {
    setCodes(null);
    goBack();
  };
  const renew = async (password: string, proof: object) => {
    const code = "code" in proof ? String(proof.code) : "";
    show(await renewRecoveryCodes({ password, code, locale }));
  };

  return (
    <section aria-labelledby="tweede-stap">
      <MarginRow
        ruled
        margin={
          <p className={styles.note}>
            <Trans>
              Je hebt een app nodig die codes maakt: die van Microsoft of Google, of de kluis waarin
              je je wachtwoorden bewaart. Elke app kan het.
            </Trans>
          </p>
        }
      >
        <SectionHeading ref={heading} id="tweede-stap">
          <Trans>Tweede stap bij het inloggen</Trans>
        </SectionHeading>
        <div className={styles.body}>
          <State account={account} />
          {codes !== null ? (
            <Panel>
              <RecoveryCodes codes={codes} email={email} onKept={kept} />
            </Panel>
          ) : secondFactor ? (
            <WhenOn
              panel={panel}
              open={open}
              renewing={
                <ProveForm
                  email={email}
                  about={
                    <Trans>Je krijgt tien nieuwe codes. De oude werken daarna niet meer.</Trans>
                  }
                  verb={<Trans>Maak nieuwe codes</Trans>}
                  allowsRecovery={false}
                  onClose={close}
                  onProof={renew}
                />
              }
              disabling={
                <ProveForm
                  email={email}
                  about={
                    <Trans>
                      Daarna is je wachtwoord weer genoeg om binnen te komen. Weer aanzetten kan
                      altijd.
                    </Trans>
                  }
                  verb={<Trans>Zet de tweede stap uit</Trans>}
                  allowsRecovery
                  onClose={close}
                  onProof={async (password, proof) => {
                    await disableSecondFactor({ ...proof, password, locale });
                    close();
                    announce(t`De tweede stap staat nu uit.`);
                    await router.invalidate();
                  }}
                />
              }
            />
          ) : come !== null ? (
            <Panel>
              <come.EnrolSecondFactor email={email} onClose={close} onDone={show} />
            </Panel>
          ) : (
            <div>
              <Button onClick={() => (panel === "aanzetten" ? again() : open("aanzetten"))}>
                <Trans>Zet de tweede stap aan</Trans>
              </Button>
              <FailureAlert failure={failure} />
            </div>
          )}
        </div>
      </MarginRow>
    </section>
  );
}

function State({ account: { secondFactor, recoveryCodesLeft } }: Pick<Props, "account">) {
  if (!secondFactor) {
    return (
      <p className={styles.text}>
        <Trans>
          <strong>Uit.</strong> Wie je wachtwoord kent, kan naar binnen. Met de tweede stap is ook
          een code van jouw telefoon nodig.
        </Trans>
      </p>
    );
  }
  return (
    <p className={styles.text}>
      <Trans>
        <strong>Aan.</strong> Na je wachtwoord vragen we een code uit je app.
      </Trans>{" "}
      <Plural
        value={recoveryCodesLeft}
        _0="Je herstelcodes zijn op."
        one="Je hebt nog # herstelcode."
        other="Je hebt nog # herstelcodes."
      />
    </p>
  );
}

interface OnProps {
  readonly panel: PanelName | null;
  readonly open: (panel: PanelName) => void;
  readonly renewing: ReactNode;
  readonly disabling: ReactNode;
}

function WhenOn({ panel, open, renewing, disabling }: OnProps) {
  if (panel === "herstelcodes") return <Panel>{renewing}</Panel>;
  if (panel === "uitzetten") return <Panel>{disabling}</Panel>;
  return (
    <div className={styles.actions}>
      <Button onClick={() => open("herstelcodes")}>
        <Trans>Maak nieuwe herstelcodes</Trans>
      </Button>
      <Button onClick={() => open("uitzetten")}>
        <Trans>Zet de tweede stap uit</Trans>
      </Button>
    </div>
  );
}
