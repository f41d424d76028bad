import styles from "./Reading.module.css";

/** What somebody wrote, with its paragraphs and lines. */
export function ReadingText({ text }: { readonly text: string }) {
  return (
    // In Dutch, whatever language the page is in.
    <p className={styles.text} lang="nl">
      {text}
    </p>
  );
}
