import { isFreshAt, isSpace, sentencesOf } from "./cut.ts";

/** What one side put in the place of a stretch of the base. Nothing is replaced where `from` is `to`. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly put: readonly string[];
  readonly side: "theirs" | "mine";
}

/** A stretch of the base with what was done to it: one change, or all that collide there. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly changes: readonly Change[];
  readonly collides: boolean;
}

/** What two sides did to a base, in order, with what can't be joined taken together as whole sentences. */
export function stretchesOf(
  base: readonly string[],
  theirs: readonly Change[],
  mine: readonly Change[],
): Stretch[] {
  const twins = new Map(mine.map((change) => [keyOf(change), change]));
  const shared = new Set(theirs.map(keyOf).filter((key) => twins.has(key)));
  const isOwn = (change: Change) => !shared.has(keyOf(change));
  const asked = collisionsOf(base, theirs.filter(isOwn), mine.filter(isOwn));
  const made = [...theirs, ...mine.filter(isOwn)].map((change): Stretch => {
    const twin = change.side === "theirs" ? twins.get(keyOf(change)) : undefined;
    return { ...change, changes: twin ? [change, twin] : [change], collides: false };
  });
  const sorted = [...asked, ...made].toSorted(
    (a, b) => a.from - b.from || orderOf(base, a) - orderOf(base, b),
  );
  const stretches: Stretch[] = [];
  for (const next of sorted) {
    let stretch = next;
    for (
      let last = stretches.at(-1);
      last && belongs(base, last, stretch);
      last = stretches.at(-1)
    ) {
      stretches.pop();
      stretch = together(last, stretch);
    }
    stretches.push(stretch);
  }
  return stretches;
}

const keyOf = ({ from, to, put }: Change) => `${from}:${to}:${put.join("")}`;
/** What was added stands before what is replaced in the same place, and what goes on from before it comes first. */
function orderOf(base: readonly string[], { from, to, collides, changes: [change] }: Stretch) {
  if (collides || from < to || !change) return collides ? 3 : 4;
  return startsFresh(base, change) ? (endsFresh(base, change) ? 1 : 2) : 0;
}

const together = (one: Stretch, other: Stretch): Stretch => ({
  from: one.from,
  to: Math.max(one.to, other.to),
  changes: [...one.changes, ...other.changes],
  collides: true,
});

/** Whether a stretch is part of a collision before it, or the collision begins with what stands before it. */
function belongs(base: readonly string[], last: Stretch, next: Stretch): boolean {
  if (!last.collides && !next.collides) return false;
  if (next.from < last.to) return true;
  if (next.from > last.to) return false;
  if (last.from === last.to && !last.collides)
    return !last.changes.every((change) => endsFresh(base, change));
  if (next.from === next.to) return !next.changes.every((change) => startsFresh(base, change));
  return false;
}

type Range = readonly [from: number, to: number];

function collisionsOf(
  base: readonly string[],
  theirs: readonly Change[],
  mine: readonly Change[],
): Stretch[] {
  const starts = sentencesOf(base);
  const sentenceOf: number[] = [];
  for (const [index, start] of starts.entries())
    sentenceOf.push(...Array<number>((starts[index + 1] ?? base.length) - start).fill(index));
  const around = ({ from, to }: Pick<Change, "from" | "to">): Range => {
    const isAfter = from === to && from > 0 && (from === base.length || !isFreshAt(base, from));
    const first = sentenceOf[isAfter ? from - 1 : from] ?? 0;
    const last = to > from ? (sentenceOf[to - 1] ?? first) : first;
    return [starts[first] ?? 0, starts[last + 1] ?? base.length];
  };
  const met = pairsOf(theirs, mine)
    .filter(([one, other]) => meet(base, one, other))
    .map(([one, other]) =>
      around({ from: Math.min(one.from, other.from), to: Math.max(one.to, other.to) }),
    );
  const sentences = ({ from, to }: Change) => {
    const first = sentenceOf[from] ?? 0;
    return Array.from({ length: (sentenceOf[to - 1] ?? first) - first + 1 }, (_, n) => first + n);
  };
  const taking = (changes: readonly Change[]) => changes.filter((change) => takes(base, change));
  const alsoTaken = (changes: readonly Change[], others: readonly Change[]) => {
    const taken = new Set(taking(others).flatMap(sentences));
    return taking(changes).filter((one) => sentences(one).some((sentence) => taken.has(sentence)));
  };
  const both = [...alsoTaken(theirs, mine), ...alsoTaken(mine, theirs)].map(around);
  return [...met, ...both].map(([from, to]) => ({ from, to, changes: [], collides: true }));
}

