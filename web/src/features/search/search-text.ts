import { longestSearch } from "@toetssteen/contract";

/** What the address says that is looked for; what doesn't belong there is left out. */
export function readSearch(search: Readonly<Record<string, unknown>>): { readonly q?: string } {
  const { q } = search;
  // The router reads a number as one.
  const text = typeof q === "string" || typeof q === "number" ? String(q).trim() : "";
  return text === "" ? {} : { q: text.slice(0, longestSearch).toWellFormed() };
}
