import type { Mentionable } from "./mention.ts";

/** A comment that is being written. Its id is made with the first word, so that sending it twice says it once. */
export interface KeptComment {
  readonly id: string;
  readonly body: string;
  readonly mentions: readonly Mentionable[];
}

const prefix = "toetssteen.comment";

/** Where a comment is written: of whom, and beside what. Nobody else who signs in here gets to see it. */
export function placeOf(...parts: readonly string[]): string {
  return [prefix, ...parts].join(":");
}

export function findKept(place: string): KeptComment | null {
  try {
    const text = localStorage.getItem(place);
    return text === null ? null : (JSON.parse(text) as KeptComment);
  } catch {
    return null;
  }
}

export function keepComment(place: string, comment: KeptComment | null): void {
  try {
    if (comment === null || comment.body === "") localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(comment));
  } catch {
    // Without storage it lives as long as the page.
  }
}
