import fc from "fast-check";
import { expect, test } from "vitest";
import { longestText } from "@toetssteen/contract";
import { compareTexts } from "./compare.ts";
import type { ComparedLine } from "./compare.ts";
import { tokensOf } from "./cut.ts";
import { editsOf, mostWork } from "./edits.ts";
import { parseText, wordsOf } from "./index.ts";
import { placeAfter } from "./place-after.ts";

const compared = (one: string, other: string) => compareTexts(parseText(one), parseText(other));

/** `[-struck-]` and `{+added+}`, a line each. */
const written = (lines: readonly ComparedLine[]) =>
  lines.map(({ spans }) =>
    spans
      .map(({ change, words }) =>
        change === "same" ? words : change === "removed" ? `[-${words}-]` : `{+${words}+}`,
      )
      .join(""),
  );

test("one text shows what was struck and what was added, each where it stands", () => {
  expect(
    written(compared("Wij kiezen partners soms bewust.", "Wij kiezen onze partners bewust.")),
  ).toEqual(["Wij kiezen {+onze +}partners [-soms -]bewust."]);
  expect(written(compared("Een.\n\nTwee.", "Een.\n\nDrie."))).toEqual([
    "Een.",
    "[-Twee-]{+Drie+}.",
  ]);
  expect(written(compared("", "Nieuw."))).toEqual(["{+Nieuw.+}"]);
  expect(written(compared("Oud.", ""))).toEqual(["[-Oud.-]"]);
});

test("a rewritten sentence is struck and added as a whole", () => {
  const [line = ""] = written(
    compared(
      "Dat doen we in de stad samen met alle scholen.",
      "Elke wijk kiest in het jaar haar eigen partner en school.",
    ),
  );
  expect(line.match(/\[-/g)?.length).toBeLessThanOrEqual(2);
});

test("formatting shows, and changed formatting is a change", () => {
  const [line] = compared(
    "Het **moet** nu, zie https://x.example/a.",
    "Het _moet_ nu, zie https://x.example/a.",
  );
  expect(
    line?.spans
      .map(({ change, words, strong, emphasis }) => [change, words, strong, emphasis])
      .slice(0, 4),
  ).toEqual([
    ["same", "Het ", false, false],
    ["removed", "moet", true, false],
    ["added", "moet", false, true],
    ["same", " nu, zie ", false, false],
  ]);
  expect(line?.spans.at(-2)).toMatchObject({ address: "https://x.example/a", change: "same" });
});

test("an item that is added to a list is one line, and the numbers after it are no change", () => {
  const lines = compared("1. een\n2. drie", "1. een\n2. twee\n3. drie");
  expect(written(lines)).toEqual(["een", "{+twee+}", "drie"]);
  expect(lines.map(({ look }) => look.number)).toEqual([1, 2, 3]);
});

const text = fc
  .array(
    fc.constantFrom(
      "wij",
      "**kiezen**",
      "taal",
      " ",
      " ",
      ".",
      "\n",
      "\n\n",
      "- ",
      "1. ",
      "_samen_",
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(""));

test("without what was struck it is the second text, without what was added the first", () => {
  const side = (lines: readonly ComparedLine[], left: string) =>
    lines
      .flatMap(({ spans }) =>
        spans.filter(({ change }) => change !== left).map(({ words }) => words),
      )
      .join("");
  const all = (source: string) => wordsOf(parseText(source)).replaceAll("\n", "");
  fc.assert(
    fc.property(text, text, (one, other) => {
      const lines = compared(one, other);
      expect(side(lines, "removed")).toBe(all(other));
      expect(side(lines, "added")).toBe(all(one));
    }),
    { numRuns: 500 },
  );
});

test.each([
  ["letters", ["a ", "b ", "c "]],
  ["signs and letters", ["a", "."]],
  ["lines", ["a\n", "b\n", "\n"]],
  ["sentences", ["Wij doen. ", "Zij doen. ", "Niemand doet. "]],
])("two long texts of the same few %s take no more comparing than is allowed", (_what, parts) => {
  const long = (turn: number) =>
    Array.from({ length: longestText }, (_, n) => parts[(n * n * 7 + (n % turn)) % parts.length])
      .join("")
      .slice(0, longestText);
  const work = { left: mostWork };
  editsOf(tokensOf(long(5)), tokensOf(long(3)), work);
  // Each way that is still open when the work is done makes one more comparison.
  expect(mostWork - work.left).toBeLessThan(2 * mostWork);
});

test("a caret stays beside the words that it stood beside", () => {
  expect(placeAfter("Aa. Bb.", "Nieuw. Aa. Bb.", 3)).toBe(10);
  expect(placeAfter("Aa. Bb.", "Aa. Nieuw. Bb.", 7)).toBe(14);
  expect(placeAfter("Aa. Bb.", "Aa. Bb. Nieuw.", 7)).toBe(7);
  expect(placeAfter("Aa. Bb.", "Aa.", 7)).toBe(3);
  fc.assert(
    fc.property(text, text, fc.nat(80), (one, other, place) => {
      const moved = placeAfter(one, other, Math.min(place, one.length));
      expect(moved).toBeGreaterThanOrEqual(0);
      expect(moved).toBeLessThanOrEqual(other.length);
    }),
  );
});
