import { passageFields } from "@toetssteen/contract";
import { applicableParts, type Edition, type Part, type Profile } from "@toetssteen/norms";
import type { SearchRow } from "./search.sql.ts";

/** Everything that can be written in a self-evaluation, in the order in which its pages show it. */
export function placesInOrder(edition: Edition, profile: Profile): string[] {
  const parts = applicableParts(edition, profile);
  return [
    ...passageFields.cycle.map((field) => `:${field}`),
    ...edition.norms.flatMap((norm) => [
      ...["facts", "view", "comment"].map((box) => `${norm.code}:${box}`),
      ...parts.filter((part) => part.norm === norm && part.kind !== "norm").flatMap(boxesOf),
      ...["discussion", "reason", "plan", "consequences"].map((box) => `${norm.code}:${box}`),
    ]),
  ];
}

function boxesOf({ kind, code }: Part): string[] {
  const answer = kind === "indicator" ? ["answer"] : [];
  return [...answer, ...passageFields[kind], "comment"].map((box) => `${code}:${box}`);
}

/** Which of the places something was found in; a document stands in none. */
export function placeOf({ kind, part, field }: SearchRow): string | null {
  return part === null ? null : `${part}:${kind === "passage" ? field : kind}`;
}
