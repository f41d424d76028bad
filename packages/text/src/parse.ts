import { gfmAutolinkLiteral } from "micromark-extension-gfm-autolink-literal";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmAutolinkLiteralFromMarkdown } from "mdast-util-gfm-autolink-literal";
import { blocksOf, rawParagraphs, runsOfNodes } from "./from-mdast.ts";
import { hasMarkup, paragraphsOf, runsOf, wordsOf } from "./plain.ts";
import { chunksOf, portionsOf } from "./portions.ts";
import type { TextRun, TextTree } from "./tree.ts";

/**
 * What of CommonMark means nothing here, so that it is text as it was typed: a line that begins with # is no heading, and
 * a < no tag. What stays is paragraphs, lists, strong, emphasis, links and the backslash. An address is a link by itself.
 */
const off = [
  "blockQuote",
  "characterReference",
  "codeFenced",
  "codeIndented",
  "codeText",
  "definition",
  "headingAtx",
  "htmlFlow",
  "htmlText",
  "labelStartImage",
  "setextUnderline",
  "thematicBreak",
];

/** What stands within a paragraph: read apart, once the paragraphs and lists are known. */
const within = [
  "attention",
  "autolink",
  "characterEscape",
  "hardBreakEscape",
  "labelStartLink",
  "labelEnd",
];

/**
 * What somebody wrote, as a tree. Every text has one, and no word that was written is missing from it.
 *
 * The parser takes a time that for some texts grows with the square of their length. So it gets them in portions: first
 * the lines, in which nothing but lists is looked for, and then what stands in paragraphs, in portions that are bounded.
 * Emphasis or a link across more than a portion is text as typed.
 */
export function parseText(source: string): TextTree {
  if (!hasMarkup(source)) return paragraphsOf(source);
  const lines = source.replaceAll(/\r\n?/g, "\n").replaceAll(ruled, asTyped);
  const chunks = chunksOf(lines).map(
    (chunk) =>
      fromMarkdown(chunk, { extensions: [{ disable: { null: [...off, ...within] } }] }).children,
  );
  const runs = runsOfParagraphs(chunks.flatMap(rawParagraphs));
  return chunks.map((chunk) => blocksOf(chunk, runs)).reduce(inOneList, []);
}

/** Chunks that were cut between two items are one list again. */
function inOneList(before: TextTree, after: TextTree): TextTree {
  const [last, first] = [before.at(-1), after[0]];
  if (last?.kind !== "list" || first?.kind !== "list" || last.isOrdered !== first.isOrdered)
    return [...before, ...after];
  return [
    ...before.slice(0, -1),
    { ...last, items: [...last.items, ...first.items] },
    ...after.slice(1),
  ];
}

/** The runs of each paragraph, by its text as it was typed. */
function runsOfParagraphs(paragraphs: readonly string[]): Map<string, readonly TextRun[]> {
  const runs = new Map<string, TextRun[]>();
  const marked = new Set(paragraphs.filter((text) => hasMarkup(text)));
  for (const text of paragraphs) runs.set(text, marked.has(text) ? [] : runsOf(text));
  for (const portion of portionsOf([...marked])) {
    const { children } = fromMarkdown(portion.map(({ text }) => text).join("\n\n"), {
      extensions: [gfmAutolinkLiteral(), { disable: { null: [...off, "list"] } }],
      mdastExtensions: [gfmAutolinkLiteralFromMarkdown()],
    });
    for (const [index, { of, before }] of portion.entries()) {
      const child = children[index];
      runs
        .get(of)
        ?.push(
          ...runsOf(before),
          ...(child?.type === "paragraph" ? runsOfNodes(child.children) : []),
        );
    }
  }
  return runs;
}

/** A text without its signs of markup, as a reader sees it: a line each for paragraphs, items and breaks. */
export function plainText(source: string): string {
  return wordsOf(parseText(source));
}

/**
 * A line drawn with markers of lists. CommonMark makes each a list in the list before it, for which the parser takes a
 * time that grows with their number squared: 40 seconds for the longest text, or no end at all.
 */
const ruled = /^[ \t]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+){2}/gm;

function asTyped(line: string): string {
  return line.replace(/[-+*.)]/, String.raw`\$&`);
}
