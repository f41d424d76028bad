import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import { useDossierPlace } from "../self-evaluation/dossier-place.ts";
import { writeKey } from "./text-key.ts";
import type { TextKey } from "./text-key.ts";

interface Props extends TextKey {
  /** Code of the norm on whose page it stands. */
  readonly norm: string;
  /** What the text is called, for who can't see where the link stands. */
  readonly about: string;
}

/** To the earlier versions of a text. */
export function HistoryLink({ norm, about, part, field }: Props) {
  const { organisationId } = useDossierPlace();
  return (
    <Link
      to="/o/$organisation/zelfevaluatie/$norm"
      params={{ organisation: organisationId, norm }}
      search={{ geschiedenis: writeKey({ part, field }) }}
      resetScroll={false}
    >
      <Trans>Geschiedenis</Trans>
      <VisuallyHidden> ({about})</VisuallyHidden>
    </Link>
  );
}
