import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { ThemeSwitch } from "../../ui/ThemeSwitch.tsx";
import { loadMessages } from "../../i18n/language.ts";
import { useWanted } from "../../network/use-wanted.ts";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import { leaveDialog } from "./leave-dialog.ts";
import { signOut } from "../identity/sign-in.ts";
import { hasUnsaved } from "../../network/open-texts.ts";
import { commentsOf, isMarked } from "../../network/unsent-mark.ts";
import { LanguageSwitch } from "./LanguageSwitch.tsx";
import styles from "./PersonFoot.module.css";

interface Props {
  readonly person: { readonly id: string; readonly name: string };
  /** Whom they work for; null under a mandate. */
  readonly organisation: string | null;
}

export function PersonFoot({ person: { id, name }, organisation }: Props) {
  // Comes along only where there is text to ask about; a page that one writes on has it before the connection is lost.
  const [isAsking, setAsking] = useState(false);
  const { come, failure, again } = useWanted(loadQuestion, isAsking);
  const [isFailed, setFailed] = useState(false);

  const hasText = () => hasUnsaved() || isMarked(id);

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

  const ask = () => (isAsking ? again() : setAsking(true));

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
            onClick={() => (hasText() || commentsOf(id).length > 0 ? ask() : void leave())}
          >
            <Trans>Log uit</Trans>
          </Button>
        </div>
        <p role="status" className={styles.failed}>
          {isFailed && <Trans>Uitloggen lukte niet. Probeer het opnieuw.</Trans>}
        </p>
        <FailureAlert failure={failure} />
      </div>
      <div className={styles.settings}>
        <ThemeSwitch />
        <LanguageSwitch />
      </div>
      <Link to="/over/$statement" params={{ statement: "privacy" }} className={styles.statement}>
        <Trans>Privacy en toegankelijkheid</Trans>
      </Link>
      {come !== null && (
        <come.LeaveDialog
          organisation={organisation}
          personId={id}
          hasText={hasText()}
          onStay={() => setAsking(false)}
          onLeave={() => void leave()}
        />
      )}
    </div>
  );
}

async function loadQuestion() {
  const [question] = await Promise.all([leaveDialog.load(), loadMessages("outbox")]);
  return question;
}
