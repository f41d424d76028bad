import { Trans, useLingui } from "@lingui/react/macro";
import type { OverseenRowFragment } from "../../gql/graphql.ts";
import { writeDay } from "../../i18n/dates.ts";
import { Notice } from "../../ui/Notice.tsx";
import { firstToCall } from "./planning-of.ts";

interface Props {
  readonly libraries: readonly OverseenRowFragment[];
  readonly now: Date;
}

/** The one library to call first. */
export function OverseenStep({ libraries, now }: Props) {
  const { i18n } = useLingui();
  const first = firstToCall(libraries, now);
  const day = first?.submitBefore == null ? "" : writeDay(first.submitBefore, i18n.locale);
  return (
    <Notice kind="step">
      <p>
        <strong>
          <Trans>Volgende stap:</Trans>
        </strong>{" "}
        {first === null ? (
          <Trans>geen. Niemand hoeft binnen acht weken in te dienen.</Trans>
        ) : first.late ? (
          <Trans>
            bel {first.organisation.name}. De zelfevaluatie had er uiterlijk {day} moeten zijn.
          </Trans>
        ) : (
          <Trans>
            vraag {first.organisation.name} hoe het gaat. Ze dienen uiterlijk {day} in.
          </Trans>
        )}
      </p>
    </Notice>
  );
}
