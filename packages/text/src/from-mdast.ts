import type { PhrasingContent, RootContent } from "mdast";
import { safeAddress } from "./address.ts";
import { runsOf, wordsOf } from "./plain.ts";
import type { TextBlock, TextRun, TextTree } from "./tree.ts";

/** Lists within lists within …: deeper than this they are lines of text. Nobody could read them otherwise. */
const deepest = 6;

/** The parser's tree as ours: fewer kinds, no addresses that do something else than open. */
export function blocksOf(nodes: readonly RootContent[], depth = 0): TextTree {
  return nodes.flatMap((node): TextBlock[] => {
    if (node.type === "paragraph") return [{ kind: "paragraph", runs: joined(node.children) }];
    if (node.type !== "list") throw new Error(`A text has no ${node.type}.`);
    const items = node.children.map((item) => blocksOf(item.children, depth + 1));
    if (depth >= deepest)
      return items.map((item) => ({ kind: "paragraph", runs: runsOf(wordsOf(item)) }));
    const isOrdered = node.ordered === true;
    return [{ kind: "list", isOrdered, start: isOrdered ? (node.start ?? 1) : 1, items }];
  });
}

/** @param within what already holds them: the same once more would change nothing, and may go thousands deep */
function joined(nodes: readonly PhrasingContent[], within: readonly string[] = []): TextRun[] {
  return nodes.flatMap((node): TextRun[] => {
    switch (node.type) {
      case "text":
        return runsOf(node.value);
      case "break":
        return [{ kind: "break" }];
      case "strong":
      case "emphasis":
        return within.includes(node.type)
          ? joined(node.children, within)
          : [{ kind: node.type, runs: joined(node.children, [...within, node.type]) }];
      case "link": {
        const address = safeAddress(node.url);
        return address === null
          ? joined(node.children, within)
          : [{ kind: "link", address, runs: joined(node.children, within) }];
      }
      default:
        throw new Error(`A text has no ${node.type}.`);
    }
  });
}
