import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import type { FormEvent } from "react";
import { Button } from "../../ui/Button.tsx";
import { PasswordField } from "../../ui/PasswordField.tsx";
import { useSubmission } from "../../network/use-submission.ts";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import page from "./AccountPage.module.css";
import { CopyButton } from "./CopyButton.tsx";
import styles from "./EnrolSecondFactor.module.css";
import { textOf } from "./form-text.ts";
import { confirmSecondFactor, startSecondFactor } from "./own-account.ts";
import type { Secret } from "./own-account.ts";
import { ProofField } from "./ProofField.tsx";
import { QrCode } from "./QrCode.tsx";
import { Username } from "./Username.tsx";

interface Props {
  readonly email: string;
  readonly onClose: () => void;
  /** With the recovery codes. */
  readonly onDone: (codes: readonly string[]) => void;
}

/** Turning the second step on: the password, then the app, which proves with a code that it works. */
export function EnrolSecondFactor({ email, onClose, onDone }: Props) {
  const [secret, setSecret] = useState<Secret | null>(null);
  return secret === null ? (
    <AskPassword email={email} onClose={onClose} onSecret={setSecret} />
  ) : (
    <ConnectApp secret={secret} onClose={onClose} onDone={onDone} />
  );
}

interface AskProps {
  readonly email: string;
  readonly onClose: () => void;
  readonly onSecret: (secret: Secret) => void;
}

function AskPassword({ email, onClose, onSecret }: AskProps) {
  const { t } = useLingui();
  const { isBusy, failure, submit } = useSubmission();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = textOf(new FormData(event.currentTarget), "password");
    submit(async () => onSecret(await startSecondFactor(password)));
  };
  return (
    <form className={page.form} onSubmit={send}>
      <FailureAlert failure={failure} />
      <Username email={email} />
      <PasswordField
        label={t`Wachtwoord`}
        hint={<Trans>Zo weten we dat jij het bent, en niet iemand die even langsloopt.</Trans>}
        name="password"
        autoComplete="current-password"
        required
      />
      <div className={page.actions}>
        <Button type="submit" look="first" aria-disabled={isBusy}>
          {isBusy ? <Trans>Bezig…</Trans> : <Trans>Ga verder</Trans>}
        </Button>
        <Button look="quiet" onClick={onClose}>
          <Trans>Annuleer</Trans>
        </Button>
      </div>
    </form>
  );
}

interface ConnectProps {
  readonly secret: Secret;
  readonly onClose: () => void;
  readonly onDone: (codes: readonly string[]) => void;
}

function ConnectApp({ secret: { uri, secret }, onClose, onDone }: ConnectProps) {
  const { t, i18n } = useLingui();
  const { isBusy, failure, submit } = useSubmission();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = textOf(new FormData(event.currentTarget), "code").trim();
    submit(async () => onDone(await confirmSecondFactor(code, i18n.locale)));
  };
  return (
    <div className={styles.steps}>
      <section>
        <h3 ref={title} className={styles.title} tabIndex={-1}>
          <Trans>1. Scan deze code met je app</Trans>
        </h3>
        <div className={styles.scan}>
          <QrCode text={uri} label={t`QR-code voor je app. De sleutel staat ernaast als tekst.`} />
          <div className={styles.typed}>
            <p>
              <Trans>Lukt scannen niet? Typ dan deze sleutel over in je app:</Trans>
            </p>
            <p className={styles.secret} translate="no">
              {secret.match(/.{1,4}/g)?.map((part, index) => (
                <span key={index}>{part} </span>
              ))}
            </p>
            <CopyButton text={secret}>
              <Trans>Kopieer de sleutel</Trans>
            </CopyButton>
            <p>
              <a href={uri}>
                <Trans>Staat de app op dit apparaat? Open hem hier</Trans>
              </a>
            </p>
          </div>
        </div>
      </section>
      <form className={page.form} onSubmit={send}>
        <h3 className={styles.title}>
          <Trans>2. Vul in wat je app laat zien</Trans>
        </h3>
        <FailureAlert failure={failure} />
        <ProofField kind="code" />
        <div className={page.actions}>
          <Button type="submit" look="first" aria-disabled={isBusy}>
            {isBusy ? <Trans>Bezig…</Trans> : <Trans>Zet de tweede stap aan</Trans>}
          </Button>
          <Button look="quiet" onClick={onClose}>
            <Trans>Annuleer</Trans>
          </Button>
        </div>
      </form>
    </div>
  );
}
