import fc from "fast-check";
import type { RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmAutolinkLiteralFromMarkdown } from "mdast-util-gfm-autolink-literal";
import { gfmAutolinkLiteral } from "micromark-extension-gfm-autolink-literal";
import { describe, expect, test } from "vitest";
import { runsOfNodes } from "./from-mdast.ts";
import { hasMarkup, paragraphsOf, parseText, plainText, wordsOf } from "./index.ts";
import type { TextRun, TextTree } from "./index.ts";
import { mostCharacters, mostSigns, portionsOf, signsIn } from "./portions.ts";

const words = (text: string): TextRun => ({ kind: "words", words: text });
const paragraph = (...runs: TextRun[]): TextTree => [{ kind: "paragraph", runs }];

describe("a text", () => {
  test("has paragraphs, and a new line is a new line", () => {
    expect(parseText("Wij kiezen.\nBewust.\n\nEn leggen vast.")).toEqual([
      ...paragraph(words("Wij kiezen."), { kind: "break" }, words("Bewust.")),
      ...paragraph(words("En leggen vast.")),
    ]);
    expect(parseText("  \n ")).toEqual([]);
  });

  test("has strong words and words with emphasis, one in the other", () => {
    expect(parseText("Het **moet _echt_** nu")).toEqual(
      paragraph(
        words("Het "),
        { kind: "strong", runs: [words("moet "), { kind: "emphasis", runs: [words("echt")] }] },
        words(" nu"),
      ),
    );
  });

  test("has lists with and without numbers, right under a line, and in each other", () => {
    expect(parseText("Wij doen:\n- taal\n  1. lezen\n- cultuur\n\n3. drie")).toEqual([
      ...paragraph(words("Wij doen:")),
      {
        kind: "list",
        isOrdered: false,
        start: 1,
        items: [
          [
            ...paragraph(words("taal")),
            { kind: "list", isOrdered: true, start: 1, items: [paragraph(words("lezen"))] },
          ],
          paragraph(words("cultuur")),
        ],
      },
      { kind: "list", isOrdered: true, start: 3, items: [paragraph(words("drie"))] },
    ]);
  });

  test("has links, also where an address simply stands in it", () => {
    expect(parseText("Zie [het plan](https://plan.example/a) of www.plan.example.")).toEqual(
      paragraph(
        words("Zie "),
        { kind: "link", address: "https://plan.example/a", runs: [words("het plan")] },
        words(" of "),
        { kind: "link", address: "http://www.plan.example", runs: [words("www.plan.example")] },
        words("."),
      ),
    );
  });

  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "/o/1",
    "file:///x",
  ])("shows the words of a link to %s, without the link", (address) => {
    expect(parseText(`[hier](${address})`)).toEqual(paragraph(words("hier")));
  });

  test.each([
    "# geen kop",
    "> geen citaat",
    "<b>geen vet</b> &amp;",
    "`geen code`",
    "---",
    "    ingesprongen",
    "![geen beeld",
    "2 * 3 * 4 en snake_case_naam",
    String.raw`\*geen\* nadruk`,
  ])("keeps %j as it was typed", (typed) => {
    const shown = typed.trim().replaceAll("\\", "");
    expect(parseText(typed)).toEqual(paragraph(words(shown)));
  });
});

/** Texts in which signs of markup are likelier than in life. */
const likely = fc
  .array(
    fc.constantFrom(
      ..."ab *_[]()<>\\-+1.\n\t#&`!@:/~".split(""),
      "https://x.nl",
      "\n\n",
      "  ",
      "é",
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));

test("a plain text has the words of a text and none of its signs", () => {
  const source =
    String.raw`Wij **kiezen** en *wegen* [dit](https://plan.example/a):` +
    "\n- een\n  - twee\n\n\\*niets\\*";
  expect(plainText(source)).toBe("Wij kiezen en wegen dit:\neen\ntwee\n*niets*");
});

test("strong within strong is strong, however often, so that no tree is deeper than paper can hold", () => {
  const tree = parseText("**a *b ".repeat(100) + "c* d**".repeat(100));
  const depth = (runs: readonly TextRun[]): number =>
    Math.max(0, ...runs.map((run) => ("runs" in run ? 1 + depth(run.runs) : 0)));
  const [block] = tree;
  expect(block?.kind === "paragraph" ? depth(block.runs) : 0).toBe(2);
  expect(wordsOf(tree)).toBe("a b ".repeat(100) + "c d".repeat(100));
});

