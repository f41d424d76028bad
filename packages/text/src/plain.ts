import { foldText, type TextFold } from "./fold.ts";
import type { TextRun, TextTree } from "./tree.ts";

export { linkRuns } from "./links.ts";

/** Whatever could mean more than itself. Where nothing matches, a text is its paragraphs, and the parser isn't needed. */
const sign = /[*_[\]<\\@]|:\/\/|www\.|^[ \t]*(?:[-+]|\d{1,9}[.)])(?:[ \t]|$)/im;

/** Whether a text may have more in it than paragraphs; cheap, and never no when it has. */
export function hasMarkup(source: string): boolean {
  return sign.test(source);
}

/** The paragraphs of a text without markup. */
export function paragraphsOf(source: string): TextTree {
  return linesOf(source)
    .reduce<string[][]>(
      (paragraphs, line) => {
        if (line === "") paragraphs.push([]);
        else paragraphs.at(-1)?.push(line);
        return paragraphs;
      },
      [[]],
    )
    .filter((lines) => lines.length > 0)
    .map((lines) => ({ kind: "paragraph", runs: runsOf(lines.join("\n")) }));
}

/** Words in which a new line is a new line, as whoever typed it saw. */
export function runsOf(words: string): TextRun[] {
  return words
    .split("\n")
    .flatMap((line, index): TextRun[] => [
      ...(index === 0 ? [] : [{ kind: "break" } as const]),
      ...(line === "" ? [] : [{ kind: "words", words: line } as const]),
    ]);
}

/** The words alone, a line each for paragraphs, items and breaks: to search in, or to show a piece of. */
export function wordsOf(tree: TextTree): string {
  return foldText(tree, words).join("\n");
}

const words: TextFold<string, string> = {
  paragraph: ({ runs }) => runs.join(""),
  list: ({ items }) => items.map((blocks) => blocks.join("\n")).join("\n"),
  words: (run) => run.words,
  break: () => "\n",
  strong: ({ runs }) => runs.join(""),
  emphasis: ({ runs }) => runs.join(""),
  link: ({ runs }) => runs.join(""),
};

function linesOf(source: string): string[] {
  return source.split(/\r\n|\n|\r/).map(trimmed);
}

/** By hand: a pattern for spaces at the end begins anew at each of many spaces that stand elsewhere. */
function trimmed(line: string): string {
  let [from, to] = [0, line.length];
  while (from < to && isSpace(line[from])) from += 1;
  while (from < to && isSpace(line[to - 1])) to -= 1;
  return line.slice(from, to);
}

const isSpace = (character: string | undefined) => character === " " || character === "\t";
