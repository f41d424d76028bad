import type { PhrasingContent, RootContent } from "mdast";
import { safeAddress } from "./address.ts";
import { runsOf, wordsOf } from "./plain.ts";
import type { TextBlock, TextRun, TextTree } from "./tree.ts";

/** Lists within lists within …: deeper than this they are lines of text. Nobody could read them otherwise. */
const deepest = 6;

/**
 * The parser's tree as ours: fewer kinds, no addresses that do something else than open.
 * @param runs of each paragraph, by its text as it was typed
 */
export function blocksOf(
  nodes: readonly RootContent[],
  runs: ReadonlyMap<string, readonly TextRun[]>,
  depth = 0,
): TextTree {
  return nodes.flatMap((node): TextBlock[] => {
    if (node.type === "paragraph")
      return [{ kind: "paragraph", runs: runs.get(rawText(node.children)) ?? [] }];
    if (node.type !== "list") throw new Error(`A text has no ${node.type}.`);
    const items = node.children.map((item) => blocksOf(item.children, runs, depth + 1));
    if (depth >= deepest)
      return items.map((item) => ({ kind: "paragraph", runs: runsOf(wordsOf(item)) }));
    const isOrdered = node.ordered === true;
    return [{ kind: "list", isOrdered, start: isOrdered ? (node.start ?? 1) : 1, items }];
  });
}

/** The paragraphs of a text in which only lists were looked for, as they were typed. */
export function rawParagraphs(nodes: readonly RootContent[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === "paragraph") return [rawText(node.children)];
    return node.type === "list"
      ? node.children.flatMap((item) => rawParagraphs(item.children))
      : [];
  });
}

function rawText(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => (node.type === "break" ? "\n" : node.type === "text" ? node.value : ""))
    .join("");
}

/**
 * What stands in a paragraph.
 * @param within what already holds them: the same once more would change nothing, and may go thousands deep
 */
export function runsOfNodes(
  nodes: readonly PhrasingContent[],
  within: readonly string[] = [],
): TextRun[] {
  return nodes.flatMap((node): TextRun[] => {
    switch (node.type) {
      case "text":
        return runsOf(node.value);
      case "break":
        return [{ kind: "break" }];
      case "strong":
      case "emphasis":
        return within.includes(node.type)
          ? runsOfNodes(node.children, within)
          : [{ kind: node.type, runs: runsOfNodes(node.children, [...within, node.type]) }];
      case "link": {
        const address = safeAddress(node.url);
        return address === null
          ? runsOfNodes(node.children, within)
          : [{ kind: "link", address, runs: runsOfNodes(node.children, within) }];
      }
      default:
        throw new Error(`A text has no ${node.type}.`);
    }
  });
}
