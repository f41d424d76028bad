import { Trans, useLingui } from "@lingui/react/macro";
import { useRouter } from "@tanstack/react-router";
import { useState } from "react";
import type { FormEvent } from "react";
import { Button } from "../../ui/Button.tsx";
import { useInvalidFocus } from "../../ui/focus.ts";
import { announce } from "../../ui/LiveRegion.tsx";
import { MarginRow } from "../../ui/Margin.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { PasswordField } from "../../ui/PasswordField.tsx";
import { useSubmission } from "../../network/use-submission.ts";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import styles from "./AccountPage.module.css";
import { findPasswordProblem, NewPasswordField } from "./NewPasswordField.tsx";
import type { PasswordProblem } from "./NewPasswordField.tsx";
import type { Opened } from "./opened.ts";
import { changePassword } from "./own-account.ts";
import { SectionHeading, useReturn } from "./SectionHeading.tsx";
import { textOf } from "./form-text.ts";
import { Username } from "./Username.tsx";

interface Props {
  readonly email: string;
  readonly opened: Opened;
}

export function PasswordSection({ email, opened: { panel, open } }: Props) {
  const [isDone, setDone] = useState(false);
  const { heading, goBack } = useReturn();
  const close = () => {
    open(null);
    goBack();
  };
  return (
    <section aria-labelledby="wachtwoord">
      <MarginRow
        ruled
        margin={
          <p className={styles.note}>
            <Trans>
              Kan iemand je wachtwoord hebben gezien? Verander het dan. Daarmee log je ook alle
              andere apparaten uit.
            </Trans>
          </p>
        }
      >
        <SectionHeading ref={heading} id="wachtwoord">
          <Trans>Wachtwoord</Trans>
        </SectionHeading>
        <div className={styles.body}>
          {isDone && panel !== "wachtwoord" && (
            <Notice kind="step">
              <p>
                <Trans>Je wachtwoord is veranderd. Op andere apparaten ben je nu uitgelogd.</Trans>
              </p>
            </Notice>
          )}
          {panel === "wachtwoord" ? (
            <Panel>
              <ChangePassword
                email={email}
                onClose={close}
                onDone={() => {
                  setDone(true);
                  close();
                }}
              />
            </Panel>
          ) : (
            <div>
              <Button onClick={() => open("wachtwoord")}>
                <Trans>Verander je wachtwoord</Trans>
              </Button>
            </div>
          )}
        </div>
      </MarginRow>
    </section>
  );
}

interface FormProps {
  readonly email: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function ChangePassword({ email, onClose, onDone }: FormProps) {
  const { t, i18n } = useLingui();
  const router = useRouter();
  const { isBusy, failure, submit } = useSubmission();
  const [problems, setProblems] = useState<Problems>(none);
  const form = useInvalidFocus<HTMLFormElement>(problems);

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const currentPassword = textOf(given, "currentPassword");
    const newPassword = textOf(given, "newPassword");
    const found = {
      current: currentPassword === "",
      password: findPasswordProblem(newPassword),
    };
    setProblems(found);
    if (found.current || found.password) return;
    submit(async () => {
      await changePassword({ currentPassword, newPassword, locale: i18n.locale });
      announce(t`Je wachtwoord is veranderd. Op andere apparaten ben je nu uitgelogd.`);
      onDone();
      await router.invalidate();
    });
  };

  return (
    <form ref={form} className={styles.form} onSubmit={send} noValidate>
      <FailureAlert failure={failure} />
      <Username email={email} />
      <PasswordField
        label={t`Huidig wachtwoord`}
        name="currentPassword"
        autoComplete="current-password"
        error={problems.current ? t`Vul je huidige wachtwoord in.` : null}
      />
      <NewPasswordField label={t`Nieuw wachtwoord`} problem={problems.password} />
      <div className={styles.actions}>
        <Button type="submit" look="first" aria-disabled={isBusy}>
          {isBusy ? <Trans>Bewaren…</Trans> : <Trans>Verander wachtwoord</Trans>}
        </Button>
        <Button look="quiet" onClick={onClose}>
          <Trans>Annuleer</Trans>
        </Button>
      </div>
    </form>
  );
}

interface Problems {
  readonly current: boolean;
  readonly password: PasswordProblem | null;
}

const none: Problems = { current: false, password: null };
