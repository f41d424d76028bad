import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { commentsOf } from "../../network/unsent-mark.ts";

export interface LeaveDialogProps {
  /** Whom they work for; null under a mandate. */
  readonly organisation: string | null;
  readonly personId: string;
  /** Whether there is text that is sent by itself. */
  readonly hasText: boolean;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Before somebody signs out while text of theirs isn't on the server. */
export function LeaveDialog({
  organisation,
  personId,
  hasText,
  onStay,
  onLeave,
}: LeaveDialogProps) {
  const { t } = useLingui();
  const begun = commentsOf(personId).length;
  return (
    <Dialog
      title={t`Er is nog tekst niet bewaard`}
      onClose={onStay}
      actions={
        <>
          <Button look="first" type="submit">
            <Trans>Blijf ingelogd</Trans>
          </Button>
          <Button onClick={onLeave}>
            <Trans>Log toch uit</Trans>
          </Button>
        </>
      }
    >
      {hasText && (
        <p>
          <Trans>
            De tekst blijft op dit apparaat staan. Hij wordt verstuurd zodra jij hier weer inlogt.
          </Trans>
        </p>
      )}
      {begun > 0 && (
        <p>
          <Plural
            value={begun}
            one="Je begon aan # opmerking en plaatste die niet. Die blijft op dit apparaat staan, tot jij die plaatst of weggooit."
            other="Je begon aan # opmerkingen en plaatste ze niet. Ze blijven op dit apparaat staan, tot jij ze plaatst of weggooit."
          />
        </p>
      )}
      <p>
        <Trans>
          Werk je op een computer die je deelt? Wacht dan tot alles bewaard is, of gooi weg wat je
          niet meer nodig hebt.
        </Trans>
      </p>
      {organisation !== null && (
        <p>
          <Link to="/o/$organisation/niet-verstuurd" params={{ organisation }} onClick={onStay}>
            <Trans>Bekijk wat er niet verstuurd is</Trans>
          </Link>
        </p>
      )}
    </Dialog>
  );
}
