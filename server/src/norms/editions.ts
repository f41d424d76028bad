import { kwaliteitInBeeld2, type Edition } from "@toetssteen/norms";
import type { OfficialWording } from "@toetssteen/norms/edition-file";

/** An edition that this server has, and where it came from. */
export interface LoadedEdition {
  /** As it is published, before official texts are laid over it. */
  readonly base: Edition;
  /** At most one per language. */
  readonly wordings: readonly LoadedWording[];
  /** What people get to read: the base with the official texts in it. */
  readonly edition: Edition;
  /** The file of the base; null for one that comes with this release. */
  readonly file: string | null;
}

/** Official texts of a rights holder, and the file they came from. */
export interface LoadedWording {
  readonly wording: OfficialWording;
  readonly file: string;
}

export type LoadedEditions = ReadonlyMap<string, LoadedEdition>;

/** Editions that come with this release. */
export const builtInEditions: LoadedEditions = new Map(
  [kwaliteitInBeeld2].map((edition) => [
    edition.code,
    { base: edition, wordings: [], edition, file: null },
  ]),
);

/** Editions by code, as resolvers look them up. */
export function editionsByCode(editions: LoadedEditions): ReadonlyMap<string, Edition> {
  return new Map([...editions].map(([code, { edition }]) => [code, edition]));
}
