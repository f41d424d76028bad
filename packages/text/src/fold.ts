import type { TextBlock, TextRun, TextTree } from "./tree.ts";

/** A node in which what it holds was replaced by what was made of that. */
type Holding<Node, Block, Run> = {
  readonly [Key in keyof Node]: Node[Key] extends readonly TextRun[]
    ? readonly Run[]
    : Node[Key] extends readonly TextTree[]
      ? readonly (readonly Block[])[]
      : Node[Key];
};

/** What becomes of each kind of block and run. A kind that is left out doesn't compile, so a new one is met in every walk. */
export type TextFold<Block, Run> = {
  readonly [Kind in TextBlock["kind"]]: (
    block: Holding<Extract<TextBlock, { kind: Kind }>, Block, Run>,
  ) => Block;
} & {
  readonly [Kind in TextRun["kind"]]: (
    run: Holding<Extract<TextRun, { kind: Kind }>, Block, Run>,
  ) => Run;
};

/** Makes something of a text, from the inside out: the one walk through a tree. */
export function foldText<Block, Run>(tree: TextTree, fold: TextFold<Block, Run>): Block[] {
  return tree.map((block): Block => {
    switch (block.kind) {
      case "paragraph":
        return fold.paragraph({ ...block, runs: foldRuns(block.runs, fold) });
      case "list":
        return fold.list({ ...block, items: block.items.map((item) => foldText(item, fold)) });
    }
  });
}

/** The same for what stands on lines. */
export function foldRuns<Block, Run>(runs: readonly TextRun[], fold: TextFold<Block, Run>): Run[] {
  return runs.map((run): Run => {
    switch (run.kind) {
      case "words":
        return fold.words(run);
      case "break":
        return fold.break(run);
      case "strong":
        return fold.strong({ ...run, runs: foldRuns(run.runs, fold) });
      case "emphasis":
        return fold.emphasis({ ...run, runs: foldRuns(run.runs, fold) });
      case "link":
        return fold.link({ ...run, runs: foldRuns(run.runs, fold) });
    }
  });
}
