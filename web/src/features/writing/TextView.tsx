import type { TextBlock, TextRun, TextTree } from "@toetssteen/text";
import styles from "./TextView.module.css";
import { useTree } from "./use-tree.ts";

/** What somebody wrote, as it is meant: made of elements from its tree, never of HTML. */
export function TextView({ text }: { readonly text: string }) {
  return (
    <div className={styles.view}>
      <Blocks tree={useTree(text)} />
    </div>
  );
}

function Blocks({ tree }: { readonly tree: TextTree }) {
  return tree.map((block, index) => <Block key={index} block={block} />);
}

function Block({ block }: { readonly block: TextBlock }) {
  if (block.kind === "paragraph") {
    return (
      <p>
        <Runs runs={block.runs} />
      </p>
    );
  }
  const items = block.items.map((item, index) => (
    <li key={index}>
      <Blocks tree={item} />
    </li>
  ));
  return block.isOrdered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
}

function Runs({ runs }: { readonly runs: readonly TextRun[] }) {
  return runs.map((run, index) => <Run key={index} run={run} />);
}

function Run({ run }: { readonly run: TextRun }) {
  switch (run.kind) {
    case "words":
      return run.words;
    case "break":
      return <br />;
    case "strong":
      return (
        <strong>
          <Runs runs={run.runs} />
        </strong>
      );
    case "emphasis":
      return (
        <em>
          <Runs runs={run.runs} />
        </em>
      );
    case "link":
      return (
        <a href={run.address} rel="noreferrer">
          <Runs runs={run.runs} />
        </a>
      );
  }
}
