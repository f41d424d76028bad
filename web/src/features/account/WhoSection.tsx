import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "../../ui/Button.tsx";
import { MarginRow } from "../../ui/Margin.tsx";
import { hatText } from "../../network/hat.ts";
import { useHatRoles } from "../identity/role-names.ts";
import type { Hat } from "../identity/sign-in.ts";
import styles from "./AccountPage.module.css";
import { NameForm } from "./NameForm.tsx";
import type { Opened } from "./opened.ts";
import type { Account } from "./own-account.ts";
import { SectionHeading, useReturn } from "./SectionHeading.tsx";

interface Props {
  readonly account: Account;
  readonly hats: readonly Hat[];
  readonly opened: Opened;
}

/** Who somebody is, and the name that everybody knows them by. */
export function WhoSection({ account: { name, email }, hats, opened: { panel, open } }: Props) {
  const { t } = useLingui();
  const describe = useHatRoles();
  const { heading, goBack } = useReturn();
  const close = () => {
    open(null);
    goBack();
  };
  return (
    <section aria-labelledby="wie">
      <MarginRow
        ruled
        margin={
          <p className={styles.note}>
            <Trans>Je naam staat bij wat je schrijft. Je adres zien je collega’s daar niet.</Trans>
          </p>
        }
      >
        <SectionHeading ref={heading} id="wie">
          <Trans>Wie je bent</Trans>
        </SectionHeading>
        <dl className={styles.facts}>
          <div>
            <dt>
              <Trans>Naam</Trans>
            </dt>
            <dd>
              {panel === "naam" ? (
                <NameForm name={name} onClose={close} />
              ) : (
                <span className={styles.name}>
                  {name}
                  <Button small look="quiet" onClick={() => open("naam")}>
                    <Trans>Wijzig je naam</Trans>
                  </Button>
                </span>
              )}
            </dd>
          </div>
          <div>
            <dt>
              <Trans>E-mailadres</Trans>
            </dt>
            <dd className={styles.address}>{email}</dd>
          </div>
          <div>
            <dt>
              <Trans>Voor wie je werkt</Trans>
            </dt>
            <dd>
              {hats.length === 0 ? (
                t`nog niemand`
              ) : (
                <ul className={styles.hats}>
                  {hats.map((hat) => (
                    <li key={hatText(hat)}>
                      {hat.name} <span className={styles.roles}>{describe(hat)}</span>
                    </li>
                  ))}
                </ul>
              )}
            </dd>
          </div>
        </dl>
      </MarginRow>
    </section>
  );
}
