import type { DiscussionKind } from "@toetssteen/contract";
import { registerEnumType } from "type-graphql";

/** Names as clients see them, values as the database and the norms keep them. */
export const discussionKindEnum = {
  FUNCTION_GROUP: "function_group",
  PARTNER: "partner",
} as const satisfies { [K in DiscussionKind as Uppercase<K>]: K };

registerEnumType(discussionKindEnum, { name: "DiscussionKind" });
