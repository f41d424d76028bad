import fc from "fast-check";
import { fold } from "@toetssteen/contract";
import { describe, expect, test } from "vitest";
import { marked, snippetOf as snippetOfPiece } from "./snippet.ts";
import { foldWithPlaces } from "./words.ts";

const snippetOf = (text: string, words: string[], isCutBefore = false, isCutAfter = false) =>
  snippetOfPiece({ text, isCutBefore, isCutAfter }, words);

const shown = (parts: readonly { text: string; isMatch: boolean }[]) =>
  parts.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join("");

describe("a text in pieces", () => {
  test.each([
    [
      "inside a word",
      "De samenwerkingsovereenkomst.",
      ["overeenkomst"],
      "De samenwerkings[overeenkomst].",
    ],
    ["without accents", "Café één", ["cafe", "een"], "[Café] [één]"],
    ["with accents of their own", "Cafe\u0301 dicht", ["cafe"], "[Cafe\u0301] dicht"],
    ["in a character that is two letters", "De oﬃce", ["fi"], "De o[ﬃ]ce"],
    ["overlapping", "Partners", ["part", "artner"], "[Partner]s"],
    ["twice", "ja en ja", ["ja"], "[ja] en [ja]"],
    ["with an apostrophe", "Onze foto’s.", ["foto"], "Onze [foto]’s."],
    ["across an apostrophe", "Onze foto’s.", ["fotos"], "Onze [foto’s]."],
    ["in curled quotes", "Zeg “voor elkaar”.", ["voor", "elkaar"], "Zeg “[voor] [elkaar]”."],
    ["across a soft hyphen", "samen\u00adwerking", ["nwerk"], "same[n\u00adwerk]ing"],
    ["across another dash", "van 2025–2028.", ["2025-2028"], "van [2025–2028]."],
    ["with another s", "De Straße.", ["strasse"], "De [Straße]."],
    ["across a point between thousands", "Er zijn 1.250 leden", ["1250"], "Er zijn [1.250] leden"],
    ["that is a number with a point", "Bij 4.10 en 4.1.", ["4.1"], "Bij [4.1]0 en [4.1]."],
    ["in an emoji with others", "👩‍👧‍👦 en meer", ["en"], "👩‍👧‍👦 [en] meer"],
    ["not at all", "niets", ["iets anders"], "niets"],
    ["beside what looks like HTML", "<b>kijk</b>", ["b>"], "<[b>]kijk</[b>]"],
  ])("marks a word %s", (_, text, words, expected) => {
    expect(shown(marked(text, words))).toBe(expected);
  });

  test("holds every character of the text, and marks what was looked for", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(), fc.nat(), (text, one, other) => {
        const { folded } = foldWithPlaces(text);
        expect(folded).toBe(fold(text));
        const [from, until] = [one % (folded.length + 1), other % (folded.length + 1)].toSorted(
          (a, b) => a - b,
        );
        const word = folded.slice(from, until);
        const words = word.trim() === "" ? [] : [word];
        const parts = marked(text, words);
        const letters = (some: string) => some.replaceAll(/\s+/gu, "");
        expect(letters(parts.map((part) => part.text).join(""))).toBe(letters(text));
        expect(parts.some(({ isMatch }) => isMatch)).toBe(words.length > 0);
      }),
    );
  });
});

describe("a snippet", () => {
  const filler = "Wat hier staat gaat ergens anders over. ";

  test("of a short text is the text, on one line", () => {
    expect(shown(snippetOf("Een regel.\n\nEn nog een.", ["nog"]))).toBe("Een regel. En [nog] een.");
  });

  test.each([
    ["Dit is **heel belangrijk** werk.", ["belangrijk"], "Dit is heel [belangrijk] werk."],
    ["Zie [het jaarplan](https://plan.example/x).", ["jaarplan"], "Zie het [jaarplan]."],
    ["Wij doen:\n\n- lezen\n- *spelen*", ["spelen"], "Wij doen: lezen [spelen]"],
    [
      "Zie [het jaarplan](https://plan.example/x).",
      ["plan.example"],
      "Zie [het jaarplan](https://[plan.example]/x).",
    ],
  ])(
    "of %j is what a page shows, or what is written where only that holds the word",
    (text, words, expected) => {
      expect(shown(snippetOf(text, words))).toBe(expected);
    },
  );

  test("stands around the place where most of the words are", () => {
    const text = `${filler}De gemeente. ${filler.repeat(9)}Met de gemeente en de scholen is dit afgesproken. ${filler.repeat(9)}`;
    const snippet = shown(snippetOf(text, ["gemeente", "scholen"]));
    expect(snippet).toContain("Met de [gemeente] en de [scholen] is dit afgesproken.");
    expect(snippet).toMatch(/^… \w.*\w\S* …$/);
    expect(snippet.length).toBeLessThan(240);
  });

  test("cuts no character in two, also where there are no spaces", () => {
    const text = "📚".repeat(400);
    const snippet = snippetOf(`${text}x${text}`, ["x"]);
    expect(snippet.every((part) => part.text.isWellFormed())).toBe(true);
  });

  test("of a piece says that there is more before and after it, and begins and ends with a word", () => {
    const piece = "halfwoord en dan de gemeente en nog veel meer";
    expect(shown(snippetOf(piece, ["gemeente"], true, true))).toBe(
      "… en dan de [gemeente] en nog veel …",
    );
    expect(shown(snippetOf(piece, ["halfwoord"], true))).toBe(
      "… [halfwoord] en dan de gemeente en nog veel meer",
    );
  });
});
