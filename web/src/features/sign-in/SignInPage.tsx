import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { FormEvent } from "react";
import { loadMessages } from "../../i18n/language.ts";
import { Button } from "../../ui/Button.tsx";
import { focusTitle } from "../../ui/focus.ts";
import { part } from "../../network/part.ts";
import { useWanted } from "../../network/use-wanted.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { PasswordField } from "../../ui/PasswordField.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { leaving, useSubmission } from "../../network/use-submission.ts";
import { DemoAccounts } from "./DemoAccounts.tsx";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import { hasActed } from "../../network/hat.ts";
import { signIn } from "../identity/sign-in.ts";
import { Notice } from "../../ui/Notice.tsx";
import styles from "./SignInPage.module.css";

// Only for people who turned it on.
const secondStep = part(() => import("../account/SecondStep.tsx"));

/** `next`: the page that was asked for, to go on to. */
export function SignInPage({ next }: { readonly next: string }) {
  const { t } = useLingui();
  const { isBusy, failure, submit } = useSubmission();
  const [asksSecondStep, setSecondStep] = useState(false);
  const step = useWanted(loadSecondStep, asksSecondStep);

  const enter = (credentials: { email: string; password: string }) =>
    submit(async () => {
      if ((await signIn(credentials)).asksSecondStep)
        return asksSecondStep ? step.again() : setSecondStep(true);
      // A new document: nothing of whoever was here before stays in memory.
      window.location.assign(next);
      return leaving;
    });

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [email, password] = [form.get("email"), form.get("password")];
    if (typeof email !== "string" || typeof password !== "string") return;
    enter({ email: email.trim(), password });
  };

  if (step.come !== null) {
    return (
      <step.come.SecondStep
        next={next}
        onStartAgain={() => {
          setSecondStep(false);
          focusTitle();
        }}
      />
    );
  }
  if (asksSecondStep && step.failure === null) return <Skeleton />;
  return (
    <>
      <section className={styles.entry}>
        <PageHeader
          title={t`Log in`}
          lead={<Trans>Werk met je collega’s aan één zelfevaluatie, het hele jaar door.</Trans>}
        />
        {isThrownOut(next) && (
          <Notice kind="attention">
            <p>
              <Trans>
                Je bent niet meer ingelogd. Dat komt na een tijd vanzelf, of doordat een beheerder
                je toegang stopte. Log in, dan zie je bij welke organisaties je nu hoort.
              </Trans>
            </p>
          </Notice>
        )}
        <FailureAlert failure={failure ?? step.failure} />
        <form className={styles.form} onSubmit={send}>
          <TextField
            label={t`E-mailadres`}
            name="email"
            type="email"
            autoComplete="username"
            required
          />
          <PasswordField
            label={t`Wachtwoord`}
            name="password"
            autoComplete="current-password"
            required
          />
          <div className={styles.actions}>
            <Button type="submit" look="first" aria-disabled={isBusy}>
              {isBusy ? <Trans>Bezig met inloggen…</Trans> : <Trans>Log in</Trans>}
            </Button>
            <Link to="/wachtwoord">
              <Trans>Wachtwoord vergeten</Trans>
            </Link>
          </div>
        </form>
      </section>
      <DemoAccounts isDisabled={isBusy} onChoose={enter} />
    </>
  );
}

/** Whether somebody who worked here, and didn't sign out, was sent here from a page of an organisation. */
function isThrownOut(next: string): boolean {
  return next.startsWith("/o/") && hasActed();
}

async function loadSecondStep() {
  const [step] = await Promise.all([secondStep.load(), loadMessages("account")]);
  return step;
}
