import type { Role } from "../rights/kinds.ts";
import type { Locale } from "./content.ts";

/** Roles as a sentence names them. */
const labels: Readonly<Record<Locale, Readonly<Record<Role, string>>>> = {
  nl: {
    administrator: "beheerder",
    quality_coordinator: "kwaliteitscoördinator",
    colleague: "medewerker",
    director: "directeur",
    reader: "lezer",
    adviser: "adviseur",
    office: "bureau",
    auditor: "auditor",
  },
  en: {
    administrator: "administrator",
    quality_coordinator: "quality coordinator",
    colleague: "colleague",
    director: "director",
    reader: "reader",
    adviser: "adviser",
    office: "office",
    auditor: "auditor",
  },
};

/** "beheerder en kwaliteitscoördinator" */
export function roleList(locale: Locale, roles: readonly Role[]): string {
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(
    roles.map((role) => labels[locale][role]),
  );
}
