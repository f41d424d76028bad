import styles from "./Initials.module.css";

/** A person as two letters. The name stands beside it, so it says nothing to a screen reader. */
export function Initials({ name }: { readonly name: string }) {
  return (
    <span className={styles.initials} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

/** Of the first and the last word with a capital: what stands between, as in Marit de Wit, is no name of its own. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word));
  return [words.at(0), words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.slice(0, 1) ?? "")
    .join("");
}
