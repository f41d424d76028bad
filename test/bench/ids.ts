import { createHash } from "node:crypto";
import { idOf } from "./words.ts";

const kinds = {
  person: 1,
  organisation: 2,
  cycle: 3,
  history: 4,
  comment: 5,
  activity: 6,
  support: 7,
  adviser: 8,
  oversight: 9,
  submission: 10,
  discussion: 11,
  evidence: 12,
  file: 13,
  use: 14,
} as const;

/** Id of something of a library; the same in every run. */
export function rowId(kind: keyof typeof kinds, library: number, row = 0): string {
  return idOf(kinds[kind], library, row);
}

export function organisationId(library: number): string {
  return rowId("organisation", library);
}

export function cycleId(library: number): string {
  return rowId("cycle", library);
}

/** The support organisation, and its adviser who is signed in. */
export const supportId = rowId("support", 0);
export const adviserId = rowId("adviser", 0);

/** The first two of a library coordinate it and are signed in. */
export const coordinators = 2;

/** The session of a person: 32 letters and digits, as better-auth makes them. */
export function tokenOf(person: string): string {
  return createHash("sha256").update(`session ${person}`).digest("hex").slice(0, 32);
}
