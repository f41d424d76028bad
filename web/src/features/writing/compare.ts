import { diffArrays, diffWordsWithSpace } from "diff";

/** A stretch of a text, and whether the other text lacks it. */
export interface Piece {
  readonly text: string;
  readonly only: boolean;
}

/** Two texts, each cut where it differs from the other by a word. The pieces of a side make up its text. */
export function differences(one: string, other: string): { one: Piece[]; other: Piece[] } {
  const changes = diffWordsWithSpace(one, other);
  const side = (elsewhere: "added" | "removed", only: "added" | "removed") =>
    bridge(
      changes
        .filter((change) => !change[elsewhere])
        .map(({ value, [only]: mark }) => ({ text: value, only: mark })),
    );
  return { one: side("added", "removed"), other: side("removed", "added") };
}

/** A space between two changed words belongs to the change, or every word would be marked apart. */
function bridge(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const [index, piece] of pieces.entries()) {
    const between =
      /^[^\S\n]+$/.test(piece.text) && pieces[index - 1]?.only && pieces[index + 1]?.only;
    const only = piece.only || Boolean(between);
    const last = result.at(-1);
    if (last?.only === only) result[result.length - 1] = { text: last.text + piece.text, only };
    else result.push({ text: piece.text, only });
  }
  return result;
}

interface Change {
  /** Lines of the base that are replaced, from (inclusive) and to (exclusive). */
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/**
 * One text from two that grew from the same base, a line (paragraph) at a time: what one side changed
 * is taken, and where both changed the same lines theirs stand first and mine below. Nothing that
 * either side wrote is missing.
 */
export function combine(base: string, theirs: string, mine: string): string {
  const start = base === "" ? [] : base.split("\n");
  const pending = [
    ...changesOf(start, theirs).map((change) => ({ ...change, side: "theirs" as const })),
    ...changesOf(start, mine).map((change) => ({ ...change, side: "mine" as const })),
  ].toSorted((one, other) => one.from - other.from || one.to - other.to);

  const result: string[] = [];
  let position = 0;
  while (pending.length > 0) {
    const from = pending[0]?.from ?? 0;
    let to = pending[0]?.to ?? 0;
    const group: typeof pending = [];
    while (
      pending[0] &&
      (pending[0].from < to || pending[0].from === from || pending[0].from === to)
    ) {
      const next = pending.shift();
      if (!next) break;
      to = Math.max(to, next.to);
      group.push(next);
    }
    result.push(...start.slice(position, from));
    const left = rewrite(
      start,
      from,
      to,
      group.filter((change) => change.side === "theirs"),
    );
    const right = rewrite(
      start,
      from,
      to,
      group.filter((change) => change.side === "mine"),
    );
    result.push(...both(start.slice(from, to), left, right));
    position = to;
  }
  result.push(...start.slice(position));
  return result.join("\n");
}

function both(
  base: readonly string[],
  theirs: readonly string[],
  mine: readonly string[],
): readonly string[] {
  if (equal(theirs, base) || equal(theirs, mine)) return mine;
  if (equal(mine, base)) return theirs;
  return [...theirs, ...mine];
}

function rewrite(
  base: readonly string[],
  from: number,
  to: number,
  changes: readonly Change[],
): string[] {
  const result: string[] = [];
  let position = from;
  for (const change of changes) {
    result.push(...base.slice(position, change.from), ...change.lines);
    position = change.to;
  }
  return [...result, ...base.slice(position, to)];
}

function changesOf(base: readonly string[], text: string): Change[] {
  const changes: Change[] = [];
  let position = 0;
  let open: Change | null = null;
  for (const part of diffArrays([...base], text === "" ? [] : text.split("\n"))) {
    if (!part.added && !part.removed) {
      if (open) changes.push(open);
      open = null;
      position += part.value.length;
    } else {
      open ??= { from: position, to: position, lines: [] };
      if (part.removed) position += part.value.length;
      open = {
        from: open.from,
        to: position,
        lines: part.added ? [...open.lines, ...part.value] : open.lines,
      };
    }
  }
  if (open) changes.push(open);
  return changes;
}

function equal(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((line, index) => line === other[index]);
}
