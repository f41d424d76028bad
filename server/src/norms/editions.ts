import { kwaliteitInBeeld2, type Edition } from "@toetssteen/norms";

/** Editions that come with this release. */
export const builtInEditions: readonly Edition[] = [kwaliteitInBeeld2];

/** Editions by code, as resolvers look them up. */
export function editionsByCode(editions: readonly Edition[]): ReadonlyMap<string, Edition> {
  return new Map(editions.map((edition) => [edition.code, edition]));
}
