import { i18n } from "@lingui/core";
import type { Messages } from "@lingui/core";
import type { Locale } from "../gql/graphql.ts";
import { part } from "../network/part.ts";

export const languages = ["nl", "en"] as const;
export type Language = (typeof languages)[number];

const kept = "toetssteen.locale";

/** What every page needs. */
const common = {
  nl: part(() => import("../locales/nl.po")),
  en: part(() => import("../locales/en.po")),
};

/** The catalogues of features that have one of their own; see lingui.config.ts. */
const catalogues = import.meta.glob<{ messages: Messages }>("../features/*/locales/*.po");
export const loaded = new Map<string, Promise<void>>();

/** Dutch, unless this browser was told otherwise. */
export function keptLanguage(): Language {
  try {
    const value = localStorage.getItem(kept);
    return value === "en" ? "en" : "nl";
  } catch {
    return "nl";
  }
}

/** Loads the catalogues and speaks them from then on; `remember` keeps the choice for the next visit. */
export async function speak(
  language: Language,
  { remember }: { remember: boolean },
): Promise<void> {
  const [{ messages }, ...others] = await Promise.all([
    common[language].load(),
    ...[...loaded.keys()].map((feature) => wordsOf(feature, language)),
  ]);
  i18n.loadAndActivate({ locale: language, messages: Object.assign({}, messages, ...others) });
  document.documentElement.lang = language;
  if (!remember) return;
  try {
    localStorage.setItem(kept, language);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

/** For the loaders of pages: fetches the words of features whose catalogue isn't the one that every page has. */
export async function loadMessages(...features: readonly string[]): Promise<void> {
  await Promise.all(features.map((feature) => loaded.get(feature) ?? loadOne(feature)));
}

function loadOne(feature: string): Promise<void> {
  return addMessages([feature], i18n.locale, wordsOf(feature, i18n.locale));
}

/** For words of some features that come in another way. */
export function addMessages(
  features: readonly string[],
  language: string,
  coming: Promise<Messages>,
): Promise<void> {
  const loading = coming.then(
    (words) => i18n.load(language, words),
    (error: unknown) => {
      for (const feature of features) loaded.delete(feature);
      throw error;
    },
  );
  // At once, so that a change of language in the meantime takes these features along.
  for (const feature of features) loaded.set(feature, loading);
  return loading;
}

async function wordsOf(feature: string, language: string): Promise<Messages> {
  const load = catalogues[`../features/${feature}/locales/${language}.po`];
  if (!load) throw new Error(`${feature} has no catalogue of its own`);
  return (await load()).messages;
}

/** The language of the texts of the norm, as the API names it. */
export function localeOf(language: string): Locale {
  return language === "en" ? "EN" : "NL";
}
