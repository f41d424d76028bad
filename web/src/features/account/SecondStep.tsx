import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { FormEvent } from "react";
import { Button } from "../../ui/Button.tsx";
import { useFirstFieldFocus, useTitleFocus } from "../../ui/focus.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { leaving, useSubmission } from "../../network/use-submission.ts";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import styles from "./Entry.module.css";
import { signInSecondStep } from "./own-account.ts";
import { proofFrom, ProofField } from "./ProofField.tsx";
import type { ProofKind } from "./ProofField.tsx";

interface Props {
  /** The page that was asked for, to go on to. */
  readonly next: string;
  readonly onStartAgain: () => void;
}

/** Signing in, after the password: the code that only this person's phone can make. */
export function SecondStep({ next, onStartAgain }: Props) {
  const { t, i18n } = useLingui();
  const { isBusy, failure, submit } = useSubmission();
  const [kind, setKind] = useState<ProofKind>("code");
  const [codesLeft, setCodesLeft] = useState<number | null>(null);
  const form = useFirstFieldFocus<HTMLFormElement>();
  if (codesLeft !== null) return <Recovered codesLeft={codesLeft} next={next} />;

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const proof = proofFrom(new FormData(event.currentTarget));
    submit(async () => {
      const left = await signInSecondStep(proof, i18n.locale);
      if (left !== null) return setCodesLeft(left);
      window.location.assign(next);
      return leaving;
    });
  };

  return (
    <section className={styles.entry}>
      <PageHeader
        title={t`Nog één stap`}
        lead={<Trans>Je wachtwoord klopt. Laat nu zien dat jij het bent.</Trans>}
      />
      <FailureAlert
        failure={failure}
        words={
          kind === "recovery"
            ? {
                INVALID_CODE: (
                  <Trans>
                    Deze herstelcode klopt niet, of je gebruikte hem al. Probeer een andere.
                  </Trans>
                ),
              }
            : {}
        }
      />
      <form ref={form} className={styles.form} onSubmit={send}>
        <ProofField kind={kind} onKind={setKind} />
        <div className={styles.actions}>
          <Button type="submit" look="first" aria-disabled={isBusy}>
            {isBusy ? <Trans>Bezig met inloggen…</Trans> : <Trans>Log in</Trans>}
          </Button>
          <Button look="quiet" onClick={onStartAgain}>
            <Trans>Begin opnieuw</Trans>
          </Button>
        </div>
      </form>
    </section>
  );
}

function Recovered({ codesLeft, next }: { readonly codesLeft: number; readonly next: string }) {
  const { t } = useLingui();
  useTitleFocus();
  return (
    <section className={styles.entry}>
      <PageHeader
        title={t`Je bent ingelogd`}
        lead={
          <Plural
            value={codesLeft}
            _0="Dat was je laatste herstelcode."
            one="Je hebt nog # herstelcode. De code die je gebruikte, werkt niet meer."
            other="Je hebt nog # herstelcodes. De code die je gebruikte, werkt niet meer."
          />
        }
      />
      <p className={styles.text}>
        <Trans>
          Is je telefoon kwijt of heb je een nieuwe? Zet dan bij je account de tweede stap uit, en
          weer aan op je nieuwe telefoon. Doe dat nu je er toch aan denkt.
        </Trans>
      </p>
      <div className={styles.actions}>
        <Button look="first" onClick={() => window.location.assign(next)}>
          <Trans>Ga verder</Trans>
        </Button>
        <Link to="/account" hash="tweede-stap">
          <Trans>Naar je account</Trans>
        </Link>
      </div>
    </section>
  );
}
