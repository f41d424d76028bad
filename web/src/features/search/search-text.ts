import { longestSearch } from "@toetssteen/contract";

/** Fewer letters stand in nearly every text. */
export const shortestSearch = 2;

/** What the address says that is looked for; what doesn't belong there is left out. */
export function readSearch(search: Readonly<Record<string, unknown>>): { readonly q?: string } {
  const { q } = search;
  // The router reads a number as one.
  const text = typeof q === "string" || typeof q === "number" ? String(q).trim() : "";
  return text === "" ? {} : { q: text.slice(0, longestSearch).toWellFormed() };
}

/** Whether there is enough to look for. */
export function isEnough(text: string | undefined): text is string {
  return text !== undefined && text.trim().length >= shortestSearch;
}
