/** What is typed in one way and printed in another, or not seen at all: quotes, accents apart, and signs without a width. */
const unseen =
  /[\u0300-\u036f]|[\ufe00-\ufe0f]|['"\u2018-\u201f\u2032-\u2037\u2039\u203a\u00ab\u00bb\u02b9-\u02bf\u02c8\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
/** Accents that stand by themselves; taken apart they would leave a space. */
const standingAccents = /[`´]/g;
/** Letters that a keyboard has in another form, and every dash as a hyphen. */
const otherLetters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ς: "σ",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  ħ: "h",
  ŧ: "t",
  ı: "i",
};
const dashes = /[\u2010-\u2015\u2212\u2043]/g;
const others = new RegExp(`[${Object.keys(otherLetters).join("")}]`, "g");
/** A point between thousands: 1.250 is looked for as 1250, and 4.10 as it stands. */
export const thousandsPoint = /(?<=[0-9])\.(?=[0-9]{3}(?![0-9]))/g;

/** {@link fold} of what doesn't depend on what stands beside it. */
export function foldSigns(text: string): string {
  return text
    .replaceAll(standingAccents, "")
    .normalize("NFKD")
    .replaceAll(unseen, "")
    .replaceAll(dashes, "-")
    .toLowerCase()
    .replaceAll(others, (letter) => otherLetters[letter] ?? letter);
}

/**
 * A text as it is looked for and put in order: without accents, capitals, quotes and what isn't seen, each dash a hyphen.
 * The columns `folded` of the database keep texts in the same form.
 */
export function fold(text: string): string {
  return foldSigns(text).replaceAll(thousandsPoint, "");
}
