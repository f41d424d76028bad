/**
 * Characters that no reader can see, and that some documents can't hold: control characters, which Word's XML forbids;
 * what Unicode keeps for programs alone; and signs that turn the order of all letters after them.
 */
const unseen = /[\p{Cc}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\u202a-\u202e]/gu;

/**
 * A text as every document can hold it: such a character by its number, where it stands. The mark with which files begin
 * means nothing within a text and takes no room, so it is left out.
 */
export function legible(text: string): string {
  return text
    .replaceAll("\ufeff", "")
    .replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029]/g, " ")
    .replaceAll(unseen, numberOf);
}

/** Of a script in which signs that show nothing decide how letters join, or in which order they stand. */
const joining =
  /[\p{L}--[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]]/v;
const ignorable = /\p{Default_Ignorable_Code_Point}/u;
const pictured = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;

/**
 * A text without what shows nothing where it stands (soft hyphens, joiners, marks of direction), and with accents on their
 * letters: in PDF such a sign would be taken for a part of the letter before it, in every place where that letter stands.
 */
export function withoutUnseen(text: string): string {
  const composed = text.normalize("NFC");
  if (!ignorable.test(composed) || joining.test(composed)) return composed;
  let seen = "";
  for (const { segment } of characters.segment(composed))
    seen += pictured.test(segment)
      ? segment
      : segment.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "");
  return seen;
}

/** `[U+0002]`, so that it is seen that something stands there. */
export function numberOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `[U+${code.toString(16).toUpperCase().padStart(4, "0")}]`;
}

/** What every typeface of ours has. */
const certain = /^[\u0020-\u007e\u00a0-\u017f–—‘’“”•…€]*$/u;
/** As a reader sees them: a letter with its accents, a family of four. */
const characters = new Intl.Segmenter("nl", { granularity: "grapheme" });
/** More than any script has on one letter; in UTF-16 code units. */
const longest = 64;

/** The characters of a text, of which those that every typeface has come in one piece. */
export function* charactersOf(text: string): Generator<string> {
  if (certain.test(text)) {
    if (text !== "") yield text;
    return;
  }
  let plain = "";
  for (const { segment } of characters.segment(text)) {
    if (isCertain(segment)) {
      plain += segment;
      continue;
    }
    if (plain !== "") yield plain;
    plain = "";
    yield segment;
  }
  if (plain !== "") yield plain;
}

/** Whether whatever is made of these can be drawn, without asking. */
export function isCertain(character: string): boolean {
  return certain.test(character);
}

/** Whether a character is longer than any that a script has: it is spelled out unasked. */
export function isLong(character: string): boolean {
  return character.length > longest;
}

/** A text in which some characters stand by their number; the letters in them that can be read stay as they are. */
export function spelledOut(text: string, isDrawn: (character: string) => boolean): string {
  let spelled = "";
  let undrawn = "";
  for (const character of charactersOf(text)) {
    if (!isCertain(character) && (isLong(character) || !isDrawn(character))) {
      undrawn += character;
      continue;
    }
    spelled += spell(undrawn) + character;
    undrawn = "";
  }
  return spelled + spell(undrawn);
}

/** A code point that stands there many times in a row is named once, with how often. */
function spell(undrawn: string): string {
  return undrawn.replaceAll(/(.)\1*/gsu, (row, one: string) => {
    const times = row.length / one.length;
    const name = isCertain(one) ? one : numberOf(one);
    return times > 3 ? `${name}×${times}` : name.repeat(times);
  });
}
