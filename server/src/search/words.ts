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

/** A folded text, and of each of its characters where in the text it came from. */
export interface FoldedText {
  readonly folded: string;
  /** One more than there are characters: the last is the length of the text. */
  readonly places: readonly number[];
}

/** Folds a text and remembers where everything stood, to mark in the text what was found in the folded one. */
export function foldWithPlaces(text: string): FoldedText {
  const folded: string[] = [];
  const places: number[] = [];
  let place = 0;
  for (const character of text) {
    // Most characters have no accent and nothing to take apart; to fold each of them took most of a search.
    const small = character < "\u0080" ? character.toLowerCase() : fold(character);
    folded.push(small);
    for (let count = 0; count < small.length; count += 1) places.push(place);
    place += character.length;
  }
  places.push(place);
  return { folded: folded.join(""), places };
}
