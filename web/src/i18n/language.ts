import { i18n } from "@lingui/core";
import type { Locale } from "../gql/graphql.ts";

export const languages = ["nl", "en"] as const;
export type Language = (typeof languages)[number];

const kept = "toetssteen.locale";

/** Dutch, unless this browser was told otherwise. */
export function keptLanguage(): Language {
  try {
    const value = localStorage.getItem(kept);
    return value === "en" ? "en" : "nl";
  } catch {
    return "nl";
  }
}

/** Loads a catalogue and speaks it from then on; `remember` keeps the choice for the next visit. */
export async function speak(
  language: Language,
  { remember }: { remember: boolean },
): Promise<void> {
  const { messages } = await (language === "en"
    ? import("../locales/en.po")
    : import("../locales/nl.po"));
  i18n.loadAndActivate({ locale: language, messages });
  document.documentElement.lang = language;
  if (!remember) return;
  try {
    localStorage.setItem(kept, language);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

/** The language of the texts of the norm, as the API names it. */
export function localeOf(language: string): Locale {
  return language === "en" ? "EN" : "NL";
}
