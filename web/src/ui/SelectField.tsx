import { useId } from "react";
import type { SelectHTMLAttributes } from "react";
import { cx } from "./cx.ts";
import styles from "./SelectField.module.css";
import hidden from "./VisuallyHidden.module.css";

interface Props extends Omit<
  SelectHTMLAttributes<HTMLSelectElement>,
  "className" | "style" | "id"
> {
  readonly label: string;
  /** The label is read out, and not shown because the options say it. */
  readonly labelHidden?: boolean;
  /** Stands among tools instead of in a form. */
  readonly small?: boolean;
  /** Stands many times on a page, beside what matters more: reads as text until it is touched. */
  readonly quiet?: boolean;
}

/** One of a list. The browser's own: on a phone nothing is easier to use. */
export function SelectField({
  label,
  labelHidden = false,
  small = false,
  quiet = false,
  ...props
}: Props) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label className={cx(styles.label, labelHidden && hidden.hidden)} htmlFor={id}>
        {label}
      </label>
      <select
        {...props}
        id={id}
        className={cx(styles.select, small && styles.small, quiet && styles.quiet)}
      />
    </div>
  );
}
