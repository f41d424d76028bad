import type { DraftStore } from "./autosave.ts";
import type { Kept, Words } from "./draft.ts";
import { addressOf } from "./text-place.ts";
import type { TextPlace } from "./text-place.ts";

const prefix = "toetssteen.draft";

/**
 * Text that the server hasn't confirmed, kept in this browser so that a closed tab or an expired session loses nothing.
 * Keyed by person and organisation: nobody else who signs in here gets to see it, and it is never sent to another
 * organisation.
 */
export function draftStore<W extends Words>(
  personId: string,
  organisationId: string,
  place: TextPlace,
  storage: () => Storage = () => localStorage,
): DraftStore<W> {
  const address = [prefix, personId, organisationId, addressOf(place)].join(":");
  // Another tab may have kept its own text here since; what isn't ours isn't ours to forget.
  let ours: string | null = null;
  return {
    find() {
      const text = attempt(() => storage().getItem(address)) ?? null;
      ours = text;
      return text === null ? null : (attempt(() => JSON.parse(text) as Kept<W>) ?? null);
    },
    keep(kept) {
      const text = JSON.stringify(kept);
      if (attempt(() => (storage().setItem(address, text), true))) ours = text;
    },
    forget() {
      attempt(() => {
        if (ours !== null && storage().getItem(address) === ours) storage().removeItem(address);
      });
      ours = null;
    },
  };
}

/** Storage may be full or refused; then the text lives in the page alone. */
function attempt<Result>(action: () => Result): Result | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
