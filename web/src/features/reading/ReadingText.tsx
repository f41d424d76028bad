import styles from "./Reading.module.css";

/** What somebody wrote, with its paragraphs and lines. */
export function ReadingText({ text }: { readonly text: string }) {
  return <p className={styles.text}>{text}</p>;
}
