import { Trans, useLingui } from "@lingui/react/macro";
import { useApolloClient } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { FormEvent, ReactNode } from "react";
import { AcceptInvitationDocument } from "../../gql/graphql.ts";
import type { InvitationQuery } from "../../gql/graphql.ts";
import { Button, buttonClass } from "../../ui/Button.tsx";
import { useInvalidFocus } from "../../ui/focus.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { leaving, useSubmission } from "../../network/use-submission.ts";
import { findPasswordProblem, NewPasswordField } from "../account/NewPasswordField.tsx";
import type { PasswordProblem } from "../account/NewPasswordField.tsx";
import { textOf } from "../account/form-text.ts";
import { askIdentity } from "../identity/ask-identity.ts";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import { problemOf } from "../../network/problem.ts";
import { signOut } from "../identity/sign-in.ts";
import styles from "./InvitationPage.module.css";
import { RoleList } from "./RoleMeanings.tsx";

type Seen = NonNullable<InvitationQuery["invitation"]>;

interface Props {
  readonly token: string;
  readonly invitation: Seen | null;
  /** Address of who is signed in. */
  readonly signedInAs: string | null;
}

/** Where the link in an invitation leads: what it opens, for whom, and taking it. */
export function InvitationPage({ token, invitation, signedInAs }: Props) {
  const { t } = useLingui();
  if (invitation === null) {
    return (
      <Closed title={t`Deze uitnodiging kennen we niet`}>
        <Trans>
          Misschien is de link niet helemaal meegekomen. Open hem rechtstreeks uit de mail, of plak
          hem in één stuk.
        </Trans>
      </Closed>
    );
  }
  const { organisationName, email } = invitation;
  if (invitation.inviterLeft) {
    return (
      <Closed title={t`Deze uitnodiging geldt niet meer`}>
        <Trans>
          Wie jou uitnodigde, is geen beheerder van {organisationName} meer. Vraag de beheerder die
          er nu is om een nieuwe uitnodiging.
        </Trans>
      </Closed>
    );
  }
  if (!invitation.open) {
    return (
      <Closed title={t`Deze uitnodiging geldt niet meer`}>
        <Trans>
          De link is verlopen, ingetrokken of al gebruikt. Nam jij de uitnodiging al aan? Dan kun je
          gewoon inloggen. Anders vraag je de beheerder van {organisationName} om een nieuwe.
        </Trans>
      </Closed>
    );
  }
  return (
    <>
      <section className={styles.invitation}>
        <PageHeader
          eyebrow={<Trans>Uitnodiging voor {email}</Trans>}
          title={t`Doe mee met ${organisationName}`}
          lead={
            <Trans>
              In Toetssteen werkt een bibliotheek het hele jaar aan haar zelfevaluatie. Dit ga jij
              daar doen:
            </Trans>
          }
        />
        <RoleList roles={invitation.roles} fitting={invitation.roles} />
      </section>
      <section className={styles.answer}>
        {signedInAs === null ? (
          <ChoosePassword token={token} invitation={invitation} />
        ) : signedInAs.toLowerCase() === email.toLowerCase() ? (
          <Accept token={token} invitation={invitation} />
        ) : (
          <OtherAccount email={email} signedInAs={signedInAs} />
        )}
      </section>
    </>
  );
}

function Closed({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={styles.invitation}>
      <PageHeader title={title} lead={children} />
      <p>
        <Link to="/" className={buttonClass("plain")}>
          <Trans>Naar je startpagina</Trans>
        </Link>
      </p>
    </div>
  );
}

/** Takes the invitation and goes to where it leads. */
function useAccept(token: string, organisationName: string) {
  const client = useApolloClient();
  return async () => {
    const { data } = await client.mutate({
      mutation: AcceptInvitationDocument,
      variables: { token },
    });
    const hat = data?.acceptInvitation.hats.find(({ name }) => name === organisationName);
    // A new document: from here on somebody is inside.
    window.location.assign(hat ? `/o/${hat.id}` : "/");
    return leaving;
  };
}

interface AcceptProps {
  readonly token: string;
  readonly invitation: Seen;
}

