import { requireText } from "../graphql/input.ts";

/** Words beyond these are not looked for. */
const mostWords = 10;

const accents = /[\u0300-\u036f]/g;

/**
 * A text without accents and capitals, as the columns `folded` of the database keep it. Small letters are made one
 * character at a time, as PostgreSQL makes them: a whole word would end on another sigma.
 */
export function fold(text: string): string {
  return Array.from(text.normalize("NFKD").replaceAll(accents, ""), (one) =>
    one.toLowerCase(),
  ).join("");
}

/**
 * The words that somebody looks for, folded, each once.
 * @param path the argument that holds them
 * @throws {Refusal} INVALID_INPUT
 */
export function wordsIn(path: string, text: string): string[] {
  const words = fold(requireText(path, text)).split(/\s+/u);
  return [...new Set(words.filter((word) => word !== ""))].slice(0, mostWords);
}

/** A folded text, and where in the text its characters came from. */
export interface FoldedText {
  readonly folded: string;
  /** @param at up to the length of the folded text, which is at the end of the text */
  readonly placeOf: (at: number) => number;
}

/** Plain letters and signs, or one character that may fold to several or to none. */
const pieces = /[\0-\x7f]+|[^\0-\x7f]/gu;

/**
 * Folds a text and remembers where everything stood, to mark in the text what was found in the folded one. Most of a text
 * is plain, and of that each character is one, so only what isn't is looked at by itself.
 */
export function foldWithPlaces(text: string): FoldedText {
  let folded = "";
  /** Of the pieces: where each begins in the folded text and in the text, and whether it is a character that was folded. */
  const begins: (readonly [at: number, place: number, isFolded: boolean])[] = [];
  for (const { 0: piece, index } of text.matchAll(pieces)) {
    const isFolded = piece.charCodeAt(0) > 0x7f;
    begins.push([folded.length, index, isFolded]);
    folded += isFolded ? fold(piece) : piece.toLowerCase();
  }
  begins.push([folded.length, text.length, true]);
  return {
    folded,
    placeOf(at) {
      // The last of those that begin there: what folds to nothing begins where the next does.
      let [low, high] = [0, begins.length - 1];
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((begins[middle]?.[0] ?? 0) <= at) low = middle;
        else high = middle - 1;
      }
      const [begin, place, isFolded] = begins[low] ?? [0, 0, true];
      return isFolded ? place : place + at - begin;
    },
  };
}
