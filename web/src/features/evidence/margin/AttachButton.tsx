import { Trans } from "@lingui/react/macro";
import { useEffect, useEffectEvent } from "react";
import { fetchWhenIdle, part as partOf } from "../../../network/part.ts";
import { Button } from "../../../ui/Button.tsx";
import { VisuallyHidden } from "../../../ui/VisuallyHidden.tsx";
import { usePanel } from "../../../address/use-panel.ts";
import { useWanted } from "../../../network/use-wanted.ts";
import { FailureAlert } from "../../identity/FailureAlert.tsx";
import { useDroppedOn } from "./drop-on-part.tsx";
import type { Slot } from "./norm-evidence.tsx";

const attachDialog = partOf(() => import("./AttachDialog.tsx"));

interface Props {
  readonly part: string;
  readonly slots: readonly Slot[];
  /** Documents that stand beside the part already. */
  readonly taken: readonly string[];
}

/** Opens what one chooses a document with; that comes along on first use. */
export function AttachButton(props: Props) {
  const { part } = props;
  const { isOpen, open, close, opener } = usePanel(`koppelen-${part}`);
  const { come, failure, again } = useWanted(attachDialog.load, isOpen);
  useEffect(() => fetchWhenIdle(attachDialog), []);
  const dropped = useDroppedOn(part);
  const { open: openNew } = usePanel(`koppelen-${part}/nieuw`);
  const begin = useEffectEvent(openNew);
  useEffect(() => {
    if (dropped.length > 0) begin();
  }, [dropped]);
  return (
    <>
      <Button
        ref={opener}
        look="quiet"
        small
        aria-haspopup="dialog"
        onClick={isOpen ? again : open}
      >
        <Trans>Koppel een bewijsstuk</Trans>
        <VisuallyHidden>
          {" "}
          <Trans>(bij {part})</Trans>
        </VisuallyHidden>
      </Button>
      <FailureAlert failure={failure} />
      {come !== null && <come.AttachDialog {...props} dropped={dropped} onClose={close} />}
    </>
  );
}
