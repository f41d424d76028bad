import { Trans, useLingui } from "@lingui/react/macro";
import { inviteMemberInput } from "@toetssteen/contract";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { FormEvent } from "react";
import { v7 as uuidv7 } from "uuid";
import type { Role } from "../../gql/graphql.ts";
import { Button } from "../../ui/Button.tsx";
import { useInvalidFocus } from "../../ui/focus.ts";
import { MarginPage, MarginRow } from "../../ui/Margin.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useSubmission } from "../../network/use-submission.ts";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import { say } from "./done.ts";
import { useManagement } from "./management.ts";
import { usePeople } from "./people.ts";
import styles from "./PersonPage.module.css";
import { RoleChoices } from "./RoleChoices.tsx";

interface Props {
  readonly organisationId: string;
  readonly organisationName: string;
}

/** Asking somebody to take part. */
export function InvitePage({ organisationId, organisationName }: Props) {
  const { t } = useLingui();
  const { fittingRoles } = usePeople(organisationId);
  const management = useManagement(organisationId);
  const navigate = useNavigate();
  const { isBusy, failure, submit } = useSubmission();
  const [roles, setRoles] = useState<readonly Role[]>([]);
  const [problems, setProblems] = useState<Problems>(none);
  // One invitation however often it is sent; another one once something else was filled in.
  const [id] = useState(() => uuidv7());
  const form = useInvalidFocus<HTMLFormElement>(problems);
  const there = {
    to: "/o/$organisation/mensen",
    params: { organisation: organisationId },
  } as const;

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const [name, email] = [given.get("name"), given.get("email")].map((text) =>
      typeof text === "string" ? text.trim() : "",
    ) as [string, string];
    const found = {
      name: !inviteMemberInput.shape.name.safeParse(name).success,
      email: !inviteMemberInput.shape.email.safeParse(email).success,
      roles: roles.length === 0,
    };
    setProblems(found);
    if (found.name || found.email || found.roles) return;
    submit(async () => {
      say(organisationId, await management.invite({ name, email, roles }, id));
      await navigate(there);
    });
  };

  return (
    <MarginPage>
      <PageHeader
        title={t`Nodig iemand uit`}
        eyebrow={
          <Link {...there}>
            <Trans>Terug naar mensen</Trans>
          </Link>
        }
        lead={<Trans>Om mee te doen bij {organisationName}.</Trans>}
      />
      <div className={styles.body}>
        <MarginRow margin={<WhatHappens />}>
          <form ref={form} className={styles.form} onSubmit={send} noValidate>
            <FailureAlert failure={failure} />
            <TextField
              label={t`Naam`}
              hint={<Trans>Zoals collega’s deze persoon kennen.</Trans>}
              error={
                problems.name
                  ? t`Een naam van hooguit 80 tekens: letters, spaties, punten, streepjes en apostrofs.`
                  : null
              }
              name="name"
              autoComplete="off"
            />
            <TextField
              label={t`E-mailadres`}
              hint={<Trans>Daar gaat de uitnodiging naartoe.</Trans>}
              error={problems.email ? t`Vul een e-mailadres in zoals naam@bibliotheek.nl.` : null}
              name="email"
              type="email"
              autoComplete="off"
            />
            <RoleChoices
              fitting={fittingRoles}
              chosen={roles}
              hint={<Trans>Je kunt er meer kiezen.</Trans>}
              error={problems.roles ? t`Kies minstens één rol.` : null}
              onChange={setRoles}
            />
            <div className={styles.actions}>
              <Button type="submit" look="first" aria-disabled={isBusy}>
                {isBusy ? <Trans>Bezig…</Trans> : <Trans>Stuur de uitnodiging</Trans>}
              </Button>
              <Link {...there}>
                <Trans>Annuleer</Trans>
              </Link>
            </div>
          </form>
        </MarginRow>
      </div>
    </MarginPage>
  );
}

interface Problems {
  readonly name: boolean;
  readonly email: boolean;
  readonly roles: boolean;
}

const none: Problems = { name: false, email: false, roles: false };

function WhatHappens() {
  return (
    <section className={styles.margin}>
      <h2>
        <Trans>Wat er dan gebeurt</Trans>
      </h2>
      <p>
        <Trans>
          Er gaat een mail met een link. Die werkt veertien dagen, en alleen voor wie op dat adres
          post krijgt.
        </Trans>
      </p>
      <p>
        <Trans>
          Wie al een account heeft, logt daarmee in. Een ander kiest eerst een wachtwoord.
        </Trans>
      </p>
      <p>
        <Trans>Intrekken kan zolang de uitnodiging niet is aangenomen.</Trans>
      </p>
    </section>
  );
}
