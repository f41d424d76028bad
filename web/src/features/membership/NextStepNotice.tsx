import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useNow } from "../../i18n/now.ts";
import { Notice } from "../../ui/Notice.tsx";
import { nextStep } from "./next-step.ts";
import type { NextStep } from "./next-step.ts";
import { isAdministrator, useInvitations } from "./people.ts";
import type { Membership, People } from "./people.ts";

interface ManagerProps {
  readonly organisationId: string;
  readonly people: People;
}

/** For administrators. */
export function ManagerNextStep({ organisationId, people }: ManagerProps) {
  const invitations = useInvitations(organisationId);
  const step = nextStep({ ...people, invitations }, useNow());
  return (
    <Step>
      <Sentence step={step} organisation={organisationId} />
    </Step>
  );
}

/** For everybody else: who to ask. */
export function ReaderNextStep({ present }: { readonly present: readonly Membership[] }) {
  const { i18n } = useLingui();
  const administrators = present.filter(isAdministrator);
  const names = new Intl.ListFormat(i18n.locale).format(administrators.map(({ name }) => name));
  return (
    <Step>
      {administrators.length === 0 ? (
        <Trans>je hoeft nu niets te doen. Er is nu geen beheerder.</Trans>
      ) : (
        <Plural
          value={administrators.length}
          one={`je hoeft nu niets te doen. ${names} regelt wie er toegang heeft.`}
          other={`je hoeft nu niets te doen. ${names} regelen wie er toegang heeft.`}
        />
      )}
    </Step>
  );
}

function Step({ children }: { readonly children: ReactNode }) {
  return (
    <Notice kind="step">
      <p>
        <strong>
          <Trans>Volgende stap:</Trans>
        </strong>{" "}
        {children}
      </p>
    </Notice>
  );
}

interface SentenceProps {
  readonly step: NextStep;
  readonly organisation: string;
}

function Sentence({ step, organisation }: SentenceProps) {
  switch (step.kind) {
    case "invite-again": {
      const { name } = step;
      return <Trans>stuur {name} de uitnodiging opnieuw. De vorige is verlopen.</Trans>;
    }
    case "invite-first":
      return (
        <Trans>
          <Inviting organisation={organisation}>nodig je eerste collega uit</Inviting>. Je bent hier
          nog alleen.
        </Trans>
      );
    case "find-coordinator":
      return (
        <Trans>
          maak iemand kwaliteitscoördinator, of{" "}
          <Inviting organisation={organisation}>nodig die uit</Inviting>. Zonder coördinator dient
          niemand de zelfevaluatie in.
        </Trans>
      );
    case "second-administrator":
      return (
        <Trans>
          maak nog iemand beheerder. Nu kan er maar één persoon uitnodigen en rollen geven, en die
          is ook wel eens weg.
        </Trans>
      );
    case "wait":
      return (
        <Plural
          value={step.open}
          one="je hoeft nu niets te doen. # uitnodiging staat nog open."
          other="je hoeft nu niets te doen. # uitnodigingen staan nog open."
        />
      );
    case "done":
      return <Trans>je hoeft nu niets te doen. Er staan geen uitnodigingen open.</Trans>;
  }
}

interface InvitingProps {
  readonly organisation: string;
  readonly children: ReactNode;
}

function Inviting({ organisation, children }: InvitingProps) {
  return (
    <Link to="/o/$organisation/mensen/uitnodigen" params={{ organisation }}>
      {children}
    </Link>
  );
}
