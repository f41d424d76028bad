import type { Locale } from "@toetssteen/norms";
import { registerEnumType } from "type-graphql";

/** Names as clients see them, values as the database and the norms keep them. */
export const localeEnum = { NL: "nl", EN: "en" } as const satisfies Record<string, Locale>;

registerEnumType(localeEnum, { name: "Locale" });
