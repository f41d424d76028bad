/**
 * What rows are about, as far as reading and writing them is decided. A relation belongs to one kind;
 * a role, an oversight level or a mandate opens kinds.
 */
export const kinds = [
  "organisation",
  "profile",
  "members",
  "progress",
  "answers",
  "activity",
] as const;
export type Kind = (typeof kinds)[number];

export const roles = [
  "administrator",
  "quality_coordinator",
  "colleague",
  "director",
  "reader",
  "adviser",
  "office",
  "auditor",
] as const;
export type Role = (typeof roles)[number];

interface Opens {
  readonly reads: readonly Kind[];
  readonly writes: readonly Kind[];
}

const wholeLibrary: readonly Kind[] = ["organisation", "profile", "members", "progress", "answers", "activity"];
const ownOrganisation: readonly Kind[] = ["organisation", "members"];

/** Which kinds of rows of their own organisation a role reads and writes. Which actions it may take is `graphql/actions.ts`. */
export const roleOpens: Readonly<Record<Role, Opens>> = {
  administrator: { reads: wholeLibrary, writes: ["organisation", "profile", "members", "progress", "answers", "activity"] },
  quality_coordinator: { reads: wholeLibrary, writes: ["profile", "progress", "answers", "activity"] },
  colleague: { reads: wholeLibrary, writes: ["progress", "answers", "activity"] },
  director: { reads: wholeLibrary, writes: ["activity"] },
  reader: { reads: wholeLibrary, writes: [] },
  adviser: { reads: ownOrganisation, writes: [] },
  office: { reads: ownOrganisation, writes: [] },
  auditor: { reads: ownOrganisation, writes: [] },
};
