import type { SearchHitFragment } from "../../gql/graphql.ts";

/** What was found under one heading, as it came. */
export interface Group {
  /** Code of the norm; `cycle` for the cycle as a whole, `documents` for those. */
  readonly of: string;
  readonly hits: readonly SearchHitFragment[];
}

/** By norm, in the order in which they come. */
export function groupsOf(hits: readonly SearchHitFragment[]): Group[] {
  const groups = Map.groupBy(hits, ({ kind, norm }) =>
    kind === "DOCUMENT" ? "documents" : (norm ?? "cycle"),
  );
  return [...groups].map(([of, found]) => ({ of, hits: found }));
}

/** The place on the page of its norm. */
export function hashOf({ kind, norm, part, field, targetId }: SearchHitFragment): string {
  if (kind === "COMMENT") return `opmerking-${targetId}`;
  if (kind === "DISCUSSION") return "besproken";
  if (part === null || part === norm)
    return kind === "PASSAGE" && field !== "FACTS" && field !== "VIEW" ? "niet-gehaald" : "beeld";
  return /V\d+$/.test(part) ? `question-${part}` : `indicator-${part}`;
}
