import { tokensOf } from "./cut.ts";
import { editsOf } from "./edits.ts";
import type { Edit } from "./edits.ts";
import type { TextBlock, TextRun, TextTree } from "./tree.ts";

/** How a line of a compared text stands on the page. */
export interface LineLook {
  readonly kind: "paragraph" | "item" | "line";
  /** Lists that it is in. */
  readonly depth: number;
  /** Of an item in a numbered list. */
  readonly number: number | null;
}

/** Words that stand in both texts, only in the first or only in the second, as they look. */
export interface ComparedSpan {
  readonly change: "same" | "removed" | "added";
  readonly words: string;
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly address: string | null;
}

export interface ComparedLine {
  readonly look: LineLook;
  readonly spans: readonly ComparedSpan[];
}

interface Unit {
  /** Equal units are the same words that look the same. */
  readonly key: string;
  readonly piece: LineLook | Omit<ComparedSpan, "change">;
}

/**
 * Two texts as one: what the second took away and what it added, each in its place. For any two texts in a time that
 * grows with their length; where little of them is alike, whole stretches are said to be replaced.
 */
export function compareTexts(one: TextTree, other: TextTree): ComparedLine[] {
  const [before, after] = [unitsOf(one), unitsOf(other)];
  const keys = (units: readonly Unit[]) => units.map(({ key }) => key);
  const lines: { look: LineLook; spans: ComparedSpan[] }[] = [];
  const put = (units: readonly Unit[], change: ComparedSpan["change"]) => {
    for (const { piece } of units) {
      if ("kind" in piece) lines.push({ look: piece, spans: [] });
      else add(lines.at(-1)?.spans ?? [], { ...piece, change });
    }
  };
  let at = 0;
  for (const { from, to, start, end } of bridged(before, editsOf(keys(before), keys(after)))) {
    put(after.slice(at, start), "same");
    put(before.slice(from, to), "removed");
    put(after.slice(start, end), "added");
    at = end;
  }
  put(after.slice(at), "same");
  return lines.filter(({ spans }) => spans.length > 0);
}

function add(spans: ComparedSpan[], span: ComparedSpan): void {
  const last = spans.at(-1);
  const isLike =
    last?.change === span.change &&
    last.strong === span.strong &&
    last.emphasis === span.emphasis &&
    last.address === span.address;
  if (isLike) spans[spans.length - 1] = { ...last, words: last.words + span.words };
  else spans.push(span);
}

/** A few signs between two changes belong to the change, or a rewritten sentence would be a mark a word. */
function bridged(before: readonly Unit[], edits: readonly Edit[]): Edit[] {
  const result: Edit[] = [];
  for (const edit of edits) {
    const last = result.at(-1);
    const between = last ? before.slice(last.to, edit.from) : [];
    const isBridge = last && between.every(({ piece }) => !("kind" in piece));
    const length = lengthOf(between);
    const most = isBridge
      ? Math.min(
          lengthOf(before.slice(last.from, last.to)),
          lengthOf(before.slice(edit.from, edit.to)),
        ) / 2
      : 0;
    if (isBridge && last && length <= Math.max(1, Math.min(most, 12)))
      result[result.length - 1] = {
        from: last.from,
        to: edit.to,
        start: last.start,
        end: edit.end,
      };
    else result.push(edit);
  }
  return result;
}

const lengthOf = (units: readonly Unit[]) =>
  units.reduce((sum, { piece }) => sum + ("words" in piece ? piece.words.length : 0), 0);

function unitsOf(tree: TextTree, depth = 0): Unit[] {
  return tree.flatMap((block) => unitsOfBlock(block, depth));
}

function unitsOfBlock(block: TextBlock, depth: number): Unit[] {
  if (block.kind === "paragraph") {
    const look = { kind: "paragraph", depth, number: null } as const;
    return [lineOf(look), ...wordsOf(block.runs, plain, depth)];
  }
  return block.items.flatMap((item, index) => {
    const number = block.isOrdered ? block.start + index : null;
    const look = { kind: "item", depth: depth + 1, number } as const;
    const [, ...units] = unitsOf(item, depth + 1);
    return [lineOf(look), ...units];
  });
}

/** The number is no difference: it follows from what stands before. */
const lineOf = (look: LineLook): Unit => ({
  key: `\n${look.kind}${look.depth}${look.number === null ? "" : "n"}`,
  piece: look,
});

type Look = Pick<ComparedSpan, "strong" | "emphasis" | "address">;
const plain: Look = { strong: false, emphasis: false, address: null };

function wordsOf(runs: readonly TextRun[], look: Look, depth: number): Unit[] {
  return runs.flatMap((run): Unit[] => {
    switch (run.kind) {
      case "words":
        return tokensOf(run.words).map((words) => ({
          key: `${words}\n${look.strong ? "b" : ""}${look.emphasis ? "i" : ""}${look.address ?? ""}`,
          piece: { ...look, words },
        }));
      case "break":
        return [lineOf({ kind: "line", depth, number: null })];
      case "strong":
        return wordsOf(run.runs, { ...look, strong: true }, depth);
      case "emphasis":
        return wordsOf(run.runs, { ...look, emphasis: true }, depth);
      case "link":
        return wordsOf(run.runs, { ...look, address: run.address }, depth);
    }
  });
}
