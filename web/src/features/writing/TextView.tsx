import { foldText } from "@toetssteen/text/fold";
import type { TextFold } from "@toetssteen/text";
import { createElement } from "react";
import type { ReactNode } from "react";
import styles from "./TextView.module.css";
import { useTree } from "./use-tree.ts";

/** What somebody wrote, as it is meant: made of elements from its tree, never of HTML. */
export function TextView({ text }: { readonly text: string }) {
  return createElement(
    "div",
    { className: styles.view },
    ...foldText<ReactNode, ReactNode>(useTree(text), elements),
  );
}

// Children are handed over one by one, for their order is all that tells them apart.
const elements: TextFold<ReactNode, ReactNode> = {
  paragraph: ({ runs }) => createElement("p", null, ...runs),
  list({ isOrdered, start, items }) {
    const lines = items.map((blocks) => createElement("li", null, ...blocks));
    return isOrdered
      ? createElement("ol", { start }, ...lines)
      : createElement("ul", null, ...lines);
  },
  words: ({ words }) => words,
  break: () => <br />,
  strong: ({ runs }) => createElement("strong", null, ...runs),
  emphasis: ({ runs }) => createElement("em", null, ...runs),
  link: ({ address, runs }) => createElement("a", { href: address, rel: "noreferrer" }, ...runs),
};
