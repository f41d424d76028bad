/** Longest text in one box, in UTF-16 code units; about eight printed pages. */
export const longestText = 20_000;

/** Why a text can't be kept: how many UTF-16 code units too long, or which character it is, counted from 1. */
export type TextFault =
  | { readonly kind: "long"; readonly over: number }
  | { readonly kind: "character"; readonly place: number; readonly code: string }
  /** A tab or the end of a line, where there is one line. */
  | { readonly kind: "line"; readonly place: number };

/**
 * What no text of anybody may hold: halves of characters, what Unicode keeps for programs alone, and control characters,
 * but for tabs and ends of lines. PostgreSQL, XML and typefaces have none of them, and no keyboard makes one.
 */
const unkept = /(?![\t\n\v\f\r\u0085])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/u;

/** What is wrong with a text; null when nothing is. Whatever else there is in Unicode is taken, and comes out everywhere. */
export function faultOf(text: string, longest = longestText): TextFault | null {
  if (text.length > longest) return { kind: "long", over: text.length - longest };
  const found = unkept.exec(text);
  if (found === null) return null;
  const code = found[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0") ?? "";
  return { kind: "character", place: placeOf(text, found.index), code };
}

/** What ends a line, or jumps within it. */
const jump = /[\t\n\v\f\r\u0085\u2028\u2029]/u;

/** {@link faultOf} a name or title, which is one line. */
export function faultOfLine(text: string, longest: number): TextFault | null {
  const place = text.search(jump);
  return (
    faultOf(text, longest) ?? (place === -1 ? null : { kind: "line", place: placeOf(text, place) })
  );
}

/** Which character this is for somebody who counts what they see: a family of four is one. */
function placeOf(text: string, index: number): number {
  return Array.from(new Intl.Segmenter("nl").segment(text.slice(0, index))).length + 1;
}

/** As the server says it; pages say it in their own language. */
export function faultText(fault: TextFault): string {
  switch (fault.kind) {
    case "long":
      return `Deze tekst is ${fault.over} ${fault.over === 1 ? "teken" : "tekens"} te lang.`;
    case "character":
      return `Teken ${fault.place} kunnen we niet bewaren (U+${fault.code}).`;
    case "line":
      return `Teken ${fault.place} is een tab of een nieuwe regel; dit is één regel.`;
  }
}

/** Signs that show nothing and decide where what follows them stands, so that a name reads as another. */
const turning = /[\p{Bidi_Control}\uFEFF]/gu;

/** A name or title as it is kept: without space around it, and without signs that turn its direction. */
export function tidyLine(text: string): string {
  return text.replaceAll(turning, "").trim();
}

/** Whether somebody who looks at a text sees anything: not only room, and letters that have no picture. */
export function showsSomething(text: string): boolean {
  return /[^\s\u0085\u2800\p{Default_Ignorable_Code_Point}]/u.test(text);
}
