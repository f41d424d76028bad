import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tokensOf } from "./cut.ts";
import { merge3, mergedText } from "./merge.ts";

const merged = (base: string, theirs: string, mine: string) =>
  mergedText(merge3(base, theirs, mine));

/** What is asked: theirs and mine of each collision. */
const asked = (base: string, theirs: string, mine: string) =>
  merge3(base, theirs, mine).flatMap((piece) =>
    piece.kind === "collision" ? [[piece.theirs, piece.mine]] : [],
  );

describe("two additions", () => {
  test.each([
    [
      "at the end of a paragraph",
      "Aa.",
      "Aa. Dat is zo.",
      "Aa. En meer.",
      "Aa. Dat is zo. En meer.",
    ],
    ["to an empty text", "", "Van Noor.", "Van mij.", "Van Noor.\nVan mij."],
    [
      "in another paragraph",
      "Een.\n\nTwee.",
      "Een. Meer.\n\nTwee.",
      "Een.\n\nTwee. Ook meer.",
      "Een. Meer.\n\nTwee. Ook meer.",
    ],
    [
      "in other words of one sentence",
      "Wij kiezen partners.",
      "Wij kiezen onze partners.",
      "Wij kiezen partners bewust.",
      "Wij kiezen onze partners bewust.",
    ],
    ["of a line and a sentence", "Aa.\nBb.", "Aa.\nCc.\nBb.", "Aa. Dd.\nBb.", "Aa. Dd.\nCc.\nBb."],
    [
      "of items to a list",
      "- een\n- twee",
      "- een\n- twee\n- drie",
      "- een\n- twee\n- vier",
      "- een\n- twee\n- drie\n- vier",
    ],
    ["at both ends", "Midden.", "Eerst. Midden.", "Midden. Laatst.", "Eerst. Midden. Laatst."],
    ["of the same sentence", "Aa.", "Aa. Bb.", "Aa. Bb.", "Aa. Bb."],
    ["of which one holds the other", "Aa.", "Aa. Bb.", "Aa. Bb. Cc.", "Aa. Bb. Cc."],
    ["between the same two sentences", "Aa. Zz.", "Aa. Bb. Zz.", "Aa. Cc. Zz.", "Aa. Bb. Cc. Zz."],
  ])("%s are both there, once", (_where, base, theirs, mine, both) => {
    expect(merged(base, theirs, mine)).toBe(both);
    expect(merged(base, mine, theirs)).toBe(both);
  });

  test("of which one is still being typed: the finished sentence comes first, and typing goes on after it", () => {
    const first = merged("Aa.", "Aa. Zo doen", "Aa. Ook dit.");
    expect(first).toBe("Aa. Ook dit. Zo doen");
    expect(merged("Aa. Zo doen", first ?? "", "Aa. Zo doen wij.")).toBe(
      "Aa. Ook dit. Zo doen wij.",
    );
    expect(merged("Aa. Zo doe", "Aa. Ook dit. Zo doe", "Aa. Zo doen")).toBe("Aa. Ook dit. Zo doen");
  });

  test("that are both being typed are on lines of their own, and typing goes on in either", () => {
    const first = merged("Aa.", "Aa. Zo doen", "Aa. En ook");
    expect(first).toBe("Aa. En ook\nZo doen");
    expect(merged("Aa. En ook", first ?? "", "Aa. En ook wij.")).toBe("Aa. En ook wij.\nZo doen");
  });
});

describe("what is asked", () => {
  test("is the sentence in which both took words away, and nothing else", () => {
    const base = "Aa bb. Wij kiezen partners soms. Cc.";
    expect(
      merge3(
        base,
        "Aa bb. Wij zoeken partners soms. Cc.",
        "Aa bb. Wij kiezen partners nooit. Cc. Dd.",
      ),
    ).toEqual([
      { kind: "text", text: "Aa bb. " },
      {
        kind: "collision",
        base: "Wij kiezen partners soms. ",
        theirs: "Wij zoeken partners soms. ",
        mine: "Wij kiezen partners nooit. ",
      },
      { kind: "text", text: "Cc. Dd." },
    ]);
  });

  test.each([
    ["one word, changed by both", "Soms.", "Altijd.", "Nooit."],
    [
      "words added in the same place of a sentence",
      "Wij kiezen.",
      "Wij kiezen bewust.",
      "Wij kiezen samen.",
    ],
    ["a sentence that one changed and the other took away", "Aa. Bb cc.", "Aa.", "Aa. Bb dd."],
    [
      "one sentence that both are writing on",
      "Aa. Zo doen",
      "Aa. Zo doen En ook zij.",
      "Aa. Zo doen wij.",
    ],
    [
      "a whole text, written anew by both",
      "Oud is dit.",
      "Nieuw van Noor, anders.",
      "Een tekst van mij!",
    ],
  ])("is %s", (_what, base, theirs, mine) => {
    expect(asked(base, theirs, mine)).toHaveLength(1);
    expect(asked(base, mine, theirs)).toEqual(
      asked(base, theirs, mine).map(([one, other]) => [other, one]),
    );
  });

  test("is not what one took away where the other didn't write", () => {
    expect(merged("Aa. Bb. Cc.", "Bb. Cc.", "Aa. Bb. Cc. Dd.")).toBe("Bb. Cc. Dd.");
  });
});

