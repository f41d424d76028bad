import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { SearchHitFragment } from "../../gql/graphql.ts";
import { hashOf } from "./groups.ts";

interface Props {
  readonly hit: SearchHitFragment;
  readonly organisationId: string;
  readonly className: string | undefined;
  readonly children: ReactNode;
}

/** Goes to the place where something was found. */
export function HitLink({ hit, organisationId: organisation, className, children }: Props) {
  const { norm } = hit;
  if (hit.kind === "DOCUMENT")
    return (
      <Link
        to="/o/$organisation/bewijsstukken/$id"
        params={{ organisation, id: hit.targetId ?? "" }}
        className={className}
        data-walk
      >
        {children}
      </Link>
    );
  if (norm === null)
    return (
      <Link
        to="/o/$organisation/zelfevaluatie/ambities"
        params={{ organisation }}
        hash={hashOf(hit)}
        className={className}
        data-walk
      >
        {children}
      </Link>
    );
  return (
    <Link
      to="/o/$organisation/zelfevaluatie/$norm"
      params={{ organisation, norm }}
      hash={hashOf(hit)}
      className={className}
      data-walk
    >
      {children}
    </Link>
  );
}
