import { hashOfPart } from "../evidence/part-hash.ts";
import { fieldHash } from "../writing/field-hash.ts";
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

/** The place on the page of its norm, or on that of the cycle as a whole: the field itself where there is one. */
export function hashOf({ kind, norm, part, field, targetId }: SearchHitFragment): string {
  switch (kind) {
    case "COMMENT":
      return `opmerking-${targetId}`;
    case "DISCUSSION":
      return "besproken";
    case "ANSWER":
      return fieldHash(part, "answer");
    case "PASSAGE":
      return fieldHash(part, field ?? "");
    case "DOCUMENT":
      return hashOfPart(part ?? "", norm ?? "");
  }
}
