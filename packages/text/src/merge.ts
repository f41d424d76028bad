import { tokensOf } from "./cut.ts";
import { editsOf } from "./edits.ts";
import { bothAdded, stretchesOf } from "./collisions.ts";
import type { Change, Stretch } from "./collisions.ts";

export { placeAfter } from "./place-after.ts";

/** A piece of a merged text. What both wrote in one place is asked; everything else is merged. */
export type MergedPiece =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "collision";
      readonly base: string;
      readonly theirs: string;
      readonly mine: string;
    };

/**
 * One text from two that grew from the same base. What one of the two added, changed or took away is taken; of what both
 * added in one place each stands there, once. A collision is what can't be joined without making a sentence that nobody
 * wrote: both changed the same words, or both took words from one sentence, which then is asked as a whole.
 *
 * Pure, the same from either side, and done in a time that grows with the length of the texts.
 */
export function merge3(base: string, theirs: string, mine: string): readonly MergedPiece[] {
  if (theirs === mine || mine === base) return [{ kind: "text", text: theirs }];
  if (theirs === base) return [{ kind: "text", text: mine }];
  const tokens = tokensOf(base);
  const left = changesOf(tokens, theirs, "theirs");
  const right = changesOf(tokens, mine, "mine");
  return piecesOf(tokens, stretchesOf(tokens, left, right));
}

/** The merged text, or null where something is to be asked. */
export function mergedText(pieces: readonly MergedPiece[]): string | null {
  const texts = pieces.map((piece) => (piece.kind === "text" ? piece.text : null));
  return texts.includes(null) ? null : texts.join("");
}

function changesOf(base: readonly string[], text: string, side: Change["side"]): Change[] {
  const tokens = tokensOf(text);
  return editsOf(base, tokens).map(({ from, to, start, end }) => ({
    from,
    to,
    put: tokens.slice(start, end),
    side,
  }));
}

function piecesOf(base: readonly string[], stretches: readonly Stretch[]): MergedPiece[] {
  const pieces: MergedPiece[] = [];
  const put = (text: string) => {
    const last = pieces.at(-1);
    if (last?.kind === "text") pieces[pieces.length - 1] = { kind: "text", text: last.text + text };
    else if (text !== "") pieces.push({ kind: "text", text });
  };
  let at = 0;
  for (const [index, stretch] of stretches.entries()) {
    const { from, to, changes, collides } = stretch;
    put(base.slice(at, from).join(""));
    at = Math.max(at, to);
    if (collides) {
      const of = (side: Change["side"]) => applied(base, stretch, side);
      const [was, theirs, mine] = [base.slice(from, to).join(""), of("theirs"), of("mine")];
      if (theirs === mine) put(theirs);
      else pieces.push({ kind: "collision", base: was, theirs, mine });
    } else if (!isSecond(stretches[index - 1], stretch)) {
      const next = stretches[index + 1];
      const other = isSecond(stretch, next) ? next?.changes[0] : undefined;
      const [one] = changes;
      if (one) put((other ? (bothAdded(base, one, other) ?? []) : one.put).join(""));
    }
  }
  put(base.slice(at).join(""));
  return pieces;
}

/** Whether two stretches are additions in one place. */
const isSecond = (one: Stretch | undefined, other: Stretch | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  !one.collides &&
  !other.collides &&
  one.from === one.to &&
  other.from === other.to &&
  one.from === other.from;

function applied(base: readonly string[], { from, to, changes }: Stretch, side: Change["side"]) {
  const put: string[] = [];
  let at = from;
  for (const change of changes) {
    if (change.side !== side) continue;
    put.push(...base.slice(at, change.from), ...change.put);
    at = change.to;
  }
  return [...put, ...base.slice(at, to)].join("");
}
