import { Trans } from "@lingui/react/macro";
import type { Edition, Profile } from "@toetssteen/norms";
import { Notice } from "../../ui/Notice.tsx";
import { consequences } from "./profile-draft.ts";

interface Props {
  readonly edition: Edition | null;
  readonly before: Profile;
  readonly after: Profile;
}

/** Said before it is saved, and read out when it changes: which indicators come and go. */
export function ConsequenceNotice({ edition, before, after }: Props) {
  const { appear, disappear } =
    edition === null ? { appear: [], disappear: [] } : consequences(edition, before, after);
  const coming = appear.join(", ");
  const going = disappear.join(", ");
  return (
    <div role="status">
      {going !== "" && (
        <Notice kind="attention">
          <p>
            <Trans>
              <strong>{going} verdwijnt uit beeld</strong> zodra je dit bewaart. Wat er stond,
              blijft bewaard: het komt terug zodra dit weer voor jullie geldt.
            </Trans>
          </p>
        </Notice>
      )}
      {coming !== "" && (
        <Notice kind="step">
          <p>
            <Trans>
              <strong>{coming} komt erbij</strong> zodra je dit bewaart. Stond daar al een antwoord,
              dan staat het er weer precies zo.
            </Trans>
          </p>
        </Notice>
      )}
    </div>
  );
}
