import { i18n } from "@lingui/core";
import { part } from "../network/part.ts";
import { loadMessages, loaded, addMessages } from "./language.ts";

/** What is said on the page of a norm; all in one file, because a telephone waits for each. */
export const features = [
  "next-step",
  "norm-page",
  "evidence",
  "work",
  "comment",
  "history",
  "submission",
  "outbox",
  "writing",
];
const words = {
  nl: part(() => import("./norm-words.nl.ts")),
  en: part(() => import("./norm-words.en.ts")),
};

/** Fetches the words of the page of a norm, as `loadMessages` does those of a feature. */
export async function loadNormMessages(): Promise<void> {
  const fresh = features.filter((feature) => !loaded.has(feature));
  // One or two come faster by themselves.
  if (fresh.length <= 2) return loadMessages(...features);
  const language = i18n.locale === "en" ? "en" : "nl";
  await addMessages(
    fresh,
    language,
    words[language].load().then(({ messages }) => messages),
  );
}
