import { endingOf, fileEndings, largestFile } from "@toetssteen/contract";

/** Why a file need not be sent: the server wouldn't take it. */
export type Flaw = "empty" | "too big" | "wrong kind";

/** What can be known of a file before it is sent; null when nothing is wrong with it. */
export function flawOf({ name, size }: Pick<File, "name" | "size">): Flaw | null {
  if (!fileEndings.includes(endingOf(name))) return "wrong kind";
  if (size === 0) return "empty";
  return size > largestFile ? "too big" : null;
}

/** For the file picker. */
export const accepted = fileEndings.map((ending) => `.${ending}`).join(",");

/** What a file is called as an item: its name without the ending, and with spaces. */
export function titleFrom(name: string): string {
  const bare = name.replace(/\.[^.]{1,10}$/, "").replaceAll(/[_\s]+/g, " ");
  return cut(bare.trim(), 200).trim();
}

/** The first characters of a text, at most so many UTF-16 code units, and never a part of what is read as one. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = [];
  let length = 0;
  for (const { segment } of new Intl.Segmenter().segment(text.slice(0, most + 100))) {
    length += segment.length;
    if (length > most) break;
    kept.push(segment);
  }
  return kept.join("");
}

/** What files together are called: the first one that can be sent says it. */
export function titleOf(files: readonly Pick<File, "name" | "size">[]): string {
  return titleFrom(files.find((file) => flawOf(file) === null)?.name ?? "");
}
