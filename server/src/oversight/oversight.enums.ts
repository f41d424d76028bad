import { registerEnumType } from "type-graphql";

/** Names as clients see them, values as the database and the norms keep them. */
export const oversightLevelEnum = { PROGRESS: "progress" } as const;
export const overseenSortEnum = { NAME: "name", AUDIT: "audit" } as const;

registerEnumType(oversightLevelEnum, { name: "OversightLevel" });
registerEnumType(overseenSortEnum, { name: "OverseenSort" });
