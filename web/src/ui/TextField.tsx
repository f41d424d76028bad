import { useId } from "react";
import type { InputHTMLAttributes } from "react";
import styles from "./TextField.module.css";

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, "className" | "style" | "id"> {
  readonly label: string;
}

/** One line of text with its label above. The browser's own, for the same reason as Button. */
export function TextField({ label, ...props }: Props) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <input {...props} id={id} className={styles.input} />
    </div>
  );
}
