import { useId } from "react";
import type { InputHTMLAttributes, ReactNode, Ref } from "react";
import { cx } from "./cx.ts";
import { useShownError } from "./use-shown-error.ts";
import styles from "./TextField.module.css";

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, "className" | "style" | "id"> {
  readonly label: string;
  /** What helps before typing. */
  readonly hint?: ReactNode;
  /** What is wrong, and what would be right. */
  readonly error?: string | null | undefined;
  /** Stands among tools or in a ledger instead of in a form. */
  readonly small?: boolean;
  /** A button that belongs to what is typed. */
  readonly beside?: ReactNode;
  readonly field?: Ref<HTMLInputElement>;
}

/** One line of text with its label above. The browser's own, for the same reason as Button. */
export function TextField({ label, hint, error, small = false, beside, field, ...props }: Props) {
  const id = useId();
  const { shown, around } = useShownError<HTMLDivElement>(error);
  const about = [
    hint != null && `${id}-hint`,
    shown !== null && `${id}-error`,
    props["aria-describedby"],
  ].filter(Boolean);
  return (
    <div {...around} className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {hint != null && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {shown !== null && (
        <p id={`${id}-error`} className={styles.error}>
          {shown}
        </p>
      )}
      <div className={styles.line}>
        <input
          {...props}
          ref={field}
          id={id}
          className={cx(styles.input, small && styles.small)}
          aria-invalid={shown === null ? props["aria-invalid"] : true}
          aria-describedby={about.length > 0 ? about.join(" ") : undefined}
        />
        {beside}
      </div>
    </div>
  );
}