test("every text has a tree", () => {
  fc.assert(
    fc.property(fc.oneof(likely, fc.string({ unit: "grapheme" })), (source) => {
      expect(Array.isArray(parseText(source))).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test("no letter or digit of a text is missing from its tree", () => {
  const kept = (text: string) => text.replaceAll(/[^\p{L}]/gu, "");
  const letters = fc
    .array(fc.constantFrom(..."abcé *_-+1.\n\t#&`!".split(""), "\n\n", "**"), { maxLength: 60 })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(letters, (source) => {
      expect(kept(wordsOf(parseText(source)))).toBe(kept(source));
    }),
    { numRuns: 1_000 },
  );
});

test("without signs of markup the paragraphs are what the parser would make of it", () => {
  const plain = fc
    .array(fc.constantFrom(..."ab .,;:#&`!>=~\n\t'\"(){}1".split(""), "\n\n", "\r\n", "    "), {
      maxLength: 40,
    })
    .map((parts) => parts.join(""))
    .filter((source) => !hasMarkup(source));
  fc.assert(
    fc.property(plain, (source) => {
      // A sign that means nothing by itself makes the parser look.
      const parsed = parseText(`${source}\n\n[`);
      expect(parsed.slice(0, -1)).toEqual(paragraphsOf(source));
    }),
    { numRuns: 1_000 },
  );
});

/** The text as the parser reads it in one go, however long that takes. */
function inOneGo(source: string): TextTree {
  const off =
    "blockQuote characterReference codeFenced codeIndented codeText definition headingAtx".split(
      " ",
    );
  const alsoOff = "htmlFlow htmlText labelStartImage setextUnderline thematicBreak".split(" ");
  const { children } = fromMarkdown(source, {
    extensions: [gfmAutolinkLiteral(), { disable: { null: [...off, ...alsoOff] } }],
    mdastExtensions: [gfmAutolinkLiteralFromMarkdown()],
  });
  const blocks = (nodes: readonly RootContent[]): TextTree =>
    nodes.map((node) =>
      node.type === "list"
        ? {
            kind: "list",
            isOrdered: node.ordered === true,
            start: node.start ?? 1,
            items: node.children.map((item) => blocks(item.children)),
          }
        : { kind: "paragraph", runs: node.type === "paragraph" ? runsOfNodes(node.children) : [] },
    );
  return blocks(children);
}

test("an ordinary text has the tree that the parser would make of it in one go", () => {
  const ordinary = fc
    .array(
      fc.constantFrom(
        ..."ab *_[]()<>+1.\n\t#&`!@:/~é\\".split(""),
        "**",
        "](https://x.nl)",
        "https://x.nl",
        "www.x.nl",
        "\n\n",
        "\n- ",
        "\n  - ",
        "\n2. ",
        "a@b.nl",
        "  ",
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(""))
    // A row of markers is text here, and lists have an end.
    .filter((source) => !/(?:^|\n)[ \t]*(?:(?:[-+*]|\d[.)])[ \t]+){2}|\\\s/.test(source));
  fc.assert(
    fc.property(ordinary, (source) => {
      fc.pre(hasMarkup(source));
      expect(parseText(source)).toEqual(inOneGo(source));
    }),
    { numRuns: 300 },
  );
});

test("a long list that is read in chunks is one list, and two kinds of list are two", () => {
  const list = (marker: string, count: number) =>
    `${marker} *een* item van een lijst\n`.repeat(count);
  expect(parseText(list("-", 400))).toMatchObject([{ kind: "list", items: { length: 400 } }]);
  expect(parseText(`${list("1.", 300)}\nTekst.\n\n${list("1.", 300)}`)).toMatchObject([
    { kind: "list", items: { length: 300 } },
    { kind: "paragraph" },
    { kind: "list", items: { length: 300 } },
  ]);
  expect(parseText(list("-", 300) + list("*", 300))).toMatchObject([
    { items: { length: 300 } },
    { items: { length: 300 } },
  ]);
});

test("whatever is written, the parser gets it in portions of a bounded size, and all of it", () => {
  const source = fc.oneof(
    likely,
    fc.tuple(likely, fc.nat(500)).map(([part, times]) => part.repeat(times)),
  );
  fc.assert(
    fc.property(
      fc.array(
        source.filter((text) => text !== ""),
        { maxLength: 4 },
      ),
      (paragraphs) => {
        const portions = portionsOf(paragraphs);
        for (const portion of portions) {
          const text = portion.map((piece) => piece.text).join("");
          expect(text.length).toBeLessThanOrEqual(mostCharacters);
          expect(signsIn(text)).toBeLessThanOrEqual(mostSigns);
        }
        const all = portions.flat().map(({ before, text }) => before + text);
        expect(all.join("")).toBe(paragraphs.join(""));
      },
    ),
    { numRuns: 200 },
  );
});
