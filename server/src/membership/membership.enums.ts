import { registerEnumType } from "type-graphql";
import type { Role } from "../rights/kinds.ts";

/** Names as clients see them, values as the database and the norms keep them. */
export const roleEnum = {
  ADMINISTRATOR: "administrator",
  QUALITY_COORDINATOR: "quality_coordinator",
  COLLEAGUE: "colleague",
  DIRECTOR: "director",
  READER: "reader",
  ADVISER: "adviser",
  OFFICE: "office",
  AUDITOR: "auditor",
} as const satisfies { [R in Role as Uppercase<R>]: R };
export const hatKindEnum = { ORGANISATION: "organisation", MANDATE: "mandate" } as const;

registerEnumType(roleEnum, { name: "Role" });
registerEnumType(hatKindEnum, { name: "HatKind" });
