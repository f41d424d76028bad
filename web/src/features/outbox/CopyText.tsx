import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { announce } from "../../ui/LiveRegion.tsx";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";

/** Puts a text on the clipboard. Where the browser has none for us, it can be selected on the page. */
export function CopyText({ text, name }: { readonly text: string; readonly name: string }) {
  const { t } = useLingui();
  const [isCopied, setCopied] = useState(false);
  const clipboard = (navigator as { clipboard?: Clipboard }).clipboard;
  if (!clipboard) return null;
  const copy = () =>
    clipboard.writeText(text).then(
      () => {
        setCopied(true);
        announce(t`Gekopieerd`);
      },
      () => announce(t`Kopiëren lukte niet`),
    );
  return (
    <Button small onClick={() => void copy()}>
      {isCopied ? <Trans>Gekopieerd</Trans> : <Trans>Kopieer</Trans>}
      <VisuallyHidden> ({name})</VisuallyHidden>
    </Button>
  );
}
