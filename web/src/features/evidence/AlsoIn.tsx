import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import type { AlsoIn as Other } from "./same-file.ts";

interface Props {
  readonly organisation: string;
  readonly items: readonly Other[];
}

/** Says in which other documents a file is too. */
export function AlsoIn({ organisation, items }: Props) {
  const links = items.map(({ id, title }, index) => (
    <Fragment key={id}>
      {index > 0 && ", "}
      <Link to="/o/$organisation/bewijsstukken/$id" params={{ organisation, id }}>
        {title}
      </Link>
    </Fragment>
  ));
  return (
    <p>
      <Trans>Hetzelfde bestand staat ook in: {links}</Trans>
    </p>
  );
}
