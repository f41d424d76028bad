import { findPart, type Edition } from "@toetssteen/norms";

/** The code of a part and of its norm, which decide who may write there; none where no edition has such a part. */
export function codesAround(editions: ReadonlyMap<string, Edition>, code: string): string[] {
  const parts = [...editions.values()].map((edition) => findPart(edition, code));
  return [...new Set(parts.flatMap((part) => (part ? [part.code, part.norm.code] : [])))];
}
