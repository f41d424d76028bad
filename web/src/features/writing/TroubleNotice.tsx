import { Trans } from "@lingui/react/macro";
import { Link, useLocation } from "@tanstack/react-router";
import type { TextFault } from "@toetssteen/contract";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Trouble } from "./draft.ts";
import { TextFaultText } from "./TextFaultText.tsx";
import styles from "./WritingFrame.module.css";

interface TroubleProps {
  readonly trouble: Trouble;
  /** What is wrong with the text, where that can be seen. */
  readonly fault: TextFault | null;
  readonly onRetry: () => void;
}

/** Saving failed: what is kept, and what to do. */
export function TroubleNotice(props: TroubleProps) {
  const { trouble } = props;
  const isError = trouble === "refused" || trouble === "invalid" || trouble === "left";
  return (
    <div className={styles.inSight}>
      <Notice kind={isError ? "error" : "attention"}>
        <div className={styles.trouble}>
          <p>
            <TroubleText {...props} />
          </p>
          <TroubleAction {...props} />
        </div>
      </Notice>
    </div>
  );
}

function TroubleText({ trouble, fault }: TroubleProps) {
  switch (trouble) {
    case "connection":
      return (
        <Trans>
          Er is nu geen verbinding. Je tekst staat op dit apparaat en wordt vanzelf verstuurd zodra
          het weer kan. Je kunt gewoon doorschrijven.
        </Trans>
      );
    case "signed-out":
      return (
        <Trans>
          Je bent uitgelogd. Je tekst staat op dit apparaat en wordt verstuurd als je weer inlogt.
        </Trans>
      );
    case "refused":
      return (
        <Trans>
          Je mag dit nu niet veranderen. Je tekst staat nog op dit apparaat. Kopieer hem, of vraag
          je kwaliteitscoördinator.
        </Trans>
      );
    case "invalid":
      return (
        <>
          {fault === null ? (
            <Trans>Zo kan dit niet bewaard worden.</Trans>
          ) : (
            <TextFaultText fault={fault} />
          )}{" "}
          <Trans>
            Wat je schreef, staat nog op dit apparaat. Pas het aan, dan proberen we het opnieuw.
          </Trans>
        </>
      );
    case "left":
      return (
        <Trans>
          Wie je koos, hoort niet meer bij jullie. Kies iemand anders, dan bewaren we het.
        </Trans>
      );
    case "gone":
      return (
        <Trans>
          Een collega heeft dit intussen weggehaald. Wat jij schreef, staat nog op dit apparaat.
        </Trans>
      );
    case "outdated":
      return (
        <Trans>
          Er is een nieuwe versie van Toetssteen. Je tekst staat op dit apparaat; laad de pagina
          opnieuw.
        </Trans>
      );
  }
}

function TroubleAction({ trouble, onRetry }: TroubleProps) {
  const { href } = useLocation();
  switch (trouble) {
    case "connection":
      return (
        <Button small onClick={onRetry}>
          <Trans>Probeer nu</Trans>
        </Button>
      );
    case "signed-out":
      return (
        <Link to="/aanmelden" search={{ naar: href }}>
          <Trans>Log in en ga hier verder</Trans>
        </Link>
      );
    case "outdated":
      return (
        <Button small onClick={() => window.location.reload()}>
          <Trans>Laad de pagina opnieuw</Trans>
        </Button>
      );
    case "refused":
    case "invalid":
    case "left":
    case "gone":
      return null;
  }
}
