/**
 * One text with a version while somebody works on it, as plain data: what the server last said, what is on screen, and
 * what is under way between the two. Every function gives a new draft.
 *
 * The promise it keeps: text that somebody typed, and text that somebody else saved, both stay reachable until a person
 * has chosen.
 */

/** What is written in one place, by its fields, and saved as a whole. A type and not an interface, to be read by field. */
export type Words = Readonly<Record<string, string | null>>;

/** What the server has. */
export interface Latest<W extends Words> {
  readonly words: W;
  /** 0 before the first time. */
  readonly version: number;
  readonly changedAt: string | null;
  readonly changedBy: { readonly personId: string; readonly name: string } | null;
}

export interface Draft<W extends Words> {
  /** What the server last said stands. */
  readonly latest: Latest<W>;
  /** What the screen shows. */
  readonly words: W;
  /** What the words were based on, for combining two texts. */
  readonly base: W;
  /** What is on its way to the server. */
  readonly sent: W | null;
  /** Sent before, but whether it arrived was never heard. */
  readonly unheard: readonly W[];
  readonly trouble: Trouble | null;
  /** Somebody else saved first; nothing is sent until a person chooses. */
  readonly clash: Clash<W> | null;
  /** The last clash that was chosen in or merged, to come back to. */
  readonly settled: Settled<W> | null;
}

/**
 * What two people wrote on one base as one, or null where a person has to choose. Pure; without what one of the two wrote
 * it isn't a merge.
 */
export type Merge<W extends Words> = (base: W, theirs: W, mine: W) => W | null;

const asks = () => null;

export interface Clash<W extends Words> {
  readonly theirs: Latest<W>;
  readonly mine: W;
  readonly base: W;
}

export interface Settled<W extends Words> extends Clash<W> {
  /** What came of it. */
  readonly words: W;
  /** Nobody chose: nothing collided. */
  readonly isMerged: boolean;
}

/**
 * Why saving failed: `connection` is tried again by itself, the others need somebody to do something. `gone`: somebody
 * else took away what was written in. `left`: somebody who is named in it no longer belongs to the organisation.
 */
export type Trouble =
  | "connection"
  | "signed-out"
  | "refused"
  | "invalid"
  | "left"
  | "outdated"
  | "gone";

/** What survives a closed tab. */
export interface Kept<W extends Words> {
  readonly words: W;
  readonly base: W;
  readonly baseVersion: number;
  readonly unheard: readonly W[];
  /** Somebody else was first, and nobody chose yet. */
  readonly isClash: boolean;
}

export type Phase = "clean" | "waiting" | "sending" | "troubled" | "clashing";

export function begin<W extends Words>(
  latest: Latest<W>,
  kept: Kept<W> | null,
  merge: Merge<W> = asks,
): Draft<W> {
  const clean = settle(latest);
  const isThere = kept !== null && same(kept.words, latest.words) && kept.unheard.length === 0;
  if (kept === null || isThere) return clean;
  const draft: Draft<W> = { ...clean, words: kept.words, base: kept.base, unheard: kept.unheard };
  if (kept.isClash) return meet(draft, latest, merge);
  if (kept.baseVersion === latest.version) return draft;
  // What we were shown is older than what we wrote on: the server will say what stands now.
  if (kept.baseVersion > latest.version)
    return { ...draft, latest: { ...latest, version: kept.baseVersion } };
  return meet(draft, latest, merge);
}

export function write<W extends Words>(draft: Draft<W>, words: Partial<W>): Draft<W> {
  const trouble = draft.trouble === "invalid" || draft.trouble === "left" ? null : draft.trouble;
  return { ...draft, words: { ...draft.words, ...words }, trouble };
}

/** Whether the server lacks what the screen shows, or may have something that the screen no longer shows. */
export function isDirty<W extends Words>(draft: Draft<W>): boolean {
  return !same(draft.words, draft.latest.words) || maybeWritten(draft).length > 0;
}

export function phase<W extends Words>(draft: Draft<W>): Phase {
  if (draft.clash !== null) return "clashing";
  if (draft.sent !== null) return "sending";
  if (!isDirty(draft)) return "clean";
  return draft.trouble === null ? "waiting" : "troubled";
}

export function send<W extends Words>(draft: Draft<W>): Draft<W> {
  return { ...draft, sent: draft.words };
}

