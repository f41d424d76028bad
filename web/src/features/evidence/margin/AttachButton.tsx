import { Trans, useLingui } from "@lingui/react/macro";
import { useRef, useState } from "react";
import type { ComponentType } from "react";
import { Button } from "../../../ui/Button.tsx";
import { announce } from "../../../ui/LiveRegion.tsx";
import { VisuallyHidden } from "../../../ui/VisuallyHidden.tsx";
import type { AttachDialogProps } from "./AttachDialog.tsx";
import type { Slot } from "./norm-evidence.tsx";

interface Props {
  readonly part: string;
  readonly slots: readonly Slot[];
  /** Documents that stand beside the part already. */
  readonly taken: readonly string[];
}

/** Opens what one chooses a document with; that comes along on first use. */
export function AttachButton(props: Props) {
  const { t } = useLingui();
  const { part } = props;
  const [Dialog, setDialog] = useState<ComponentType<AttachDialogProps> | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const open = () =>
    import("./AttachDialog.tsx").then(
      (module) => setDialog(() => module.AttachDialog),
      () => announce(t`Er is nu geen verbinding. Probeer het zo opnieuw.`),
    );
  const close = () => {
    setDialog(null);
    setTimeout(() => opener.current?.focus());
  };
  return (
    <>
      <Button ref={opener} look="quiet" small aria-haspopup="dialog" onClick={() => void open()}>
        <Trans>Koppel een bewijsstuk</Trans>
        <VisuallyHidden>
          {" "}
          <Trans>(bij {part})</Trans>
        </VisuallyHidden>
      </Button>
      {Dialog !== null && <Dialog {...props} onClose={close} />}
    </>
  );
}
