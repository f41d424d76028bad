import { safeAddress } from "./address.ts";

/** A stretch of plain words, or an address in them that opens something. */
export type LinkRun =
  | { readonly kind: "words"; readonly words: string }
  | { readonly kind: "link"; readonly words: string; readonly address: string };

const address = /(?:https?:\/\/|www\.|mailto:)[^\s<>"]+/gi;
/** What stands after an address more often than in it. */
const after = new Set("*_~.,;:!?'’”»…)]}");

/** Plain words with the addresses in them apart: `http`, `https` and `mailto`, nothing that runs. */
export function linkRuns(text: string): LinkRun[] {
  const runs: LinkRun[] = [];
  let from = 0;
  for (const { index, 0: found } of text.matchAll(address)) {
    if (/[\p{L}\p{N}]/u.test(text[index - 1] ?? "")) continue;
    const words = withoutEnd(found);
    const safe = safeAddress(/^www\./i.test(words) ? `https://${words}` : words);
    if (safe === null || /^(?:https?:\/\/|mailto:)$/i.test(safe)) continue;
    if (index > from) runs.push({ kind: "words", words: text.slice(from, index) });
    runs.push({ kind: "link", words, address: safe });
    from = index + words.length;
  }
  if (from < text.length) runs.push({ kind: "words", words: text.slice(from) });
  return runs;
}

/** A closing bracket belongs to an address that has an opening one. */
function withoutEnd(found: string): string {
  const isPair = found.includes("(");
  let end = found.length;
  while (end > 0 && after.has(found[end - 1] ?? "") && !(found[end - 1] === ")" && isPair))
    end -= 1;
  return found.slice(0, end);
}
