import { useLingui } from "@lingui/react/macro";
import type { KeyboardEvent, ReactNode, RefObject } from "react";
import { Toolbar } from "react-aria-components/Toolbar";
import { continueList, makeLink, toggleList, toggleMark } from "./text-edit.ts";
import type { Edit, Selected } from "./text-edit.ts";
import styles from "./TextTools.module.css";

type Change = (selected: Selected) => Edit | null;

const changes = {
  strong: (selected) => toggleMark(selected, "strong"),
  emphasis: (selected) => toggleMark(selected, "emphasis"),
  list: (selected) => toggleList(selected, false),
  numbers: (selected) => toggleList(selected, true),
  link: makeLink,
} satisfies Record<string, Change>;

interface Props {
  /** Where the text is written. */
  readonly area: RefObject<HTMLTextAreaElement | null>;
}

/** Buttons for what can be made of a text. One stop for the Tab key, after the text; arrows go from one to the next. */
export function TextTools({ area }: Props) {
  const { t } = useLingui();
  const tool = (name: string, keys: string | null, change: Change, sign: ReactNode) => (
    <button
      type="button"
      className={styles.tool}
      aria-label={name}
      title={keys === null ? name : `${name} (${keys})`}
      // The selection stays where it is.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => apply(area.current, change)}
    >
      {sign}
    </button>
  );
  return (
    <Toolbar className={styles.tools ?? ""} aria-label={t`Opmaak`}>
      {tool(t`Vet`, "Ctrl+B", changes.strong, <b>B</b>)}
      {tool(t`Cursief`, "Ctrl+I", changes.emphasis, <i>I</i>)}
      {tool(
        t`Lijst`,
        null,
        changes.list,
        <Sign path="M1 4h1M1 8h1M1 12h1M5 4h10M5 8h10M5 12h10" />,
      )}
      {tool(
        t`Genummerde lijst`,
        null,
        changes.numbers,
        <Sign path="M1.500 2.500v3M0.500 8.500h2v2h-2v2h2M6 4h9M6 8h9M6 12h9" />,
      )}
      {tool(
        t`Link`,
        "Ctrl+K",
        changes.link,
        <Sign path="M6.500 9.500l3-3M7 4.500l1.500-1.500a3 3 0 0 1 4.500 4.500L11.500 9M9 11.500L7.500 13a3 3 0 0 1-4.500-4.500L4.500 7" />,
      )}
    </Toolbar>
  );
}

/** What keys do in a text: the usual ones for marks, and Enter in a list. Whether it was one of them. */
export function takeKey(event: KeyboardEvent<HTMLTextAreaElement>): boolean {
  const change = changeOf(event);
  if (change === null || event.nativeEvent.isComposing) return false;
  return apply(event.currentTarget, change);
}

function changeOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): Change | null {
  if (key === "Enter" && !ctrlKey && !metaKey && !altKey && !shiftKey) return continueList;
  if (ctrlKey === metaKey || altKey || shiftKey) return null;
  switch (key.toLowerCase()) {
    case "b":
      return changes.strong;
    case "i":
      return changes.emphasis;
    case "k":
      return changes.link;
    default:
      return null;
  }
}

function apply(area: HTMLTextAreaElement | null, change: Change): boolean {
  if (area === null) return false;
  const { value, selectionStart, selectionEnd } = area;
  const edit = change({ text: value, from: selectionStart, to: selectionEnd });
  if (edit === null) return false;
  area.focus();
  area.setSelectionRange(edit.from, edit.to);
  // The one way that keeps the browser's own undo; old, and in every browser.
  const isDone =
    edit.words === ""
      ? edit.from === edit.to || document.execCommand("delete")
      : document.execCommand("insertText", false, edit.words);
  if (!isDone) {
    area.setRangeText(edit.words);
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  area.setSelectionRange(...edit.select);
  return true;
}

function Sign({ path }: { readonly path: string }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      aria-hidden="true"
    >
      <path d={path} strokeWidth="1.4" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
