import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { thingOf } from "./deed.ts";
import type { Deed } from "./deed.ts";

interface Props {
  readonly organisation: string;
  readonly deed: Deed;
  readonly children: ReactNode;
}

/** To where it happened. */
export function DeedLink({ organisation, deed, children }: Props) {
  const params = { organisation };
  const { what, part } = deed;
  if (part !== null) return <ToNorm {...{ organisation, part }}>{children}</ToNorm>;
  switch (what) {
    case "answered":
    case "restored":
      return (
        <Link to="/o/$organisation/zelfevaluatie/ambities" params={params}>
          {children}
        </Link>
      );
    case "norm_submitted":
      return (
        <ToNorm organisation={organisation} part={thingOf(deed)} hash="indienen">
          {children}
        </ToNorm>
      );
    case "profile_changed":
      return (
        <Link to="/o/$organisation/profiel" params={params}>
          {children}
        </Link>
      );
    case "oversight_granted":
    case "oversight_withdrawn":
      return (
        <Link to="/o/$organisation/meekijken" params={params}>
          {children}
        </Link>
      );
    default:
      return /^(evidence|file)_/.test(what) ? (
        <Link to="/o/$organisation/bewijsstukken" params={params}>
          {children}
        </Link>
      ) : (
        <Link to="/o/$organisation/mensen" params={params}>
          {children}
        </Link>
      );
  }
}

function ToNorm({
  organisation,
  part,
  hash,
  children,
}: {
  readonly organisation: string;
  readonly part: string;
  readonly hash?: string;
  readonly children: ReactNode;
}) {
  const [norm = "", inside] = part.split(".");
  const heading = inside?.startsWith("V") ? `question-${part}` : `indicator-${part}`;
  return (
    <Link
      to="/o/$organisation/zelfevaluatie/$norm"
      params={{ organisation, norm }}
      hash={hash ?? (inside === undefined ? "beeld" : heading)}
    >
      {children}
    </Link>
  );
}
