import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { FormEvent } from "react";
import { Button, buttonClass } from "../../ui/Button.tsx";
import { useInvalidFocus, useTitleFocus } from "../../ui/focus.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { useSubmission } from "../../network/use-submission.ts";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import styles from "./Entry.module.css";
import { findPasswordProblem, NewPasswordField } from "./NewPasswordField.tsx";
import type { PasswordProblem } from "./NewPasswordField.tsx";
import { resetPassword } from "./own-account.ts";

/** Where the link in the mail leads: choosing a new password. */
export function NewPasswordPage({ token }: { readonly token: string }) {
  const { t, i18n } = useLingui();
  const { isBusy, failure, submit } = useSubmission();
  const [problems, setProblems] = useState<{ password: PasswordProblem | null }>(none);
  const [isDone, setDone] = useState(false);
  const form = useInvalidFocus<HTMLFormElement>(problems);
  if (isDone) return <Done />;
  if (failure?.problem === "LINK_EXPIRED") return <Expired />;

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget).get("newPassword");
    const password = typeof given === "string" ? given : "";
    const problem = findPasswordProblem(password);
    setProblems({ password: problem });
    if (problem) return;
    submit(async () => {
      await resetPassword({ token, password, locale: i18n.locale });
      setDone(true);
    });
  };

  return (
    <section className={styles.entry}>
      <PageHeader
        title={t`Kies een nieuw wachtwoord`}
        lead={<Trans>Daarna log je ermee in. Overal waar je nog was ingelogd, ga je eruit.</Trans>}
      />
      <FailureAlert failure={failure} />
      <form ref={form} className={styles.form} onSubmit={send} noValidate>
        <NewPasswordField label={t`Nieuw wachtwoord`} problem={problems.password} />
        <div className={styles.actions}>
          <Button type="submit" look="first" aria-disabled={isBusy}>
            {isBusy ? <Trans>Bewaren…</Trans> : <Trans>Bewaar dit wachtwoord</Trans>}
          </Button>
        </div>
      </form>
    </section>
  );
}

const none = { password: null };

function Done() {
  const { t } = useLingui();
  useTitleFocus();
  return (
    <section className={styles.entry}>
      <PageHeader
        title={t`Je nieuwe wachtwoord staat`}
        lead={<Trans>Je bent overal uitgelogd. Log in met je nieuwe wachtwoord.</Trans>}
      />
      <p>
        {/* A new document: whoever was signed in here is not any more. */}
        <Link to="/aanmelden" reloadDocument className={buttonClass("first")}>
          <Trans>Log in</Trans>
        </Link>
      </p>
    </section>
  );
}

function Expired() {
  const { t } = useLingui();
  useTitleFocus();
  return (
    <section className={styles.entry}>
      <PageHeader
        title={t`Deze link werkt niet meer`}
        lead={
          <Trans>
            Een link werkt één uur en één keer. Er is nu niets veranderd. Vraag een nieuwe link aan
            en open die uit de laatste mail.
          </Trans>
        }
      />
      <p>
        <Link to="/wachtwoord" className={buttonClass("first")}>
          <Trans>Vraag een nieuwe link aan</Trans>
        </Link>
      </p>
    </section>
  );
}
