import fc from "fast-check";
import { expect, test } from "vitest";
import { combine, differences } from "./compare.ts";

const word = fc.constantFrom(
  "wij",
  "kiezen",
  "partners",
  "bewust",
  "cultuur",
  "taal",
  "samen",
  ".",
  "–",
);
const text = fc
  .array(fc.array(word, { maxLength: 6 }), { maxLength: 5 })
  .map((paragraphs) => paragraphs.map((words) => words.join(" ")).join("\n"));
const joined = (pieces: readonly { text: string }[]) => pieces.map((piece) => piece.text).join("");

test("only the words that differ are marked, on either side", () => {
  const { one, other } = differences(
    "Wij kiezen partners bewust.",
    "Wij kiezen onze partners heel bewust.",
  );
  expect(one).toEqual([{ text: "Wij kiezen partners bewust.", only: false }]);
  expect(other.filter((piece) => piece.only).map((piece) => piece.text.trim())).toEqual([
    "onze",
    "heel",
  ]);
});

test("a rewritten sentence is one mark, not a mark a word", () => {
  const { one } = differences(
    "Dat doen we samen met scholen.",
    "Elke wijk kiest haar eigen partner.",
  );
  expect(one.filter((piece) => piece.only).length).toBeLessThanOrEqual(2);
});

test("each side of a comparison still is the whole text", () => {
  fc.assert(
    fc.property(text, text, (mine, theirs) => {
      const { one, other } = differences(mine, theirs);
      expect(joined(one)).toBe(mine);
      expect(joined(other)).toBe(theirs);
    }),
  );
});

test("two people who each change another paragraph both get their change", () => {
  const base = "Taal gaat goed.\nCultuur niet.\nOnderwijs ook.";
  const theirs = "Taal gaat heel goed.\nCultuur niet.\nOnderwijs ook.";
  const mine = "Taal gaat goed.\nCultuur niet.\nOnderwijs nog niet.";
  expect(combine(base, theirs, mine)).toBe(
    "Taal gaat heel goed.\nCultuur niet.\nOnderwijs nog niet.",
  );
});

test("two people who change the same paragraph get both, theirs first", () => {
  expect(combine("Oud.", "Van Noor.", "Van mij.")).toBe("Van Noor.\nVan mij.");
});

test("two people who both began on an empty answer keep both texts", () => {
  expect(combine("", "Van Noor.", "Van mij.")).toBe("Van Noor.\nVan mij.");
});

test("what only one side changed comes out as that side wrote it", () => {
  fc.assert(
    fc.property(text, text, (base, changed) => {
      expect(combine(base, changed, base)).toBe(changed);
      expect(combine(base, base, changed)).toBe(changed);
      expect(combine(base, changed, changed)).toBe(changed);
    }),
  );
});

test("no line that somebody wrote is missing from the combined text", () => {
  fc.assert(
    fc.property(text, text, text, (base, theirs, mine) => {
      const before = new Set(base.split("\n"));
      const lines = new Set(combine(base, theirs, mine).split("\n"));
      const written = [...theirs.split("\n"), ...mine.split("\n")].filter(
        (line) => line !== "" && !before.has(line),
      );
      for (const line of written) expect(lines).toContain(line);
    }),
  );
});
