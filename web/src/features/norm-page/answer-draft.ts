import type { AnswerFragment } from "../../gql/graphql.ts";

/**
 * One answer while somebody works on it, as plain data: what the server last said, what is on
 * screen, and what is under way between the two. Every function gives a new draft.
 *
 * The promise it keeps: text that somebody typed, and text that somebody else saved, both stay
 * reachable until a person has chosen.
 */
export type Standing = AnswerFragment;
export type Words = Pick<Standing, "verdict" | "explanation">;

export interface Draft {
  /** What the server last said stands. */
  readonly standing: Standing;
  /** What the screen shows. */
  readonly words: Words;
  /** What the words were based on, for combining two texts. */
  readonly base: Words;
  /** What is on its way to the server. */
  readonly sent: Words | null;
  /** Sent before, but whether it arrived was never heard. */
  readonly unheard: readonly Words[];
  readonly trouble: Trouble | null;
  /** Somebody else saved first; nothing is sent until a person chooses. */
  readonly clash: Clash | null;
  /** The last clash that was chosen in, to come back to. */
  readonly settled: Clash | null;
}

export interface Clash {
  readonly theirs: Standing;
  readonly mine: Words;
  readonly base: Words;
}

/** Why saving failed: `connection` is tried again by itself, the others need somebody to do something. */
export type Trouble = "connection" | "signed-out" | "refused" | "invalid" | "outdated";

/** What survives a closed tab. */
export interface Kept {
  readonly words: Words;
  readonly base: Words;
  readonly baseVersion: number;
  readonly unheard: readonly Words[];
}

export type Phase = "clean" | "waiting" | "sending" | "troubled" | "clashing";

export function begin(standing: Standing, kept: Kept | null): Draft {
  const clean = settle(standing);
  if (kept === null || same(kept.words, standing)) return clean;
  const draft: Draft = { ...clean, words: kept.words, base: kept.base, unheard: kept.unheard };
  if (kept.baseVersion === standing.version) return draft;
  // What we were shown is older than what we wrote on: the server will say what stands now.
  if (kept.baseVersion > standing.version)
    return { ...draft, standing: { ...standing, version: kept.baseVersion } };
  return meet(draft, standing);
}

export function write(draft: Draft, words: Partial<Words>): Draft {
  const trouble = draft.trouble === "invalid" ? null : draft.trouble;
  return { ...draft, words: { ...draft.words, ...words }, trouble };
}

export function isDirty(draft: Draft): boolean {
  return !same(draft.words, draft.standing);
}

export function phase(draft: Draft): Phase {
  if (draft.clash !== null) return "clashing";
  if (draft.sent !== null) return "sending";
  if (!isDirty(draft)) return "clean";
  return draft.trouble === null ? "waiting" : "troubled";
}

export function send(draft: Draft): Draft {
  return { ...draft, sent: draft.words };
}

/** The server wrote what was sent. What was typed since stays, to be sent next. */
export function confirm(draft: Draft, standing: Standing): Draft {
  return { ...draft, standing, base: wordsOf(standing), sent: null, unheard: [], trouble: null };
}

/** The server wrote nothing, because `current` was saved first. */
export function refuse(draft: Draft, current: Standing): Draft {
  return meet(draft, current);
}

export function fail(draft: Draft, trouble: Trouble): Draft {
  return { ...draft, sent: null, unheard: maybeWritten(draft), trouble };
}

/** News from a page that was loaded again. While something is under way its answer will tell. */
export function hear(draft: Draft, standing: Standing): Draft {
  if (draft.sent !== null || standing.version < draft.standing.version) return draft;
  if (standing.version === draft.standing.version) return { ...draft, standing };
  if (draft.clash !== null)
    return { ...draft, standing, clash: { ...draft.clash, theirs: standing } };
  if (!isDirty(draft)) return { ...settle(standing), settled: draft.settled };
  return meet(draft, standing);
}

/** A person chose in a clash: these words go on, based on what stands now. */
export function choose(draft: Draft, words: Words): Draft {
  if (draft.clash === null) return draft;
  const settled = { ...draft.clash, mine: draft.words };
  return {
    ...draft,
    words,
    base: wordsOf(draft.standing),
    clash: null,
    settled,
    unheard: [],
    trouble: null,
  };
}

/** Back to the choice just made, with both texts as they were. */
export function reconsider(draft: Draft): Draft {
  if (draft.settled === null) return draft;
  return { ...draft, words: draft.settled.mine, clash: draft.settled, settled: null };
}

/** The person has seen it; the other text is let go (it stays in the history). */
export function dismiss(draft: Draft): Draft {
  return { ...draft, settled: null };
}

/** Null when there is nothing that the server doesn't have. */
export function keep(draft: Draft): Kept | null {
  if (!isDirty(draft)) return null;
  const { words, base, clash } = draft;
  // After a clash the words rest on a version older than the one that stands.
  const baseVersion = clash === null ? draft.standing.version : -1;
  return { words, base, baseVersion, unheard: maybeWritten(draft) };
}

export function same(one: Words, other: Words): boolean {
  return one.verdict === other.verdict && one.explanation === other.explanation;
}

export function wordsOf({ verdict, explanation }: Words): Words {
  return { verdict, explanation };
}

/** Local words meet a newer standing: ours already, or a lost reply to ours, or really somebody else's. */
function meet(draft: Draft, standing: Standing): Draft {
  if (same(draft.words, standing)) return { ...settle(standing), settled: draft.settled };
  if (maybeWritten(draft).some((words) => same(words, standing))) return confirm(draft, standing);
  const clash = { theirs: standing, mine: draft.words, base: draft.base };
  return { ...draft, standing, sent: null, unheard: [], trouble: null, clash, settled: null };
}

function maybeWritten({ sent, unheard }: Draft): readonly Words[] {
  if (sent === null || unheard.some((words) => same(words, sent))) return unheard;
  return [...unheard, sent];
}

function settle(standing: Standing): Draft {
  const words = wordsOf(standing);
  return {
    standing,
    words,
    base: words,
    sent: null,
    unheard: [],
    trouble: null,
    clash: null,
    settled: null,
  };
}
