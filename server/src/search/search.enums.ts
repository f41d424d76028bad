import { registerEnumType } from "type-graphql";
import type { SearchKind } from "./search.sql.ts";

/** Names as clients see them, values as the database and the norms keep them. */
export const searchKindEnum = {
  ANSWER: "answer",
  PASSAGE: "passage",
  DISCUSSION: "discussion",
  COMMENT: "comment",
  DOCUMENT: "document",
} as const satisfies { [K in SearchKind as Uppercase<K>]: K };

registerEnumType(searchKindEnum, { name: "SearchKind" });
