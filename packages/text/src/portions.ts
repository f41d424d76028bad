/** Most characters, and signs that may be markup, that the parser gets at once. */
export const mostCharacters = 2_000;
export const mostSigns = 512;
/** An address is looked for to the end of the portion. */
const signsOfAddress = 8;

/** A piece of a paragraph that the parser reads as a paragraph. */
export interface Portion {
  /** The paragraph that it is of. */
  readonly of: string;
  /** Spaces and ends of lines between this piece and the one before it, which the parser would drop. */
  readonly before: string;
  readonly text: string;
}

const sign = /[*_]+|[[\]<>\\@()!]|:\/\/|www\./gi;
const isAddress = /[/.]$/;
const weightOf = (found: string) => (isAddress.test(found) ? signsOfAddress : 1);

/** How much a text may be to read. */
export function signsIn(text: string): number {
  return (text.match(sign) ?? []).reduce((sum, found) => sum + weightOf(found), 0);
}

/** Paragraphs in portions of a bounded size, so that the time that they take together grows with their length only. */
export function portionsOf(paragraphs: readonly string[]): Portion[][] {
  const portions: Portion[][] = [];
  const all = paragraphs.reduce((sum, text) => sum + signsIn(text), 0);
  // What is hardly ever written by hand goes in smaller portions, for each takes a time that grows with its square.
  const most = all > mostSigns ? mostSigns / 4 : mostSigns;
  let [characters, signs] = [Infinity, Infinity];
  for (const piece of paragraphs.flatMap((text) => piecesOf(text, most))) {
    const more = signsIn(piece.text);
    if (characters + piece.text.length > mostCharacters || signs + more > most) {
      portions.push([]);
      [characters, signs] = [0, 0];
    }
    portions.at(-1)?.push(piece);
    characters += piece.text.length;
    signs += more;
  }
  return portions;
}

/** A paragraph in pieces that are no larger than a portion, cut at the end of a line or a word where there is one. */
function piecesOf(paragraph: string, mostOf: number): Portion[] {
  const pieces: Portion[] = [];
  let rest = paragraph;
  while (rest !== "") {
    const [before = ""] = /^\s+/.exec(rest) ?? [];
    const begin = rest.slice(before.length);
    const most = longestOf(begin, mostOf);
    const end = most === begin.length ? most : cutBefore(begin, most);
    pieces.push({ of: paragraph, before, text: begin.slice(0, end) });
    rest = begin.slice(end);
  }
  return pieces.filter(({ before, text }) => before + text !== "");
}

function longestOf(text: string, most: number): number {
  const window = text.slice(0, mostCharacters);
  let signs = 0;
  for (const { index, 0: found } of window.matchAll(sign)) {
    signs += weightOf(found);
    if (signs > most) return index;
  }
  return window.length;
}

/** Where to cut at the latest, in the last half if that is at the end of a line, else at a space. Never in a character. */
function cutBefore(text: string, most: number): number {
  const window = text.slice(0, most);
  const half = most / 2;
  for (const end of [window.lastIndexOf("\n"), window.lastIndexOf(" ")]) if (end > half) return end;
  const isHalf = /[\uD800-\uDBFF]$/.test(window);
  return isHalf ? most - 1 : most;
}

/** Characters after which a text is cut where it can be: between lists and paragraphs, or between items of one list. */
const enough = 4_000;
const marker = /^(?:[-+*]|\d{1,9}([.)]))[ \t]/;

/** A text in chunks of lines that mean the same apart; of a list that was cut the items are to be joined again. */
export function chunksOf(source: string): string[] {
  const chunks: string[] = [];
  let begin = 0;
  let list: string | null = null;
  let isAfterBlank = false;
  for (let at = 0; at < source.length;) {
    const end = source.indexOf("\n", at) + 1 || source.length;
    const line = source.slice(at, end);
    const kind = kindOf(line);
    const isApart = isAfterBlank && kind === null && /^\S/.test(line);
    if (at - begin > enough && (isApart || (kind !== null && kind === list))) {
      chunks.push(source.slice(begin, at));
      begin = at;
    }
    if (isApart) list = null;
    list = kind ?? list;
    isAfterBlank = line.trim() === "";
    at = end;
  }
  return [...chunks, source.slice(begin)];
}

/** Which list an item belongs to that begins a line. */
function kindOf(line: string): string | null {
  const [found, delimiter] = marker.exec(line) ?? [];
  return found === undefined ? null : (delimiter ?? found[0] ?? null);
}
