import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { OverseenRowFragment } from "../../gql/graphql.ts";
import { writeDay } from "../../i18n/dates.ts";
import { Notice } from "../../ui/Notice.tsx";
import { planningOf, toCall } from "./planning-of.ts";

interface Props {
  readonly organisation: string;
  readonly libraries: readonly OverseenRowFragment[];
  readonly now: Date;
}

/** The one library to call first. */
export function OverseenStep({ organisation, libraries, now }: Props) {
  const [first] = toCall(libraries, now);
  return (
    <Notice kind="step">
      <p>
        <strong>
          <Trans>Volgende stap:</Trans>
        </strong>{" "}
        {first === undefined ? (
          <Trans>
            je hoeft nu niets te doen. Niemand loopt achter of hoeft binnen acht weken in te dienen.
          </Trans>
        ) : (
          <Call organisation={organisation} library={first} now={now} />
        )}
      </p>
    </Notice>
  );
}

interface CallProps {
  readonly organisation: string;
  readonly library: OverseenRowFragment;
  readonly now: Date;
}

function Call({ organisation, library, now }: CallProps) {
  const { i18n } = useLingui();
  const { name } = library.organisation;
  const day = library.submitBefore === null ? "" : writeDay(library.submitBefore, i18n.locale);
  const link = (
    <Link
      to="/o/$organisation/leden"
      params={{ organisation }}
      search={{ zoek: name }}
      preload={false}
    >
      {name}
    </Link>
  );
  switch (planningOf(library, now).kind) {
    case "late":
      return (
        <Trans>
          bel {link}. De zelfevaluatie had er uiterlijk {day} moeten zijn.
        </Trans>
      );
    case "behind":
      return (
        <Trans>
          vraag {link} hoe het gaat. Er is minder klaar dan je verwacht bij indienen op {day}.
        </Trans>
      );
    default:
      return (
        <Trans>
          vraag {link} hoe het gaat. Ze dienen uiterlijk {day} in.
        </Trans>
      );
  }
}