function Accept({ token, invitation: { organisationName, email } }: AcceptProps) {
  const { isBusy, failure, submit } = useSubmission();
  const accept = useAccept(token, organisationName);
  return (
    <div className={styles.form}>
      <h2 className={styles.heading}>
        <Trans>Neem de uitnodiging aan</Trans>
      </h2>
      <p>
        <Trans>
          Je bent ingelogd als <strong>{email}</strong>. Daarna wissel je tussen je organisaties
          zonder opnieuw in te loggen.
        </Trans>
      </p>
      <FailureAlert failure={failure} />
      <div>
        <Button look="first" aria-disabled={isBusy} onClick={() => submit(accept)}>
          {isBusy ? <Trans>Bezig…</Trans> : <Trans>Doe mee</Trans>}
        </Button>
      </div>
    </div>
  );
}

interface ChooseProps {
  readonly token: string;
  readonly invitation: Seen;
}

function ChoosePassword({ token, invitation: { organisationName, email } }: ChooseProps) {
  const { t } = useLingui();
  const { isBusy, failure, submit } = useSubmission();
  const [problems, setProblems] = useState<{ password: PasswordProblem | null }>(none);
  const [hasAccount, setHasAccount] = useState(false);
  const form = useInvalidFocus<HTMLFormElement>(problems);
  const accept = useAccept(token, organisationName);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = textOf(new FormData(event.currentTarget), "newPassword");
    const problem = findPasswordProblem(password);
    setProblems({ password: problem });
    if (problem) return;
    submit(async () => {
      try {
        await askIdentity("/accept-invitation", { token, password });
      } catch (error) {
        if (problemOf(error) !== "SIGN_IN_FIRST") throw error;
        return setHasAccount(true);
      }
      return accept();
    });
  };

  if (hasAccount) return <KnownAddress email={email} token={token} />;
  return (
    <form ref={form} className={styles.form} onSubmit={send} noValidate>
      <h2 className={styles.heading}>
        <Trans>Kies een wachtwoord</Trans>
      </h2>
      <FailureAlert failure={failure} />
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <NewPasswordField label={t`Wachtwoord`} problem={problems.password} />
      <div>
        <Button type="submit" look="first" aria-disabled={isBusy}>
          {isBusy ? <Trans>Bezig…</Trans> : <Trans>Doe mee</Trans>}
        </Button>
      </div>
      <p>
        <Trans>
          Heb je al een account met dit adres?{" "}
          <Link to="/aanmelden" search={{ naar: `/uitnodiging/${token}` }}>
            Log dan eerst in
          </Link>
          .
        </Trans>
      </p>
    </form>
  );
}

const none = { password: null };

function KnownAddress({ email, token }: { readonly email: string; readonly token: string }) {
  return (
    <div className={styles.form} role="alert">
      <h2 className={styles.heading}>
        <Trans>Je hebt al een account</Trans>
      </h2>
      <p>
        <Trans>
          Met {email} kun je al inloggen. Gebruik je eigen wachtwoord; wat je net koos, is niet
          bewaard. Daarna kom je hier terug.
        </Trans>
      </p>
      <div>
        <Link
          to="/aanmelden"
          search={{ naar: `/uitnodiging/${token}` }}
          className={buttonClass("first")}
        >
          <Trans>Log in en doe mee</Trans>
        </Link>
      </div>
    </div>
  );
}

interface OtherProps {
  readonly email: string;
  readonly signedInAs: string;
}

function OtherAccount({ email, signedInAs }: OtherProps) {
  const { isBusy, failure, submit } = useSubmission();
  const change = () =>
    submit(async () => {
      await signOut();
      window.location.reload();
      return leaving;
    });
  return (
    <div className={styles.form}>
      <h2 className={styles.heading}>
        <Trans>Je bent ingelogd met een ander adres</Trans>
      </h2>
      <p>
        <Trans>
          Je bent nu <strong>{signedInAs}</strong>, en deze uitnodiging is voor{" "}
          <strong>{email}</strong>. Is dat ook van jou? Log dan uit; daarna kun je die aannemen.
        </Trans>
      </p>
      <FailureAlert failure={failure} />
      <div className={styles.actions}>
        <Button look="first" aria-disabled={isBusy} onClick={change}>
          <Trans>Log uit en ga verder</Trans>
        </Button>
        <Link to="/">
          <Trans>Naar je startpagina</Trans>
        </Link>
      </div>
    </div>
  );
}
