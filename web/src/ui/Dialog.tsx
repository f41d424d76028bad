import { useEffect, useId, useRef } from "react";
import type { ReactNode } from "react";
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
}

/**
 * A question that has to be answered before anything else. Rare: most things can be undone instead.
 * The browser's own dialog keeps the focus inside, closes on Escape and gives the focus back.
 */
export function Dialog({ title, onClose, children, actions, wide = false }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={cx(styles.dialog, wide && styles.wide)}
      aria-labelledby={id}
      onClose={onClose}
    >
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {children}
      <form method="dialog" className={styles.actions}>
        {actions}
      </form>
    </dialog>
  );
}
