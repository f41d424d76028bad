import styles from "./SearchField.module.css";

interface Props {
  /** Stands in the field until something is typed, and is read out. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Narrows a list while one types. */
export function SearchField({ label, value, onChange }: Props) {
  return (
    <input
      type="search"
      className={styles.search}
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
