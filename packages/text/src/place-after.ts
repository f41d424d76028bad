import { tokensOf } from "./cut.ts";
import { editsOf } from "./edits.ts";

/**
 * Where a place in a text is after the text became another one, both in UTF-16 code units: for a caret, when a text
 * changes while somebody writes in it. What was added at the place itself comes after it.
 */
export function placeAfter(before: string, after: string, place: number): number {
  if (before === after) return place;
  const [one, other] = [tokensOf(before), tokensOf(after)];
  const [ends, otherEnds] = [endsOf(one), endsOf(other)];
  let moved = place;
  for (const edit of editsOf(one, other)) {
    const [from, to] = [ends[edit.from] ?? 0, ends[edit.to] ?? 0];
    const [start, end] = [otherEnds[edit.start] ?? 0, otherEnds[edit.end] ?? 0];
    if (place <= from) return moved;
    if (place < to) return Math.min(end, start + place - from);
    moved = place - to + end;
  }
  return moved;
}

/** Where each piece begins, and the end of the text. */
function endsOf(tokens: readonly string[]): number[] {
  let at = 0;
  return [0, ...tokens.map((token) => (at += token.length))];
}
