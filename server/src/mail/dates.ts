import type { Locale } from "./content.ts";

const timeZone = "Europe/Amsterdam";
const tags: Readonly<Record<Locale, string>> = { nl: "nl-NL", en: "en-GB" };

/** "dinsdag 3 november 2026" @param moment ISO 8601 */
export function day(locale: Locale, moment: string): string {
  return new Intl.DateTimeFormat(tags[locale], { dateStyle: "full", timeZone }).format(
    new Date(moment),
  );
}

/** "14:30" @param moment ISO 8601 */
export function time(locale: Locale, moment: string): string {
  return new Intl.DateTimeFormat(tags[locale], { timeStyle: "short", timeZone }).format(
    new Date(moment),
  );
}
