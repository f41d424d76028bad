import { Trans } from "@lingui/react/macro";
import { compareTexts } from "@toetssteen/text/compare";
import type { ComparedLine, ComparedSpan } from "@toetssteen/text/compare";
import { useMemo } from "react";
import type { CSSProperties } from "react";
import { cx } from "../../ui/cx.ts";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import styles from "./Compared.module.css";
import { useTree } from "./use-tree.ts";

interface Props {
  readonly before: string;
  readonly after: string;
}

/** Two texts as one, with what was struck and what was added, each where it stands. */
export function Compared({ before, after }: Props) {
  const [one, other] = [useTree(before), useTree(after)];
  const lines = useMemo(() => compareTexts(one, other), [one, other]);
  if (lines.length === 0)
    return (
      <p className={styles.none}>
        <Trans>Geen tekst</Trans>
      </p>
    );
  return (
    <div className={styles.text}>
      {lines.map((line, index) => (
        <Line key={index} line={line} />
      ))}
    </div>
  );
}

function Line({ line: { look, spans } }: { readonly line: ComparedLine }) {
  const words = spans.map((span, index) => <Span key={index} span={span} />);
  if (look.kind !== "item") return <p className={cx(styles[look.kind])}>{words}</p>;
  return (
    <div
      role="listitem"
      className={cx(styles.item, look.number !== null && styles.numbered)}
      style={
        { "--depth": look.depth, counterSet: `list-item ${look.number ?? 0}` } as CSSProperties
      }
    >
      {words}
    </div>
  );
}

function Span({ span }: { readonly span: ComparedSpan }) {
  switch (span.change) {
    case "same":
      return <Words span={span} />;
    case "removed":
      return (
        <del className={styles.removed}>
          <VisuallyHidden>
            <Trans>weggehaald:</Trans>{" "}
          </VisuallyHidden>
          <Words span={span} />
        </del>
      );
    case "added":
      return (
        <ins className={styles.added}>
          <VisuallyHidden>
            <Trans>toegevoegd:</Trans>{" "}
          </VisuallyHidden>
          <Words span={span} />
        </ins>
      );
  }
}

/** In a text that is compared a link only shows where it leads. */
function Words({ span: { words, strong, emphasis, address } }: { readonly span: ComparedSpan }) {
  const slanted = emphasis ? <em>{words}</em> : words;
  const shown = strong ? <strong>{slanted}</strong> : slanted;
  return address === null || address.endsWith(words) ? shown : <span title={address}>{shown}</span>;
}
