import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { FormEvent } from "react";
import { Button } from "../../ui/Button.tsx";
import { focusTitle, useTitleFocus } from "../../ui/focus.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useSubmission } from "../../network/use-submission.ts";
import { DemoOutbox } from "../demo/DemoOutbox.tsx";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import styles from "./Entry.module.css";
import { requestReset } from "./own-account.ts";

/** Asking for a link to choose a new password. Known and unknown addresses get the same answer. */
export function ForgottenPage() {
  const { t, i18n } = useLingui();
  const { isBusy, failure, submit } = useSubmission();
  const [sentTo, setSentTo] = useState<string | null>(null);
  if (sentTo !== null)
    return (
      <LookInMail
        email={sentTo}
        onAgain={() => {
          setSentTo(null);
          focusTitle();
        }}
      />
    );

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget).get("email");
    const email = typeof given === "string" ? given.trim() : "";
    submit(async () => {
      await requestReset(email, i18n.locale);
      setSentTo(email);
    });
  };

  return (
    <section className={styles.entry}>
      <PageHeader
        title={t`Wachtwoord vergeten`}
        lead={
          <Trans>
            Vul het adres in waarmee je inlogt. Je krijgt een mail met een link om een nieuw
            wachtwoord te kiezen.
          </Trans>
        }
      />
      <FailureAlert
        failure={failure}
        words={{
          INVALID_INPUT: <Trans>Dit is geen e-mailadres zoals naam@bibliotheek.nl.</Trans>,
        }}
      />
      <form className={styles.form} onSubmit={send}>
        <TextField
          label={t`E-mailadres`}
          name="email"
          type="email"
          autoComplete="username"
          maxLength={254}
          required
        />
        <div className={styles.actions}>
          <Button type="submit" look="first" aria-disabled={isBusy}>
            {isBusy ? <Trans>Bezig…</Trans> : <Trans>Stuur de link</Trans>}
          </Button>
          <Link to="/aanmelden">
            <Trans>Terug naar inloggen</Trans>
          </Link>
        </div>
      </form>
    </section>
  );
}

function LookInMail({ email, onAgain }: { readonly email: string; readonly onAgain: () => void }) {
  const { t } = useLingui();
  useTitleFocus();
  return (
    <section className={styles.entry}>
      <PageHeader
        title={t`Kijk in je mail`}
        lead={
          <Trans>
            Hoort <strong className={styles.address}>{email}</strong> bij een account? Dan komt er
            binnen een paar minuten een mail met een link. Die werkt één uur en één keer.
          </Trans>
        }
      />
      <p className={styles.text}>
        <Trans>
          Niets gekregen? Kijk bij ongewenste mail, en of het adres klopt. We zeggen hier niet of
          een adres bekend is: dat gaat niemand anders aan.
        </Trans>
      </p>
      <DemoOutbox />
      <div className={styles.actions}>
        <Link to="/aanmelden">
          <Trans>Terug naar inloggen</Trans>
        </Link>
        <Button look="quiet" onClick={onAgain}>
          <Trans>Vul een ander adres in</Trans>
        </Button>
      </div>
    </section>
  );
}
