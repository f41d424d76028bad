import { nextStep } from "@toetssteen/norms";
import { Trans } from "@lingui/react/macro";
import { Notice } from "../../ui/Notice.tsx";
import { StepSentence } from "./StepSentence.tsx";
import { useSituation } from "./use-situation.ts";

interface Props {
  readonly organisation: string;
  /** On the page of a norm: what is to be done there comes first. */
  readonly norm?: string | undefined;
}

/** The one thing to do next, in a sentence with the way to it: the same on every page. */
export function NextStepNotice({ organisation, norm }: Props) {
  const situation = useSituation();
  if (situation === null) return null;
  const step = nextStep(situation, norm ?? null);
  const isNothing = step.kind === "nothing" || step.kind === "wait";
  return (
    <Notice kind="step">
      <p>
        {isNothing ? (
          <strong>
            <Trans>Je hoeft nu niets te doen.</Trans>
          </strong>
        ) : (
          <strong>
            <Trans>Volgende stap:</Trans>
          </strong>
        )}{" "}
        <StepSentence step={step} organisation={organisation} today={situation.today} />
      </p>
    </Notice>
  );
}
