/** The package's first door: everything. The second, `plain`, is what works without the parser; the browser begins with it. */
export { foldRuns, foldText } from "./fold.ts";
export type { TextFold } from "./fold.ts";
export { parseText, plainText } from "./parse.ts";
export { hasMarkup, paragraphsOf, wordsOf } from "./plain.ts";
export type { TextBlock, TextRun, TextTree } from "./tree.ts";
