import { registerEnumType } from "type-graphql";

/** Names as clients see them, values as the database and the norms keep them. */
export const documentGoingEnum = {
  ALONG: "along",
  NAME_ONLY: "name_only",
  STAYS: "stays",
} as const;

export type DocumentGoing = (typeof documentGoingEnum)[keyof typeof documentGoingEnum];

registerEnumType(documentGoingEnum, {
  name: "DocumentGoing",
  description: "NAME_ONLY: it has no file that can be read yet. STAYS: it is internal.",
});
