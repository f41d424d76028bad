/**
 * Help in writing CommonMark by hand, as changes of a text with a selection. Pure; who applies them keeps the browser's own
 * undo.
 */
export interface Selected {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export interface Edit {
  /** What is replaced, and by what. */
  readonly from: number;
  readonly to: number;
  readonly words: string;
  /** What is selected afterwards. */
  readonly select: readonly [from: number, to: number];
}

export type Mark = "strong" | "emphasis";
const marks: Record<Mark, string> = { strong: "**", emphasis: "_" };

/** Puts a mark around what is selected, or takes it away; with nothing selected, around what will be typed. */
export function toggleMark({ text, from, to }: Selected, mark: Mark): Edit {
  const sign = marks[mark];
  const size = sign.length;
  // A mark before a space means nothing, so those at the ends stay outside.
  const start = from + (/^\s*/.exec(text.slice(from, to))?.[0].length ?? 0);
  const end = Math.max(start, to - (/\s*$/.exec(text.slice(start, to))?.[0].length ?? 0));
  const inner = text.slice(start, end);
  if (text.slice(start - size, start) === sign && text.slice(end, end + size) === sign) {
    const select = [start - size, end - size] as const;
    return { from: start - size, to: end + size, words: inner, select };
  }
  if (inner.length > 2 * size && inner.startsWith(sign) && inner.endsWith(sign)) {
    const words = inner.slice(size, -size);
    return { from: start, to: end, words, select: [start, start + words.length] };
  }
  // A mark doesn't reach over the end of a paragraph.
  const words = inner
    .split("\n")
    .map((line) => (line.trim() === "" && inner !== "" ? line : `${sign}${line}${sign}`))
    .join("\n");
  const select: Edit["select"] =
    inner === "" ? [start + size, start + size] : [start + size, start + words.length - size];
  return { from: start, to: end, words, select };
}

const item = /^([ \t]*)(?:([-+*])|(\d{1,9})([.)]))[ \t]+/;

/** Makes items of the lines that are selected, or lines of the items. */
export function toggleList({ text, from, to }: Selected, isOrdered: boolean): Edit {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const next = text.indexOf("\n", Math.max(from, to - 1));
  const end = next === -1 ? text.length : next;
  const lines = text.slice(start, end).split("\n");
  const isItem = (line: string) => {
    const found = item.exec(line);
    return found !== null && (found[3] !== undefined) === isOrdered;
  };
  const isUndone = lines.every((line) => line.trim() === "" || isItem(line)) && lines.some(isItem);
  let number = 0;
  const changed = lines.map((line) => {
    if (line.trim() === "" && lines.length > 1) return line;
    const words = line.replace(item, "$1");
    if (isUndone) return words;
    number += 1;
    const indent = /^[ \t]*/.exec(words)?.[0] ?? "";
    return `${indent}${isOrdered ? `${number}.` : "-"} ${words.slice(indent.length)}`;
  });
  // A line right under an item would belong to it.
  const after = text.slice(end, end + 2);
  const isFollowed =
    !isUndone && after.length === 2 && after[1] !== "\n" && !startsItem(text, end + 1);
  const words = changed.join("\n") + (isFollowed ? "\n" : "");
  const last = start + words.length - (isFollowed ? 1 : 0);
  return { from: start, to: end, words, select: from === to ? [last, last] : [start, last] };
}

/** What Enter does in an item: the next item, or after an empty one the end of the list. Null elsewhere. */
export function continueList({ text, from, to }: Selected): Edit | null {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const found = item.exec(text.slice(start, from));
  if (found === null) return null;
  const [sign, indent = "", bullet, number, delimiter = "."] = found;
  const next = text.indexOf("\n", to);
  const rest = text.slice(start + sign.length, next === -1 ? text.length : next);
  if (rest.trim() === "") {
    return { from: start, to, words: "", select: [start, start] };
  }
  const marker = bullet ?? `${Number(number) + 1}${delimiter}`;
  const words = `\n${indent}${marker} `;
  const place = from + words.length;
  return { from, to, words, select: [place, place] };
}

/** A link around what is selected, with its address to be typed; or to the address that is selected, with its words to be typed. */
export function makeLink({ text, from, to }: Selected): Edit {
  const selected = text.slice(from, to);
  if (/^(?:https?:\/\/|mailto:|tel:)\S+$/.test(selected)) {
    return { from, to, words: `[](${selected})`, select: [from + 1, from + 1] };
  }
  const address = "https://";
  const place = from + selected.length + 3;
  return {
    from,
    to,
    words: `[${selected}](${address})`,
    select: selected === "" ? [from + 1, from + 1] : [place, place + address.length],
  };
}

function startsItem(text: string, from: number): boolean {
  const end = text.indexOf("\n", from);
  return item.test(text.slice(from, end === -1 ? text.length : end));
}

/** The text after an edit. */
export function edited({ text }: Pick<Selected, "text">, { from, to, words }: Edit): string {
  return text.slice(0, from) + words + text.slice(to);
}
