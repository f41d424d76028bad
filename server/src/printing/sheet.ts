import { parseText, type TextTree } from "@toetssteen/text";
import type { Block, Outline } from "./outline.ts";

/** An outline of which every text was read into a tree: what PDF and Word are made of. */
export interface Sheet extends Omit<Outline, "blocks"> {
  readonly blocks: readonly SheetBlock[];
}

export type SheetBlock =
  | Exclude<Block, { readonly kind: "text" }>
  | { readonly kind: "text"; readonly tree: TextTree };

/** Whatever ends a line in some program or other. */
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/** Takes the time of reading every text, so not in the thread that answers. */
export function sheetOf(outline: Outline): Sheet {
  return {
    ...outline,
    blocks: outline.blocks.map((block) =>
      block.kind === "text"
        ? { kind: "text", tree: parseText(block.text.replaceAll(lineEnds, "\n")) }
        : block,
    ),
  };
}

/** Keys of what isn't shown: names of kinds, and the language. */
const codes = ["kind", "locale"];

/**
 * The same with every text in it changed, wherever it stands, and nothing else: neither numbers nor codes. So what is
 * added to an outline is changed by itself. An address is no text; what may not stand in one is put as its bytes.
 */
export function withTexts<Data>(data: Data, change: (text: string) => string): Data {
  const look = (value: unknown, key: string): unknown => {
    if (typeof value === "string") {
      if (codes.includes(key)) return value;
      return key === "address" ? addressOf(value) : change(value);
    }
    if (Array.isArray(value)) return value.map((one) => look(one, key));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, look(one, name)]));
  };
  return look(data, "") as Data;
}

function addressOf(address: string): string {
  return address
    .toWellFormed()
    .replaceAll(/[^\x21-\x7e]|[<>"{}|\\^`]/gu, (character) => encodeURIComponent(character));
}
