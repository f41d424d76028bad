import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Notice } from "../../ui/Notice.tsx";
import type { NextStep } from "./next-step.ts";

interface Props {
  readonly step: NextStep;
  readonly organisation: string;
}

/** The one thing to do next, in a sentence with the way to it. */
export function NextStepNotice({ step, organisation }: Props) {
  return (
    <Notice kind="step">
      <p>
        <strong>
          <Trans>Volgende stap:</Trans>
        </strong>{" "}
        <Sentence step={step} organisation={organisation} />
      </p>
    </Notice>
  );
}

function Sentence({ step, organisation }: Props) {
  if (step.kind === "done") return <Trans>geen. Alle antwoorden zijn klaar.</Trans>;
  if (step.kind === "follow")
    return <Trans>geen. Je leest hier mee; je collega’s schrijven.</Trans>;
  if (step.kind === "none")
    return <Trans>geen. Er zijn hier nog geen indicatoren om te beantwoorden.</Trans>;

  if (step.kind === "submitted")
    return (
      <Trans>geen. De antwoorden zijn ingediend. Auditors met een opdracht kunnen ze lezen.</Trans>
    );
  if (step.kind === "submit") {
    const { norm } = step;
    return (
      <Trans>
        <Link
          to="/o/$organisation/zelfevaluatie/$norm"
          params={{ organisation, norm }}
          hash="indienen"
        >
          dien norm {norm} in
        </Link>
        . Elke indicator heeft een ja of nee.
      </Trans>
    );
  }

  const { indicator, norm } = step.work;
  const there = { indicator, norm, organisation };
  if (step.kind === "wait") {
    const { name } = step;
    return (
      <Trans>
        geen voor jou. {name} werkt aan <There {...there}>{indicator}</There>.
      </Trans>
    );
  }
  if (step.kind === "read") {
    return (
      <Trans>
        <There {...there}>lees het antwoord bij {indicator} na</There>. Het staat klaar om gelezen
        te worden.
      </Trans>
    );
  }
  if (step.kind === "continue") {
    return step.isMine ? (
      <Trans>
        <There {...there}>schrijf verder aan {indicator}</There>. Jij bent ermee bezig.
      </Trans>
    ) : (
      <Trans>
        <There {...there}>loop het antwoord bij {indicator} na</There> en vul het aan.
      </Trans>
    );
  }
  return step.isMine ? (
    <Trans>
      <There {...there}>geef antwoord bij {indicator}</There>. Dat wacht op jou.
    </Trans>
  ) : (
    <Trans>
      <There {...there}>geef antwoord bij {indicator}</There>. Daar schreef nog niemand.
    </Trans>
  );
}

interface ThereProps {
  readonly indicator: string;
  readonly norm: string;
  readonly organisation: string;
  readonly children: ReactNode;
}

function There({ indicator, norm, organisation, children }: ThereProps) {
  return (
    <Link
      to="/o/$organisation/zelfevaluatie/$norm"
      params={{ organisation, norm }}
      hash={`indicator-${indicator}`}
    >
      {children}
    </Link>
  );
}
