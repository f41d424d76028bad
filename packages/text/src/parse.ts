import { gfmAutolinkLiteral } from "micromark-extension-gfm-autolink-literal";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmAutolinkLiteralFromMarkdown } from "mdast-util-gfm-autolink-literal";
import { blocksOf } from "./from-mdast.ts";
import { hasMarkup, paragraphsOf, wordsOf } from "./plain.ts";
import type { TextTree } from "./tree.ts";

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

/** What somebody wrote, as a tree. Every text has one, and no word that was written is missing from it. */
export function parseText(source: string): TextTree {
  if (!hasMarkup(source)) return paragraphsOf(source);
  const lines = source.replaceAll(/\r\n?/g, "\n").replaceAll(ruled, asTyped);
  const { children } = fromMarkdown(lines, {
    extensions: [gfmAutolinkLiteral(), { disable: { null: off } }],
    mdastExtensions: [gfmAutolinkLiteralFromMarkdown()],
  });
  return blocksOf(children);
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
