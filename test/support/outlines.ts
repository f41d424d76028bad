import type { Block, Outline } from "@toetssteen/server/printing/outline";

/** A norm on paper with nothing in it but these. */
export function outlineWith(...blocks: readonly Block[]): Outline {
  return {
    title: "Samenwerking",
    subtitle: "Norm 4 · Bibliotheek Aalscholver",
    library: "Bibliotheek Aalscholver",
    locale: "nl",
    contents: null,
    page: "pagina",
    of: "van",
    at: Date.UTC(2026, 10, 26),
    facts: [],
    blocks,
  };
}
