import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { FormEvent, ReactNode } from "react";
import { Button } from "../../ui/Button.tsx";
import { PasswordField } from "../../ui/PasswordField.tsx";
import { useSubmission } from "../../network/use-submission.ts";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import page from "./AccountPage.module.css";
import { textOf } from "./form-text.ts";
import type { Proof } from "./own-account.ts";
import { proofFrom, ProofField } from "./ProofField.tsx";
import type { ProofKind } from "./ProofField.tsx";
import { Username } from "./Username.tsx";

interface Props {
  readonly email: string;
  readonly about: ReactNode;
  /** The button. */
  readonly verb: ReactNode;
  readonly allowsRecovery: boolean;
  readonly onClose: () => void;
  /** @throws what the server refuses */
  readonly onProof: (password: string, proof: Proof) => Promise<void>;
}

/** Before the second step is changed: the password and the second step itself. */
export function ProveForm({ email, about, verb, allowsRecovery, onClose, onProof }: Props) {
  const { t } = useLingui();
  const { isBusy, failure, submit } = useSubmission();
  const [kind, setKind] = useState<ProofKind>("code");
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    submit(() => onProof(textOf(given, "password"), proofFrom(given)));
  };
  return (
    <form className={page.form} onSubmit={send}>
      <p>{about}</p>
      <FailureAlert failure={failure} />
      <Username email={email} />
      <PasswordField
        label={t`Wachtwoord`}
        name="password"
        autoComplete="current-password"
        required
      />
      <ProofField kind={kind} {...(allowsRecovery && { onKind: setKind })} />
      <div className={page.actions}>
        <Button type="submit" look="first" aria-disabled={isBusy}>
          {isBusy ? <Trans>Bezig…</Trans> : verb}
        </Button>
        <Button look="quiet" onClick={onClose}>
          <Trans>Annuleer</Trans>
        </Button>
      </div>
    </form>
  );
}
