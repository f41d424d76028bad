import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { ThemeSwitch } from "../../ui/ThemeSwitch.tsx";
import { signOut } from "../identity/sign-in.ts";
import { hasUnsaved } from "../../open-texts.ts";
import { LanguageSwitch } from "./LanguageSwitch.tsx";
import styles from "./PersonFoot.module.css";

export function PersonFoot({ name }: { readonly name: string }) {
  const { t } = useLingui();
  const [isAsking, setAsking] = useState(false);
  const [isFailed, setFailed] = useState(false);

  const leave = async () => {
    setAsking(false);
    try {
      await signOut();
    } catch {
      return setFailed(true);
    }
    // A new document: nothing of this person stays in memory.
    window.location.assign("/aanmelden");
  };

  return (
    <div className={styles.foot}>
      <div>
        <p className={styles.name}>{name}</p>
        <div className={styles.own}>
          <Link to="/account" className={styles.account}>
            <Trans>Je account</Trans>
          </Link>
          <Button
            look="quiet"
            small
            onClick={() => (hasUnsaved() ? setAsking(true) : void leave())}
          >
            <Trans>Log uit</Trans>
          </Button>
        </div>
        <p role="status" className={styles.failed}>
          {isFailed && <Trans>Uitloggen lukte niet. Probeer het opnieuw.</Trans>}
        </p>
      </div>
      <div className={styles.settings}>
        <ThemeSwitch />
        <LanguageSwitch />
      </div>
      <Link to="/over/$statement" params={{ statement: "privacy" }} className={styles.statement}>
        <Trans>Privacy en toegankelijkheid</Trans>
      </Link>
      {isAsking && (
        <Dialog
          title={t`Er is nog tekst niet bewaard`}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button look="first" type="submit">
                <Trans>Blijf ingelogd</Trans>
              </Button>
              <Button onClick={() => void leave()}>
                <Trans>Log toch uit</Trans>
              </Button>
            </>
          }
        >
          <p>
            <Trans>
              De tekst blijft op dit apparaat staan. Hij wordt verstuurd zodra jij hier weer inlogt
              en de pagina opent. Werk je op een computer die je deelt? Wacht dan tot alles bewaard
              is.
            </Trans>
          </p>
        </Dialog>
      )}
    </div>
  );
}
