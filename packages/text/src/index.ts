/** The package's first door: texts as trees. The others work without the parser; the browser begins with `plain`. */
export { foldRuns, foldText } from "./fold.ts";
export type { TextFold } from "./fold.ts";
export { parseText, plainText } from "./parse.ts";
export { hasMarkup, paragraphsOf, wordsOf } from "./plain.ts";
export type { TextBlock, TextRun, TextTree } from "./tree.ts";