/** Changes of two sides that could meet: each with those of the other side that it overlaps or touches. */
function pairsOf(theirs: readonly Change[], mine: readonly Change[]) {
  const pairs: (readonly [Change, Change])[] = [];
  let [i, j] = [0, 0];
  for (;;) {
    const [one, other] = [theirs[i], mine[j]];
    if (!one || !other) return pairs;
    if (one.from <= other.to && other.from <= one.to) pairs.push([one, other]);
    if (one.to <= other.to) i += 1;
    else j += 1;
  }
}

/** Whether two changes can't both be made. */
function meet(base: readonly string[], one: Change, other: Change): boolean {
  const [isAdded, isOtherAdded] = [one.from === one.to, other.from === other.to];
  if (isAdded && isOtherAdded) return bothAdded(base, one, other) === null;
  if (!isAdded && !isOtherAdded) return true;
  const [added, changed] = isAdded ? [one, other] : [other, one];
  if (added.from === changed.to) return !startsFresh(base, added);
  if (added.from === changed.from) return !endsFresh(base, added);
  return true;
}

/** Whether words went: a word that only became longer is still there. */
function takes(base: readonly string[], { from, to, put }: Change): boolean {
  const [was, is] = [base.slice(from, to).join(""), put.join("")];
  return was !== "" && !is.startsWith(was) && !is.endsWith(was);
}

const isLine = ({ put: [first] }: Change) => first === "\n";
const isFinished = ({ put }: Change) => isFreshAt(put, put.length);
const startsFresh = (base: readonly string[], change: Change) =>
  isLine(change) || isFreshAt(base, change.from);
const endsFresh = (base: readonly string[], change: Change) =>
  isFinished(change) || base[change.from] === undefined || base[change.from] === "\n";

/** What two sides added in one place, after each other; null where both go on in one sentence. */
export function bothAdded(base: readonly string[], one: Change, other: Change): string[] | null {
  const shared = sharedSentences(one.put, other.put);
  const rest = (change: Change) => ({ ...change, put: change.put.slice(shared) });
  const [left, right] = [rest(one), rest(other)];
  const begin = one.put.slice(0, shared);
  if (left.put.length === 0 || right.put.length === 0) return [...begin, ...left.put, ...right.put];
  const isFresh = shared > 0 || isFreshAt(base, one.from);
  /** 0 goes on from what stands before, 1 stands by itself, 2 belongs to what comes after. */
  const placeOf = (change: Change) => {
    const [starts, ends] = [isFresh || isLine(change), endsFresh(base, change)];
    return starts ? (ends ? 1 : 2) : ends ? 0 : null;
  };
  const [place, otherPlace] = [placeOf(left), placeOf(right)];
  if (place === null || otherPlace === null) return null;
  if (place === otherPlace && place !== 1) return null;
  const order =
    place - otherPlace ||
    Number(isLine(left)) - Number(isLine(right)) ||
    // Who is still typing a sentence goes on after it.
    Number(!isFinished(left)) - Number(!isFinished(right)) ||
    (left.put.join("") < right.put.join("") ? -1 : 1);
  const [first, second] = order < 0 ? [left, right] : [right, left];
  return [...begin, ...apart(base, first, second)];
}

/** How many pieces of two additions are the same, in whole sentences. */
function sharedSentences(one: readonly string[], other: readonly string[]): number {
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) shared += 1;
  if (shared === one.length || shared === other.length) return shared;
  const least = isSpace(one[0]) ? 1 : 0;
  while (shared > least && !(isFreshAt(one, shared) && isFreshAt(other, shared))) shared -= 1;
  return shared > least ? shared : 0;
}

function apart(base: readonly string[], first: Change, second: Change): string[] {
  const next = isSpace(second.put[0]) ? second.put.slice(1) : second.put;
  const last = first.put.at(-1);
  if (isLine(second)) return [...first.put, ...second.put];
  if (last === "\n" || isSpace(last)) return [...first.put, ...next];
  const before = base[first.from - 1];
  const isNewLine = before === undefined || before === "\n" || isLine(first) || !isFinished(first);
  return [...first.put, isNewLine ? "\n" : " ", ...next];
}
