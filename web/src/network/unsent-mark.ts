/**
 * Whether this browser keeps text of somebody that was not sent yet. The texts are in IndexedDB, behind code that most
 * pages don't load; this says whether it is worth loading.
 */
const prefix = "toetssteen.unsent";

export function isMarked(personId: string): boolean {
  try {
    return localStorage.getItem(`${prefix}:${personId}`) !== null;
  } catch {
    return false;
  }
}

export function mark(personId: string, hasUnsent: boolean): void {
  try {
    if (hasUnsent) localStorage.setItem(`${prefix}:${personId}`, "1");
    else localStorage.removeItem(`${prefix}:${personId}`);
  } catch {
    // Without storage the texts are looked for when a page is opened that they belong to.
  }
}

/** What the places begin with where this browser keeps comments that were begun and not placed. */
export const comments = "toetssteen.comment";

/** The places of theirs: they wait for their writer, and nothing sends them. */
export function commentsOf(personId: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(`${comments}:${personId}:`));
  } catch {
    return [];
  }
}
