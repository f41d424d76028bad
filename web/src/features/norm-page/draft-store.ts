import type { Kept, Words } from "./answer-draft.ts";

/**
 * Text that the server hasn't confirmed, kept in this browser so that a closed tab or an expired
 * session loses nothing. Keyed by person and organisation: nobody else who signs in here gets to
 * see it, and it is never sent to another organisation.
 */
export interface AnswerKey {
  readonly personId: string;
  readonly organisationId: string;
  readonly cycleId: string;
  readonly indicator: string;
}

export interface DraftStore {
  find(): Kept | null;
  keep(kept: Kept): void;
  forget(): void;
}

const prefix = "toetssteen.draft";

export function addressOf({ personId, organisationId, cycleId, indicator }: AnswerKey): string {
  return [prefix, personId, organisationId, cycleId, indicator].join(":");
}

export function draftStore(
  key: AnswerKey,
  storage: () => Storage = () => localStorage,
): DraftStore {
  const address = addressOf(key);
  // Another tab may have kept its own text here since; what isn't ours isn't ours to forget.
  let ours: string | null = null;
  return {
    find() {
      const text = attempt(() => storage().getItem(address)) ?? null;
      ours = text;
      return text === null ? null : parse(text);
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

function parse(text: string): Kept | null {
  const value: unknown = attempt(() => JSON.parse(text) as unknown);
  return isKept(value) ? value : null;
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== "object" || value === null) return false;
  const { words, base, baseVersion, unheard } = value as Record<string, unknown>;
  return (
    isWords(words) &&
    isWords(base) &&
    Number.isInteger(baseVersion) &&
    Array.isArray(unheard) &&
    unheard.every(isWords)
  );
}

function isWords(value: unknown): value is Words {
  if (typeof value !== "object" || value === null) return false;
  const { verdict, explanation } = value as Record<string, unknown>;
  return (
    typeof explanation === "string" && (verdict === null || verdict === "JA" || verdict === "NEE")
  );
}
