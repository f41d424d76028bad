import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useLocation } from "@tanstack/react-router";
import { longestText } from "@toetssteen/contract";
import { isToday, writeDayOf, writeTime } from "../../i18n/dates.ts";
import { useNow } from "../../i18n/now.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import hidden from "../../ui/VisuallyHidden.module.css";
import { phase } from "./answer-draft.ts";
import type { Draft, Standing, Trouble } from "./answer-draft.ts";
import styles from "./AnswerEditor.module.css";

/**
 * `Bewaard om 14.02 uur`, from the server's clock and only after its answer. While saving, the last
 * time stays for screen readers, so that they hear it when it changes and not at every pause.
 */
export function AnswerStatus({ draft }: { readonly draft: Draft }) {
  const now = phase(draft);
  return (
    <p className={styles.status}>
      <span role="status" className={now === "clean" ? undefined : hidden.hidden}>
        <Saved standing={draft.standing} />
      </span>
      {(now === "waiting" || now === "sending") && (
        <span aria-hidden="true">
          <Trans>Bewaren…</Trans>
        </span>
      )}
      {now === "troubled" && <Trans>Nog niet bewaard</Trans>}
      {now === "clashing" && <Trans>Nog niet bewaard: kies eerst welke tekst blijft staan</Trans>}
    </p>
  );
}

function Saved({ standing: { changedAt } }: { readonly standing: Standing }) {
  const { i18n } = useLingui();
  const now = useNow();
  if (changedAt === null) return <Trans>Nog geen antwoord</Trans>;
  const time = writeTime(changedAt, i18n.locale);
  if (isToday(changedAt, now)) return <Trans>Bewaard om {time} uur</Trans>;
  const day = writeDayOf(changedAt, i18n.locale);
  return <Trans>Bewaard op {day}</Trans>;
}

interface TroubleProps {
  readonly trouble: Trouble;
  readonly onRetry: () => void;
}

/** Saving failed: what is kept, and what to do. */
export function AnswerTrouble({ trouble, onRetry }: TroubleProps) {
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
          Je mag dit antwoord nu niet veranderen. Je tekst staat nog op dit apparaat. Kopieer hem,
          of vraag je kwaliteitscoördinator.
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
      return null;
  }
}
