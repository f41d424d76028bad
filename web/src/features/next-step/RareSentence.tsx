import { Trans, useLingui } from "@lingui/react/macro";
import type { NextStep } from "@toetssteen/norms";
import { getRouteApi, Link } from "@tanstack/react-router";
import { writeDayOf } from "../../i18n/dates.ts";
import { PartPlace } from "../self-evaluation/PartPlace.tsx";
import { useLastSubmission } from "../submission/use-versions.ts";
import { useSincePlaces } from "./use-since-places.ts";
import { useSince } from "../self-evaluation/use-situation.ts";

type Of<Kind extends NextStep["kind"]> = Extract<NextStep, { readonly kind: Kind }>;

export interface RareProps {
  readonly step: Of<"profile" | "ambitions" | "invite" | "close" | "submit" | "submit-again">;
  readonly organisation: string;
}

const organisationRoute = getRouteApi("/o/$organisation");

/** How a library begins, and how it hands in. */
export function RareSentence({ step, organisation }: RareProps) {
  switch (step.kind) {
    case "close":
      return <CloseSentence step={step} organisation={organisation} />;
    case "submit":
    case "submit-again":
      return <SubmitSentence step={step} organisation={organisation} />;
    default:
      return <BeginningSentence kind={step.kind} organisation={organisation} />;
  }
}

function CloseSentence({
  step,
  organisation,
}: Pick<RareProps, "organisation"> & { readonly step: Of<"close"> }) {
  const { id, part, norm } = step.thread;
  const place = <PartPlace part={part} norm={norm} />;
  return (
    <Trans>
      <Link
        to="/o/$organisation/zelfevaluatie/$norm"
        params={{ organisation, norm }}
        hash={`opmerking-${id}`}
      >
        rond het gesprek bij {place} af
      </Link>
      . Daarna kan norm {norm} worden ingediend.
    </Trans>
  );
}

function BeginningSentence({
  kind,
  organisation,
}: Pick<RareProps, "organisation"> & { readonly kind: "profile" | "ambitions" | "invite" }) {
  const params = { organisation };
  switch (kind) {
    case "profile":
      return (
        <Trans>
          kijk of{" "}
          <Link to="/o/$organisation/profiel" params={params}>
            het bibliotheekprofiel
          </Link>{" "}
          klopt, en schrijf dan{" "}
          <Link to="/o/$organisation/zelfevaluatie/ambities" params={params}>
            jullie ambities
          </Link>{" "}
          op.
        </Trans>
      );
    case "ambitions":
      return (
        <Trans>
          <Link to="/o/$organisation/zelfevaluatie/ambities" params={params}>
            schrijf jullie ambities op
          </Link>
          . De rest van de zelfevaluatie bouwt daarop voort.
        </Trans>
      );
    case "invite":
      return <InviteSentence organisation={organisation} />;
  }
}

/** Only an administrator invites; who coordinates asks them. */
function InviteSentence({ organisation }: Pick<RareProps, "organisation">) {
  const { hat } = organisationRoute.useRouteContext();
  const params = { organisation };
  return hat.roles.includes("ADMINISTRATOR") ? (
    <Trans>
      <Link to="/o/$organisation/mensen/uitnodigen" params={params}>
        nodig een collega uit
      </Link>
      . Jij bent de enige die hier kan schrijven.
    </Trans>
  ) : (
    <Trans>
      vraag{" "}
      <Link to="/o/$organisation/mensen" params={params}>
        je beheerder
      </Link>{" "}
      om een collega uit te nodigen. Jij bent de enige die hier kan schrijven.
    </Trans>
  );
}

function SubmitSentence({
  step: { kind, submitted },
  organisation,
}: Pick<RareProps, "organisation"> & { readonly step: Of<"submit" | "submit-again"> }) {
  const { i18n } = useLingui();
  const { norm, before } = submitted;
  const last = useLastSubmission()(norm);
  const since = useSince().get(last?.id ?? "");
  const namesOf = useSincePlaces();
  const there = {
    to: "/o/$organisation/zelfevaluatie/$norm",
    params: { organisation, norm },
    hash: "indienen",
  } as const;
  if (kind === "submit" || before === null)
    return (
      <Trans>
        <Link {...there}>dien norm {norm} in</Link>. Alles is klaar en nagelezen.
      </Trans>
    );
  const day = writeDayOf(before, i18n.locale);
  const places = since ? namesOf(since).map(({ name }) => name) : [];
  const list = new Intl.ListFormat(i18n.locale).format(places);
  return (
    <Trans>
      <Link {...there}>dien norm {norm} opnieuw in</Link>. Na {day} veranderde: {list}.
    </Trans>
  );
}
