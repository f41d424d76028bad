import { Trans } from "@lingui/react/macro";
import { useEffect, useId, useRef, useState } from "react";
import type { ReactNode } from "react";
import { Button } from "./Button.tsx";
import { cx } from "./cx.ts";
import styles from "./Dialog.module.css";

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** A button of type submit closes the dialog and gives the focus back to where it was. */
  readonly actions: ReactNode;
  /** Has something in it to fill in. */
  readonly wide?: boolean;
  /** What was chosen and typed would be lost: Escape asks first. */
  readonly isFilled?: boolean;
}

/**
 * A question that has to be answered before anything else. Rare: most things can be undone instead.
 * The browser's own dialog keeps the focus inside, closes on Escape and gives the focus back.
 */
export function Dialog({
  title,
  onClose,
  children,
  actions,
  wide = false,
  isFilled = false,
}: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [isAsking, setAsking] = useState(false);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={cx(styles.dialog, wide && styles.wide)}
      aria-labelledby={id}
      onClose={onClose}
      onCancel={(event) => {
        if (!isFilled || isAsking || event.target !== dialog.current) return;
        event.preventDefault();
        setAsking(true);
      }}
    >
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {children}
      {isAsking && (
        <form method="dialog" className={styles.asked} role="alert">
          <p>
            <Trans>Weggooien wat je hier koos en typte?</Trans>
          </p>
          <Button small type="submit">
            <Trans>Gooi weg</Trans>
          </Button>
          <Button look="quiet" small onClick={() => setAsking(false)}>
            <Trans>Ga verder</Trans>
          </Button>
        </form>
      )}
      <form method="dialog" className={styles.actions}>
        {actions}
      </form>
    </dialog>
  );
}
