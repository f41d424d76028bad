import { longestSearch } from "@toetssteen/contract";
import { textIn } from "../../address/search.ts";

/** What the address says that is looked for; what doesn't belong there is left out. */
export function readSearch(search: Readonly<Record<string, unknown>>): { readonly q?: string } {
  const text = textIn(search["q"], longestSearch);
  return text === null ? {} : { q: text };
}
