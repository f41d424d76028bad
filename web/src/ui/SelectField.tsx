import { useId } from "react";
import type { SelectHTMLAttributes } from "react";
import { cx } from "./cx.ts";
import styles from "./SelectField.module.css";
import text from "./TextField.module.css";
import { useShownError } from "./use-shown-error.ts";
import hidden from "./VisuallyHidden.module.css";

interface Props extends Omit<
  SelectHTMLAttributes<HTMLSelectElement>,
  "className" | "style" | "id"
> {
  readonly label: string;
  /** The label is read out, and not shown because the options say it. */
  readonly labelHidden?: boolean;
  /** What is wrong, and what would be right. */
  readonly error?: string | null;
  /** Stands among tools instead of in a form. */
  readonly small?: boolean;
  /** Stands many times on a page, beside what matters more: reads as text until it is touched. */
  readonly quiet?: boolean;
}

/** One of a list. The browser's own: on a phone nothing is easier to use. */
export function SelectField({
  label,
  error,
  labelHidden = false,
  small = false,
  quiet = false,
  ...props
}: Props) {
  const id = useId();
  const { shown, around } = useShownError<HTMLDivElement>(error);
  return (
    <div {...around} className={styles.field}>
      <label className={cx(styles.label, labelHidden && hidden.hidden)} htmlFor={id}>
        {label}
      </label>
      {shown !== null && (
        <p id={`${id}-error`} className={text.error}>
          {shown}
        </p>
      )}
      <select
        {...props}
        id={id}
        aria-invalid={shown === null ? undefined : true}
        aria-describedby={shown === null ? undefined : `${id}-error`}
        className={cx(styles.select, small && styles.small, quiet && styles.quiet)}
      />
    </div>
  );
}
