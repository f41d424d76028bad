import { longestText } from "@toetssteen/contract";

/** Why a text can't be kept: how many characters too long, or which character it is, counted from 1. */
export type TextFault =
  | { readonly kind: "long"; readonly over: number }
  | { readonly kind: "character"; readonly place: number; readonly code: string };

/** What no text may hold: what PostgreSQL or a reader can't have, and half characters. */
const refused = /(?![\t\n\v\f\r])\p{Cc}|[\uFEFF\uFFFE\uFFFF]|\p{Cs}/u;

/** What is wrong with a text that the server refused; null when nothing that can be seen from here is. */
export function faultOf(text: string, longest = longestText): TextFault | null {
  if (text.length > longest) return { kind: "long", over: text.length - longest };
  const found = refused.exec(text);
  if (found === null) return null;
  const code = found[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0") ?? "";
  return { kind: "character", place: Array.from(text.slice(0, found.index)).length + 1, code };
}
