import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { ReactNode } from "react";
import { Button } from "../../ui/Button.tsx";
import { announce } from "../../ui/LiveRegion.tsx";

interface Props {
  readonly text: string;
  readonly children: ReactNode;
}

/** Puts a text on the clipboard, and says so. Nothing where the browser has no clipboard for us. */
export function CopyButton({ text, children }: Props) {
  const { t } = useLingui();
  const [state, setState] = useState<"ready" | "copied" | "refused">("ready");
  // Only on a secure address is there one.
  const clipboard = (navigator as { clipboard?: Clipboard }).clipboard;
  if (!clipboard) return null;
  const copy = async () => {
    try {
      await clipboard.writeText(text);
      setState("copied");
      announce(t`Gekopieerd`);
    } catch {
      setState("refused");
      announce(t`Kopiëren lukte niet`);
    }
  };
  return (
    <Button small onClick={() => void copy()}>
      {state === "ready" && children}
      {state === "copied" && <Trans>Gekopieerd</Trans>}
      {state === "refused" && <Trans>Kopiëren lukte niet</Trans>}
    </Button>
  );
}
