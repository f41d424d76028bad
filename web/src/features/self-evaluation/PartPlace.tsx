import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

interface Part {
  /** Code of the norm, indicator or question. */
  readonly part: string;
  readonly norm: string;
}

/** What a part is called in a sentence: `4.1`, `norm 4`. */
export function PartPlace({ part, norm }: Part) {
  return part === norm ? <Trans>norm {norm}</Trans> : part;
}

interface Props extends Part {
  readonly organisation: string;
  /** Where the plan of the norm as a whole stands, instead of its facts. */
  readonly isPlan?: boolean;
  readonly children: ReactNode;
}

/** To where a part stands on the page of its norm. */
export function PlaceLink({ organisation, part, norm, isPlan = false, children }: Props) {
  return (
    <Link
      to="/o/$organisation/zelfevaluatie/$norm"
      params={{ organisation, norm }}
      hash={hashOf(part, norm, isPlan)}
    >
      {children}
    </Link>
  );
}

function hashOf(part: string, norm: string, isPlan: boolean): string {
  if (part === norm) return isPlan ? "niet-gehaald" : "beeld";
  return /V\d+$/.test(part) ? `question-${part}` : `indicator-${part}`;
}
