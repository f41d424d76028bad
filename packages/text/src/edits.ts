import { diffArrays } from "diff";
import { isFreshAt } from "./cut.ts";

/** A stretch `from`–`to` of one row of pieces that stands in another as `start`–`end`. Ends are exclusive. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** What may still be spent on one comparison; see {@link editsOf}. */
export interface Work {
  /** Pieces that may still be compared. */
  left: number;
}

/** A few milliseconds. Whatever somebody wrote, no reader's page stands still for it. */
export const mostWork = 100_000;
/** Differences looked for between two anchors. Beyond, the stretch is another one, not a changed one. */
const mostChanges = 150;
const deepest = 3;

/**
 * What makes the second row of the first, in order. Equal ends and pieces that occur once in both are found in a time that
 * grows with the length; only between those a shortest way is looked for, for as long as the work lasts. After that a
 * stretch is taken to be replaced as a whole.
 */
export function editsOf(
  one: readonly string[],
  other: readonly string[],
  work: Work = { left: mostWork },
): Edit[] {
  const edits: Edit[] = [];
  for (const gap of gapsOf(one, other, { from: 0, to: one.length, start: 0, end: other.length }, 0))
    for (const edit of within(one, other, gap, work)) {
      const last = edits.at(-1);
      if (last?.to === edit.from && last.end === edit.start)
        edits[edits.length - 1] = { ...last, to: edit.to, end: edit.end };
      else edits.push(edit);
    }
  return edits.map((edit, index) => slid(one, other, edit, edits[index - 1], edits[index + 1]));
}

/** The stretches between what is equal: the ends, and pieces that occur once in both, in the same order. */
function gapsOf(
  one: readonly string[],
  other: readonly string[],
  whole: Edit,
  depth: number,
): Edit[] {
  const { from, to, start, end } = trimmed(one, other, whole);
  if (from === to && start === end) return [];
  const anchors =
    from === to || start === end || depth > deepest
      ? []
      : anchorsOf(one.slice(from, to), other.slice(start, end));
  if (anchors.length === 0) return [{ from, to, start, end }];
  const gaps: Edit[] = [];
  let [at, there] = [from, start];
  for (const [a, b] of [...anchors, [to - from, end - start] as const]) {
    const gap = { from: at, to: from + a, start: there, end: start + b };
    gaps.push(...gapsOf(one, other, gap, depth + 1));
    [at, there] = [from + a, start + b];
  }
  return gaps;
}

function trimmed(one: readonly string[], other: readonly string[], gap: Edit): Edit {
  let { from, to, start, end } = gap;
  while (from < to && start < end && one[from] === other[start]) {
    from += 1;
    start += 1;
  }
  while (from < to && start < end && one[to - 1] === other[end - 1]) {
    to -= 1;
    end -= 1;
  }
  return { from, to, start, end };
}

const word = /[\p{L}\p{N}]/u;

/** Places of the words that occur once in either, as many as stand in the same order. */
function anchorsOf(one: readonly string[], other: readonly string[]) {
  const there = placesOfOnce(other);
  const pairs = [...placesOfOnce(one)].flatMap(([piece, at]) => {
    const place = there.get(piece);
    return place === undefined ? [] : [[at, place] as const];
  });
  return longestRising(pairs);
}

function placesOfOnce(pieces: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const [at, piece] of pieces.entries())
    if (word.test(piece)) places.set(piece, places.has(piece) ? -1 : at);
  for (const [piece, at] of places) if (at < 0) places.delete(piece);
  return places;
}

/** Of pairs in the order of their first number the longest row in which the second rises too. */
function longestRising(pairs: readonly (readonly [number, number])[]) {
  const tails: number[] = [];
  const before: number[] = [];
  for (const [index, [, place]] of pairs.entries()) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    before[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  }
  const row: (readonly [number, number])[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index];
    if (pair) row.push(pair);
  }
  return row.toReversed();
}

/** The shortest way through one gap, or the whole gap where that would take too long. */
function within(
  one: readonly string[],
  other: readonly string[],
  gap: Edit,
  work: Work,
): readonly Edit[] {
  if (gap.from === gap.to || gap.start === gap.end || work.left <= 0) return [gap];
  // Spent: nothing is equal any more, and the way that is left is still a way.
  const comparator = (left: string, right: string) => (work.left -= 1) >= 0 && left === right;
  const parts: readonly Part[] | undefined = diffArrays(
    one.slice(gap.from, gap.to),
    other.slice(gap.start, gap.end),
    { comparator, maxEditLength: mostChanges },
  );
  if (parts === undefined) return [gap];
  const edits: Edit[] = [];
  let [at, there] = [gap.from, gap.start];
  for (const { value, added, removed } of parts) {
    const [from, start] = [at, there];
    if (!added) at += value.length;
    if (!removed) there += value.length;
    if (added || removed) edits.push({ from, to: at, start, end: there });
  }
  return edits;
}

interface Part {
  readonly value: readonly string[];
  readonly added?: boolean;
  readonly removed?: boolean;
}

/**
 * What was only added or only taken away can often be said in several places: of "A. B." and "A. C. B." it is "C. " or
 * ". C". Taken is the last one that is whole sentences, else the last one.
 */
function slid(
  one: readonly string[],
  other: readonly string[],
  edit: Edit,
  before: Edit | undefined,
  after: Edit | undefined,
): Edit {
  const isAdded = edit.from === edit.to;
  if (!isAdded && edit.start !== edit.end) return edit;
  const pieces = isAdded ? other : one;
  const place = isAdded ? edit.start : edit.from;
  const length = isAdded ? edit.end - edit.start : edit.to - edit.from;
  const most = (after?.from ?? one.length) - edit.to;
  const least = (before?.to ?? 0) - edit.from;
  let last = 0;
  while (last < most && pieces[place + last] === pieces[place + last + length]) last += 1;
  for (let step = last; step > least; step -= 1) {
    const from = place + step;
    if (isFreshAt(pieces, from) && isFreshAt(pieces, from + length)) return moved(edit, step);
    if (pieces[from - 1] !== pieces[from + length - 1]) break;
  }
  return moved(edit, last);
}

const moved = ({ from, to, start, end }: Edit, step: number): Edit => ({
  from: from + step,
  to: to + step,
  start: start + step,
  end: end + step,
});
