import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useLocation } from "@tanstack/react-router";
import { longestText } from "@toetssteen/contract";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Trouble } from "./draft.ts";
import styles from "./WritingFrame.module.css";

interface TroubleProps {
  readonly trouble: Trouble;
  readonly onRetry: () => void;
}

/** Saving failed: what is kept, and what to do. */
export function TroubleNotice({ trouble, onRetry }: TroubleProps) {
  return (
    <Notice kind={trouble === "refused" || trouble === "invalid" ? "error" : "attention"}>
      <div className={styles.trouble}>
        <p>
          <TroubleText trouble={trouble} />
        </p>
        <TroubleAction trouble={trouble} onRetry={onRetry} />
      </div>
    </Notice>
  );
}

function TroubleText({ trouble }: { readonly trouble: Trouble }) {
  const { i18n } = useLingui();
  const limit = i18n.number(longestText);
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
        <Trans>
          Zo kan deze tekst niet bewaard worden: hij is langer dan {limit} tekens, of er zit een
          onbekend teken in. Hij staat nog op dit apparaat. Pas hem aan, dan proberen we het
          opnieuw.
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
    case "gone":
      return null;
  }
}
