import * as drafts from "./draft.ts";
import type { Draft, Kept, Merge, Latest, Trouble, Words } from "./draft.ts";
import type { OpenText } from "../../network/open-texts.ts";

/** Quiet after the last key before a text is sent. */
export const quiet = 800;
/** Longest that somebody can type on without anything being sent. */
export const longest = 5_000;
/** Waits between attempts on a lost connection; the last one repeats. */
const waits = [2_000, 5_000, 15_000, 30_000];

export type SaveResult<W extends Words> =
  | { readonly kind: "saved"; readonly latest: Latest<W> }
  | { readonly kind: "clash"; readonly latest: Latest<W> }
  | { readonly kind: "trouble"; readonly trouble: Trouble };

/** Writes words based on a version. `leaving`: the page is going away and the request must outlive it. */
export type Save<W extends Words> = (
  words: W,
  baseVersion: number,
  leaving: boolean,
) => Promise<SaveResult<W>>;

/** Where this device keeps what the server hasn't confirmed of one text. */
export interface DraftStore<W extends Words> {
  find(): Kept<W> | null;
  keep(kept: Kept<W>, trouble: Trouble | null): void;
  forget(): void;
}

/**
 * Saves one text while it is being written: at most one request under way, each based on the version that the one before
 * it gave. It belongs to the page's session, not to a component, so leaving the screen doesn't stop it.
 */
export class Autosave<W extends Words> implements OpenText {
  #draft: Draft<W>;
  #listeners = new Set<() => void>();
  #quietTimer: ReturnType<typeof setTimeout> | undefined;
  #waitingSince: number | null = null;
  #attempt = 0;

  constructor(
    latest: Latest<W>,
    private readonly save: Save<W>,
    private readonly store: DraftStore<W>,
    private readonly merge?: Merge<W>,
  ) {
    this.#draft = drafts.begin(latest, store.find(), merge);
    this.#keep();
    if (drafts.phase(this.#draft) === "waiting") this.#sendIn(quiet);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): Draft<W> => this.#draft;

  /** Whether the screen shows something that the server doesn't have. */
  get isUnsaved(): boolean {
    return drafts.isDirty(this.#draft);
  }

  /** What somebody typed; sent once they pause. */
  write(words: Partial<W>): void {
    this.#become(drafts.write(this.#draft, words));
    if (drafts.phase(this.#draft) !== "waiting") return;
    this.#waitingSince ??= Date.now();
    const left = this.#waitingSince + longest - Date.now();
    this.#sendIn(Math.max(0, Math.min(quiet, left)));
  }

  /** Sends what waits, now: a field was left, a choice was made, a page goes away. */
  flush({ leaving = false } = {}): void {
    if (drafts.phase(this.#draft) === "waiting") void this.#send(leaving);
  }

  /** Tries again after trouble, without waiting for the next attempt. */
  retry(): void {
    if (drafts.phase(this.#draft) === "troubled") void this.#send(false);
  }

  /** News of the text from a page that was loaded again. */
  hear(latest: Latest<W>): void {
    this.#become(drafts.hear(this.#draft, latest, this.merge));
    if (drafts.phase(this.#draft) === "waiting") this.#sendIn(quiet);
  }

  choose(words: W): void {
    this.#become(drafts.choose(this.#draft, words));
    this.flush();
  }

  reconsider(): void {
    this.#become(drafts.reconsider(this.#draft, this.merge));
  }

  dismiss(): void {
    this.#become(drafts.dismiss(this.#draft));
  }

  async #send(leaving: boolean): Promise<void> {
    clearTimeout(this.#quietTimer);
    this.#waitingSince = null;
    const { words, latest } = this.#draft;
    this.#become(drafts.send(this.#draft));
    const result = await this.save(words, latest.version, leaving);
    this.#attempt = result.kind === "trouble" ? this.#attempt + 1 : 0;
    this.#become(after(this.#draft, result, this.merge));
    if (drafts.phase(this.#draft) === "waiting") this.#sendIn(quiet);
    if (this.#draft.trouble === "connection")
      this.#sendIn(waits[Math.min(this.#attempt, waits.length) - 1] ?? 0);
  }

  #sendIn(milliseconds: number): void {
    clearTimeout(this.#quietTimer);
    this.#quietTimer = setTimeout(() => {
      this.flush();
      this.retry();
    }, milliseconds);
  }

  #become(draft: Draft<W>): void {
    if (draft === this.#draft) return;
    this.#draft = draft;
    this.#keep();
    for (const listener of this.#listeners) listener();
  }

  #keep(): void {
    const kept = drafts.keep(this.#draft);
    if (kept === null) this.store.forget();
    else this.store.keep(kept, this.#draft.trouble);
  }
}

/** A draft after the server's answer to what was sent. */
export function after<W extends Words>(
  draft: Draft<W>,
  result: SaveResult<W>,
  merge?: Merge<W>,
): Draft<W> {
  switch (result.kind) {
    case "saved":
      return drafts.confirm(draft, result.latest);
    case "clash":
      return drafts.refuse(draft, result.latest, merge);
    case "trouble":
      return drafts.fail(draft, result.trouble);
  }
}
