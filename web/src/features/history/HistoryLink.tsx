import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import { useDossierPlace } from "../self-evaluation/dossier-place.ts";
import { writeKey } from "./text-key.ts";
import type { TextKey } from "./text-key.ts";

interface Props extends TextKey {
  /** What the text is called, for who can't see where the link stands. */
  readonly about: string;
}

/** To the earlier versions of a text, on the page where it stands. */
export function HistoryLink({ about, part, field }: Props) {
  const { organisationId: organisation } = useDossierPlace();
  const search = { geschiedenis: writeKey({ part, field }) };
  const name = (
    <>
      <Trans>Geschiedenis</Trans>
      <VisuallyHidden> ({about})</VisuallyHidden>
    </>
  );
  return part === null ? (
    <Link
      to="/o/$organisation/zelfevaluatie/ambities"
      params={{ organisation }}
      search={search}
      hash
      resetScroll={false}
    >
      {name}
    </Link>
  ) : (
    <Link
      to="/o/$organisation/zelfevaluatie/$norm"
      params={{ organisation, norm: part.split(".")[0] ?? "" }}
      search={search}
      hash
      resetScroll={false}
    >
      {name}
    </Link>
  );
}
