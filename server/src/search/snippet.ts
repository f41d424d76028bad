import { hasMarkup, plainText } from "@toetssteen/text";
import { foldWithPlaces } from "./words.ts";

/** A piece of a text: a word that was looked for, or what stands around it. */
export interface SnippetPart {
  readonly text: string;
  readonly isMatch: boolean;
}

/** From where until where in a text. */
type Range = readonly [start: number, end: number];

/** Longest snippet, in UTF-16 code units. */
const longest = 220;
/** What of it stands before the first word that was found. */
const before = 60;

interface Found {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

/** Where the words stand in a text, in order. @param words folded, none empty */
function findWords(text: string, words: readonly string[]): Found[] {
  const { folded, starts, ends } = foldWithPlaces(text);
  const found: Found[] = [];
  for (const word of words)
    for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + word.length)) {
      // A character may have become several, of which only some were found: it is marked whole.
      const start = starts[at] ?? 0;
      found.push({ start, end: ends[at + word.length - 1] ?? start, word });
    }
  return found.toSorted((one, other) => one.start - other.start);
}

/** What touches or overlaps is one. */
function joined(found: readonly Found[]): Range[] {
  const all: Range[] = [];
  for (const { start, end } of found) {
    const last = all.at(-1);
    if (last && start <= last[1]) all[all.length - 1] = [last[0], Math.max(last[1], end)];
    else all.push([start, end]);
  }
  return all;
}

/** A whole text in pieces, for what is short. */
export function marked(text: string, words: readonly string[]): SnippetPart[] {
  return cutUp(text, [0, text.length], joined(findWords(text, words)));
}

/** A piece of a text, and whether there is more of the text before and after it. */
export interface Piece {
  readonly text: string;
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
}

/** As a page shows it, without the signs of its markup; as it is written where only these hold a word, as an address does. */
function asShown(text: string, words: readonly string[]): string {
  if (!hasMarkup(text)) return text;
  const shown = plainText(text);
  return findWords(shown, words).length > 0 ? shown : text;
}

/** What of a piece holds most of the words, in parts; cut between words where there is a space nearby. */
export function snippetOf(written: Piece, words: readonly string[]): SnippetPart[] {
  const piece = { ...written, text: asShown(written.text, words) };
  const { text, isCutBefore, isCutAfter } = piece;
  const found = findWords(text, words);
  const window = windowAround(piece, bestPlace(found));
  const parts = cutUp(text, window, joined(found));
  const open = isCutBefore || window[0] > 0 ? [{ text: "… ", isMatch: false }] : [];
  const shut = isCutAfter || window[1] < text.length ? [{ text: " …", isMatch: false }] : [];
  return [...open, ...parts, ...shut];
}

/** Where a window begins that holds most of the words; the first of equals. */
function bestPlace(found: readonly Found[]): number {
  const inside = new Map<string, number>();
  let best = 0;
  let most = 0;
  let next = 0;
  for (const { start, word } of found) {
    for (; next < found.length; next += 1) {
      const one = found[next];
      if (!one || one.end > start + longest - before) break;
      inside.set(one.word, (inside.get(one.word) ?? 0) + 1);
    }
    if (inside.size > most) [best, most] = [start, inside.size];
    const left = (inside.get(word) ?? 0) - 1;
    if (left > 0) inside.set(word, left);
    else inside.delete(word);
  }
  return best;
}

function windowAround({ text, isCutBefore, isCutAfter }: Piece, place: number): Range {
  const start =
    place > before
      ? afterSpace(text, place - before, place)
      : isCutBefore
        ? afterSpace(text, 0, place)
        : 0;
  const end = start + longest;
  if (end < text.length) return [start, beforeSpace(text, end)];
  return [start, isCutAfter ? beforeSpace(text, text.length) : text.length];
}

function afterSpace(text: string, from: number, until: number): number {
  const space = text.slice(from, until).search(/\s\S/u);
  return space === -1 ? wholeCharacter(text, from) : from + space + 1;
}

function beforeSpace(text: string, end: number): number {
  const from = Math.max(0, end - before);
  const space = /\s+\S*$/u.exec(text.slice(from, end));
  return space ? from + space.index : wholeCharacter(text, end);
}

/** Not between the halves of a character. */
function wholeCharacter(text: string, place: number): number {
  const code = text.charCodeAt(place);
  return code >= 0xdc00 && code <= 0xdfff ? place - 1 : place;
}

function cutUp(text: string, [from, until]: Range, matches: readonly Range[]): SnippetPart[] {
  const parts: SnippetPart[] = [];
  const add = (start: number, end: number, isMatch: boolean) => {
    if (end > start) parts.push({ text: text.slice(start, end).replaceAll(/\s+/gu, " "), isMatch });
  };
  let place = from;
  for (const [start, end] of matches) {
    if (end <= from || start >= until) continue;
    add(place, Math.max(start, from), false);
    add(Math.max(start, from), Math.min(end, until), true);
    place = Math.min(end, until);
  }
  add(place, until, false);
  return parts;
}
