import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";

export interface LeaveDialogProps {
  /** Whom they work for; null under a mandate. */
  readonly organisation: string | null;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Before somebody signs out while text of theirs isn't on the server. */
export function LeaveDialog({ organisation, onStay, onLeave }: LeaveDialogProps) {
  const { t } = useLingui();
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
      <p>
        <Trans>
          De tekst blijft op dit apparaat staan. Hij wordt verstuurd zodra jij hier weer inlogt.
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
