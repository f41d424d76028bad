import styles from "./PartEvidence.module.css";

/** A sheet of paper with a folded corner. */
export function DocumentSign() {
  return (
    <svg
      className={styles.sign}
      width="14"
      height="16"
      viewBox="0 0 14 16"
      fill="none"
      stroke="currentColor"
      aria-hidden="true"
    >
      <path
        d="M1 1.500h7l4.5 4.500v8.500H1ZM8 1.500V6h4.5"
        strokeWidth="1.2"
        strokeLinejoin="round"
      />
    </svg>
  );
}