/** The server wrote what was sent. What was typed since stays, to be sent next. */
export function confirm<W extends Words>(draft: Draft<W>, latest: Latest<W>): Draft<W> {
  return { ...draft, latest, base: latest.words, sent: null, unheard: [], trouble: null };
}

/** The server wrote nothing, because `current` was saved first. */
export function refuse<W extends Words>(
  draft: Draft<W>,
  current: Latest<W>,
  merge: Merge<W> = asks,
): Draft<W> {
  return meet(draft, current, merge);
}

export function fail<W extends Words>(draft: Draft<W>, trouble: Trouble): Draft<W> {
  const unheard = trouble === "connection" ? maybeWritten(draft) : draft.unheard;
  return { ...draft, sent: null, unheard, trouble };
}

/** News from a page that was loaded again. While something is under way its answer will tell. */
export function hear<W extends Words>(
  draft: Draft<W>,
  latest: Latest<W>,
  merge: Merge<W> = asks,
): Draft<W> {
  if (draft.sent !== null || latest.version < draft.latest.version) return draft;
  if (latest.version === draft.latest.version) return { ...draft, latest };
  if (draft.clash === null && !isDirty(draft)) return { ...settle(latest), settled: draft.settled };
  return meet(draft, latest, merge);
}

/** A person chose in a clash: these words go on, based on what stands now. */
export function choose<W extends Words>(draft: Draft<W>, words: W): Draft<W> {
  if (draft.clash === null) return draft;
  const settled = { ...draft.clash, mine: draft.words, words, isMerged: false };
  return {
    ...draft,
    words,
    base: draft.latest.words,
    clash: null,
    settled,
    unheard: [],
    trouble: null,
  };
}

/** Back to the choice just made, or to before the merge, with both texts as they were; what was written since stays. */
export function reconsider<W extends Words>(draft: Draft<W>, merge: Merge<W> = asks): Draft<W> {
  if (draft.settled === null) return draft;
  const { theirs, mine, base, words: outcome } = draft.settled;
  const words = same(draft.words, outcome)
    ? mine
    : (merge(outcome, mine, draft.words) ?? draft.words);
  return { ...draft, words, clash: { theirs, mine, base }, settled: null };
}

/** The person has seen it; the other text is let go (it stays in the history). */
export function dismiss<W extends Words>(draft: Draft<W>): Draft<W> {
  return { ...draft, settled: null };
}

/** Null when there is nothing that the server doesn't have. */
export function keep<W extends Words>(draft: Draft<W>): Kept<W> | null {
  if (!isDirty(draft)) return null;
  const { words, base, clash, latest } = draft;
  return {
    words,
    base,
    baseVersion: latest.version,
    unheard: maybeWritten(draft),
    isClash: clash !== null,
  };
}

export function same<W extends Words>(one: W, other: W): boolean {
  return Object.keys(one).every((field) => one[field] === other[field]);
}

/**
 * Local words meet a newer latest: ours already, or a lost reply to ours, or really somebody else's. Then they are one
 * text where nothing collides, and somebody chooses where something does.
 */
function meet<W extends Words>(draft: Draft<W>, latest: Latest<W>, merge: Merge<W>): Draft<W> {
  if (same(draft.words, latest.words)) return { ...settle(latest), settled: draft.settled };
  if (maybeWritten(draft).some((words) => same(words, latest.words))) return confirm(draft, latest);
  const clash = { theirs: latest, mine: draft.words, base: draft.base };
  const met = { ...draft, latest, sent: null, unheard: [], trouble: null };
  const words = merge(clash.base, latest.words, clash.mine);
  if (words === null) return { ...met, clash, settled: null };
  const settled = { ...clash, words, isMerged: true };
  return { ...met, words, base: latest.words, clash: null, settled };
}

function maybeWritten<W extends Words>({ sent, unheard }: Draft<W>): readonly W[] {
  if (sent === null || unheard.some((words) => same(words, sent))) return unheard;
  return [...unheard, sent];
}

function settle<W extends Words>(latest: Latest<W>): Draft<W> {
  const { words } = latest;
  return {
    latest,
    words,
    base: words,
    sent: null,
    unheard: [],
    trouble: null,
    clash: null,
    settled: null,
  };
}
