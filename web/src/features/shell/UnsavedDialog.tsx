import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";

interface Props {
  readonly onClose: () => void;
  readonly onLeave: () => void;
}

export function UnsavedDialog({ onClose, onLeave }: Props) {
  const { t } = useLingui();
  return (
    <Dialog
      title={t`Er is nog tekst niet bewaard`}
      onClose={onClose}
      actions={
        <>
          <Button look="first" onClick={onClose}>
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
          De tekst blijft op dit apparaat staan. Hij wordt verstuurd zodra jij hier weer inlogt en
          de pagina opent. Werk je op een computer die je deelt? Wacht dan tot alles bewaard is.
        </Trans>
      </p>
    </Dialog>
  );
}
