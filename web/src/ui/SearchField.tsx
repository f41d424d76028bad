import type { Ref } from "react";
import styles from "./SearchField.module.css";

interface Props {
  /** Stands in the field until something is typed, and is read out. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly ref?: Ref<HTMLInputElement>;
}

/** Narrows a list while one types. */
export function SearchField({ label, value, onChange, ref }: Props) {
  return (
    <input
      ref={ref}
      type="search"
      className={styles.search}
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
