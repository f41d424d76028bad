import { roles, type Role } from "@toetssteen/contract";

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
  "comments",
  /** Evidence, its files and where it is used. */
  "documents",
  "activity",
  /** The library's side of oversight: who may look, and how far. */
  "oversight",
  /** The support organisation's side of it: which libraries let it look. */
  "overseen",
  "submission",
  /** The certification body's notices and mandates. */
  "planning",
  "log",
] as const;
export type Kind = (typeof kinds)[number];

export { roles, type Role };

/** Rights of outsiders: an oversight at some level, a mandate. */
export const outsideRights = ["oversight:progress", "mandate"] as const;
export type OutsideRight = (typeof outsideRights)[number];
export type Right = Role | OutsideRight;

interface Opens {
  readonly reads: readonly Kind[];
  readonly writes: readonly Kind[];
}

const library: readonly Kind[] = [
  "organisation",
  "profile",
  "members",
  "progress",
  "answers",
  "comments",
  "documents",
  "activity",
  "oversight",
  "submission",
];
const organisation: readonly Kind[] = ["organisation", "members"];

/** Which kinds of rows a right opens. Which actions it allows is `rights/actions.ts`. */
export const opens: Readonly<Record<Right, Opens>> = {
  administrator: {
    reads: [...library, "overseen", "planning", "log"],
    writes: [
      "organisation",
      "profile",
      "members",
      "progress",
      "answers",
      "comments",
      "documents",
      "activity",
      "oversight",
      "submission",
    ],
  },
  quality_coordinator: {
    reads: [...library, "log"],
    writes: ["profile", "progress", "answers", "comments", "documents", "activity", "submission"],
  },
  colleague: {
    reads: library,
    writes: ["progress", "answers", "comments", "documents", "activity"],
  },
  director: { reads: [...library, "log"], writes: ["comments", "activity"] },
  reader: { reads: library, writes: [] },
  adviser: { reads: [...organisation, "overseen"], writes: [] },
  office: { reads: [...organisation, "planning"], writes: ["planning"] },
  auditor: { reads: organisation, writes: [] },
  "oversight:progress": { reads: ["organisation", "profile", "progress"], writes: [] },
  mandate: { reads: ["submission"], writes: [] },
};
