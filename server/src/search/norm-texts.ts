import { fold } from "@toetssteen/contract";
import {
  partApplies,
  partsOf,
  type Edition,
  type Locale,
  type Part,
  type Profile,
} from "@toetssteen/norms";

/** Something that a norm says of itself. */
export interface NormText {
  readonly part: Part;
  readonly text: string;
  readonly folded: string;
}

/** Editions don't change while the server runs. */
const remembered = new WeakMap<Edition, Partial<Record<Locale, readonly NormText[]>>>();

/**
 * Of each part that counts for a library the first of its texts in which all of the words stand, in the edition's order.
 * @param words folded, at least one
 */
export function findNormTexts(
  edition: Edition,
  profile: Profile,
  locale: Locale,
  words: readonly string[],
): NormText[] {
  const found = new Map<string, NormText>();
  for (const text of textsOf(edition, locale))
    if (
      !found.has(text.part.code) &&
      words.every((word) => text.folded.includes(word)) &&
      partApplies(text.part, profile)
    )
      found.set(text.part.code, text);
  return [...found.values()];
}

function textsOf(edition: Edition, locale: Locale): readonly NormText[] {
  const known = remembered.get(edition) ?? {};
  remembered.set(edition, known);
  return (known[locale] ??= partsOf(edition).flatMap((part) =>
    wordsOf(part, locale).map((text): NormText => ({ part, text, folded: fold(text) })),
  ));
}

/** What a page shows of a part, besides what the library writes there. */
function wordsOf(part: Part, locale: Locale): string[] {
  switch (part.kind) {
    case "norm":
      return [part.norm.title[locale], part.norm.question[locale]];
    case "indicator":
      return withHelp([part.indicator.statement[locale]], part.indicator.guidance?.[locale]);
    case "question": {
      const { title, statement, guidance, slots } = part.question;
      const texts = [title[locale], statement[locale]];
      return [...withHelp(texts, guidance?.[locale]), ...slots.map(({ label }) => label[locale])];
    }
  }
}

function withHelp(texts: string[], help: string | undefined): string[] {
  return help === undefined ? texts : [...texts, help];
}
