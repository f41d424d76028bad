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

function joined(nodes: readonly PhrasingContent[]): TextRun[] {
  return nodes.flatMap((node): TextRun[] => {
    switch (node.type) {
      case "text":
        return runsOf(node.value);
      case "break":
        return [{ kind: "break" }];
      case "strong":
      case "emphasis":
        return [{ kind: node.type, runs: joined(node.children) }];
      case "link": {
        const address = safeAddress(node.url);
        const runs = joined(node.children);
        return address === null ? runs : [{ kind: "link", address, runs }];
      }
      default:
        throw new Error(`A text has no ${node.type}.`);
    }
  });
}
