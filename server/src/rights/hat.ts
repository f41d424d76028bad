const mandate = "mandate:";
const organisation = "organisation:";
const id = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const written = new RegExp(`^(?:${organisation}|${mandate})?${id}$`, "i");

/**
 * For whom somebody acts, as it is written everywhere: `organisation:<id>` or `mandate:<id>`, since ids of mandates are made by
 * clients and may be an organisation's. An id alone is an organisation's; what the database makes of it, `tenancy.enter()` says.
 */
export type Hat = string;

export function isHat(text: string): text is Hat {
  return written.test(text);
}

/** The organisation that is acted for; null for a mandate, and for nobody. */
export function organisationOf(hat: Hat | null): string | null {
  if (hat === null || hat.startsWith(mandate)) return null;
  return hat.startsWith(organisation) ? hat.slice(organisation.length) : hat;
}
