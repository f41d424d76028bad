import { Trans, useLingui } from "@lingui/react/macro";
import { errors } from "@toetssteen/contract";
import { useEffect, useRef, useState } from "react";
import type { FormEvent } from "react";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { DemoAccounts } from "./DemoAccounts.tsx";
import type { Problem } from "./problem.ts";
import { signIn } from "./sign-in.ts";
import styles from "./SignInPage.module.css";

/** `next`: the page that was asked for, to go on to. */
export function SignInPage({ next }: { readonly next: string }) {
  const { t } = useLingui();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const alert = useRef<HTMLDivElement>(null);

  // A failed attempt is said, and the next Tab goes to the form below it.
  useEffect(() => {
    if (problem !== null) alert.current?.focus();
  }, [problem]);

  const enter = async (credentials: { email: string; password: string }) => {
    setBusy(true);
    setProblem(null);
    const refusal = await signIn(credentials);
    // A new document: nothing of whoever was here before stays in memory.
    if (refusal === null) return window.location.assign(next);
    setProblem(refusal);
    setBusy(false);
  };

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const form = new FormData(event.currentTarget);
    const [email, password] = [form.get("email"), form.get("password")];
    if (typeof email !== "string" || typeof password !== "string") return;
    void enter({ email: email.trim(), password });
  };

  return (
    <>
      <section className={styles.entry}>
        <PageHeader
          title={t`Log in`}
          lead={<Trans>Werk met je collega’s aan één zelfevaluatie, het hele jaar door.</Trans>}
        />
        <div ref={alert} role="alert" tabIndex={-1} className={styles.alert}>
          {problem !== null && <ProblemNotice problem={problem} />}
        </div>
        <form className={styles.form} onSubmit={submit}>
          <TextField
            label={t`E-mailadres`}
            name="email"
            type="email"
            autoComplete="username"
            required
          />
          <TextField
            label={t`Wachtwoord`}
            name="password"
            type="password"
            autoComplete="current-password"
            required
          />
          <Button type="submit" look="first" aria-disabled={isBusy}>
            {isBusy ? <Trans>Bezig met inloggen…</Trans> : <Trans>Log in</Trans>}
          </Button>
        </form>
      </section>
      <DemoAccounts isDisabled={isBusy} onChoose={(account) => void enter(account)} />
    </>
  );
}

function ProblemNotice({ problem }: { readonly problem: Problem }) {
  const { i18n } = useLingui();
  return (
    <Notice kind="error">
      <p>
        {problem === "NO_CONNECTION" ? (
          <Trans>
            We kunnen Toetssteen nu niet bereiken. Kijk of je internet werkt en probeer het opnieuw.
          </Trans>
        ) : (
          errors[problem][i18n.locale === "en" ? "en" : "nl"]
        )}
      </p>
    </Notice>
  );
}
