import { fold, foldSigns, thousandsPoint } from "@toetssteen/contract";

/** Words beyond these are not looked for. */
const mostWords = 10;

/** The words that somebody looks for, folded, each once. */
export function wordsIn(text: string): string[] {
  const words = fold(text).split(/\s+/u);
  return [...new Set(words.filter((word) => word !== ""))].slice(0, mostWords);
}

/** A folded text, and of each of its code units which characters of the text it was made of. */
export interface FoldedText {
  readonly folded: string;
  readonly starts: readonly number[];
  /** Before what folds to nothing, unless that belongs to the character, as an accent does. */
  readonly ends: readonly number[];
}

/** How many characters were folded one by one since the server started: what searching costs, for tests. */
export const folding = { characters: 0 };

/** What single characters fold to; of those beyond the first 65,536 none is kept. */
const known: (string | undefined)[] = Array.from({ length: 0x1_00_00 });

function foldCharacter(character: string): string {
  if (character.length > 1) return foldSigns(character);
  const code = character.charCodeAt(0);
  return (known[code] ??= foldSigns(character));
}

const belongs = /[\p{M}\u200d]/u;

/**
 * Folds a text and remembers where everything stood, to mark in the text what was found in the folded one. For pieces of
 * texts and names only: it looks at each character.
 */
export function foldWithPlaces(text: string): FoldedText {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let place = 0;
  for (const character of text) {
    folding.characters += 1;
    const end = place + character.length;
    const made = foldCharacter(character);
    if (made === "" && ends.length > 0 && belongs.test(character)) ends[ends.length - 1] = end;
    for (const unit of made.split("")) {
      units.push(unit);
      starts.push(place);
      ends.push(end);
    }
    place = end;
  }
  const folded = units.join("");
  const points = new Set(Array.from(folded.matchAll(thousandsPoint), ({ index }) => index));
  if (points.size === 0) return { folded, starts, ends };
  const isKept = (_: unknown, at: number) => !points.has(at);
  return {
    folded: units.filter(isKept).join(""),
    starts: starts.filter(isKept),
    ends: ends.filter(isKept),
  };
}