const word = fc.constantFrom("wij", "kiezen", "partners", "taal", "samen", "1️⃣", "–", ".", "!");
const text = fc
  .array(fc.array(word, { maxLength: 7 }), { maxLength: 5 })
  .map((lines) => lines.map((words) => words.join(" ")).join("\n"));
const anything = fc.oneof(text, fc.string({ unit: "grapheme", maxLength: 40 }));

test("what only one side changed comes out as that side wrote it", () => {
  fc.assert(
    fc.property(anything, anything, (base, changed) => {
      expect(merged(base, changed, base)).toBe(changed);
      expect(merged(base, base, changed)).toBe(changed);
      expect(merged(base, changed, changed)).toBe(changed);
    }),
  );
});

test("either side gets the same text, and is asked the same", () => {
  fc.assert(
    fc.property(text, text, text, (base, theirs, mine) => {
      const turned = merge3(base, mine, theirs).map((piece) =>
        piece.kind === "text" ? piece : { ...piece, theirs: piece.mine, mine: piece.theirs },
      );
      expect(merge3(base, theirs, mine)).toEqual(turned);
    }),
    { numRuns: 500 },
  );
});

/** Sentences of numbers, so that each occurs once, and where each of two people adds one of their own. */
const additions = fc
  .record({
    lines: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
    theirs: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 3 }),
    mine: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 3 }),
  })
  .map(({ lines, theirs, mine }) => {
    const base = lines.map((count, line) =>
      Array.from({ length: count }, (_, index) => `Zin ${line} ${index}.`),
    );
    const added = (who: string, places: readonly (readonly [number, number])[]) => {
      const copy = base.map((sentences) => [...sentences]);
      for (const [count, [line, place]] of places.entries()) {
        const sentences = copy[line % copy.length];
        sentences?.splice(place % (sentences.length + 1), 0, `Ook ${who} ${count}.`);
      }
      return copy.map((sentences) => sentences.join(" ")).join("\n");
    };
    return { base: added("", []), theirs: added("Noor", theirs), mine: added("Sanne", mine) };
  });
const sentencesIn = (source: string) => source.match(/[^.\n]+\./g)?.map((one) => one.trim()) ?? [];

test("sentences that two people add are there once each, in the order of either", () => {
  fc.assert(
    fc.property(additions, ({ base, theirs, mine }) => {
      const both = merged(base, theirs, mine);
      const sentences = sentencesIn(both ?? "");
      expect(new Set(sentences).size).toBe(sentences.length);
      for (const side of [base, theirs, mine])
        expect(sentences.filter((one) => side.includes(one))).toEqual(sentencesIn(side));
      expect(sentences).toHaveLength(new Set([...sentencesIn(theirs), ...sentencesIn(mine)]).size);
    }),
    { numRuns: 500 },
  );
});

test("no word that either added is missing from what is merged or asked", () => {
  const wordsIn = (source: string) => tokensOf(source).filter((token) => /\p{L}/u.test(token));
  const own = (who: string) =>
    text.map((source) => source.replaceAll(/partners|taal/g, (found) => `${who}${found}`));
  fc.assert(
    fc.property(text, own("noor"), own("sanne"), (base, theirs, mine) => {
      const all = merge3(base, theirs, mine)
        .map((piece) => (piece.kind === "text" ? piece.text : `${piece.theirs} ${piece.mine}`))
        .join(" ");
      for (const added of wordsIn(`${theirs}\n${mine}`).filter((one) => /noor|sanne/.test(one)))
        expect(all).toContain(added);
    }),
    { numRuns: 500 },
  );
});
