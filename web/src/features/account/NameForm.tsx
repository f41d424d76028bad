import { useApolloClient } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { changeNameInput } from "@toetssteen/contract";
import { useRouter } from "@tanstack/react-router";
import { useState } from "react";
import type { FormEvent } from "react";
import { ChangeNameDocument } from "../../gql/graphql.ts";
import { Button } from "../../ui/Button.tsx";
import { useFirstFieldFocus, useInvalidFocus } from "../../ui/focus.ts";
import { announce } from "../../ui/LiveRegion.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useSubmission } from "../../network/use-submission.ts";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import styles from "./AccountPage.module.css";
import { textOf } from "./form-text.ts";

interface Props {
  readonly name: string;
  readonly onClose: () => void;
}

/** The name of who is signed in, at every organisation that they work for. */
export function NameForm({ name, onClose }: Props) {
  const { t } = useLingui();
  const client = useApolloClient();
  const router = useRouter();
  const { isBusy, failure, submit } = useSubmission();
  const [problems, setProblems] = useState({ isWrong: false });
  const form = useInvalidFocus<HTMLFormElement>(problems);

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const input = { name: textOf(new FormData(event.currentTarget), "name") };
    const { success } = changeNameInput.safeParse(input);
    setProblems({ isWrong: !success });
    if (!success) return;
    submit(async () => {
      await client.mutate({ mutation: ChangeNameDocument, variables: { input } });
      announce(t`Je naam is gewijzigd.`);
      onClose();
      await router.invalidate();
    });
  };

  return (
    <div ref={useFirstFieldFocus<HTMLDivElement>()}>
      <form ref={form} className={styles.form} onSubmit={send} noValidate>
        <FailureAlert failure={failure} />
        <TextField
          label={t`Je naam`}
          name="name"
          autoComplete="name"
          defaultValue={name}
          hint={t`Zo zien collega’s je, bij elke organisatie waar je werkt. Wat al is ingediend, verandert niet.`}
          error={
            problems.isWrong
              ? t`Een naam van hooguit 80 tekens: letters, spaties, punten, streepjes en apostrofs.`
              : null
          }
        />
        <div className={styles.actions}>
          <Button type="submit" look="first" small aria-disabled={isBusy}>
            {isBusy ? <Trans>Bewaren…</Trans> : <Trans>Bewaar</Trans>}
          </Button>
          <Button look="quiet" small onClick={onClose}>
            <Trans>Annuleer</Trans>
          </Button>
        </div>
      </form>
    </div>
  );
}
