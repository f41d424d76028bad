import styles from "./Wordmark.module.css";

/** A touchstone with the streak of gold that was rubbed on it. */
export function Wordmark() {
  return (
    <span className={styles.wordmark}>
      <svg className={styles.stone} width="22" height="22" viewBox="0 0 32 32" aria-hidden="true">
        <path
          className={styles.body}
          d="M7.6 3.8 26 5.7c1.6.2 2.7 1.6 2.5 3.2l-2.2 16.800c-.2 1.5-1.5 2.6-3 2.500L6.1 27.300c-1.6-.1-2.8-1.5-2.6-3.100L4.6 6.400C4.7 4.8 6.1 3.6 7.6 3.800Z"
        />
        <path className={styles.streak} d="M9.5 20.800c4.2-2.3 7.4-5.5 13-9.3" />
      </svg>
      Toetssteen
    </span>
  );
}
