import { useEffect } from "react";
import type { ReactNode } from "react";
import { fetchWhenIdle, part as partOf } from "../../../network/part.ts";
import { Button } from "../../../ui/Button.tsx";
import { usePanel } from "../../../address/use-panel.ts";
import { useWanted } from "../../../network/use-wanted.ts";
import { FailureAlert } from "../../identity/FailureAlert.tsx";
import type { ChangeDialogProps } from "./ChangeDialog.tsx";

const changeDialog = partOf(() => import("./ChangeDialog.tsx"));

interface Props extends Omit<ChangeDialogProps, "onClose"> {
  readonly children: ReactNode;
}

/** Opens what one changes several documents with; that comes along on first use. */
export function ChangeButton({ children, ...props }: Props) {
  const panel = props.what === "sharing" ? "voor-wie" : "periode";
  const { isOpen, open, close, opener } = usePanel(panel);
  const { come, failure, again } = useWanted(
    changeDialog.load,
    isOpen && props.documents.length > 0,
  );
  useEffect(() => fetchWhenIdle(changeDialog), []);
  return (
    <>
      <Button ref={opener} small aria-haspopup="dialog" onClick={isOpen ? again : open}>
        {children}
      </Button>
      <FailureAlert failure={failure} />
      {come !== null && <come.ChangeDialog {...props} onClose={close} />}
    </>
  );
}
