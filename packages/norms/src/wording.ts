/** The rights holder's own texts, laid over an edition without touching its structure. */
import type { Edition, Locale, Localised, Norm } from "./edition.ts";

/** New texts for one code of an edition; what is left out stays as it is. */
export interface WordingTexts {
  readonly title?: string;
  readonly question?: string;
  readonly statement?: string;
  readonly guidance?: string;
  readonly placeholder?: string;
  readonly label?: string;
}

/** Texts of a rights holder in one language. */
export interface OfficialWording {
  /** Code of the edition they belong to. */
  readonly edition: string;
  readonly locale: Locale;
  /** Version of these texts, from 1. */
  readonly revision: number;
  /** By the code of the norm, indicator, question or slot. */
  readonly texts: { readonly [code: string]: WordingTexts };
}

/**
 * The edition with these texts in their language. A norm of which any text is given counts as worded officially,
 * so give this only what {@link missingTexts} has nothing to say about.
 * @throws RangeError when the texts are of another edition
 */
export function withWording(edition: Edition, wording: OfficialWording): Edition {
  if (wording.edition !== edition.code)
    throw new RangeError(`texts of ${wording.edition}, not of ${edition.code}`);
  return {
    ...edition,
    officialRevision: { ...edition.officialRevision, [wording.locale]: wording.revision },
    norms: edition.norms.map((norm) => (isTouched(norm, wording) ? reworded(norm, wording) : norm)),
  };
}

/** The codes without official texts in norms that have some: a norm is worded officially as a whole or not at all. */
export function missingTexts(
  edition: Edition,
  wording: OfficialWording,
): readonly { norm: string; code: string }[] {
  return edition.norms
    .filter((norm) => isTouched(norm, wording))
    .flatMap((norm) =>
      [norm.code, ...[...norm.indicators, ...norm.questions].map(({ code }) => code)]
        .filter((code) => !Object.hasOwn(wording.texts, code))
        .map((code) => ({ norm: norm.code, code })),
    );
}

function isTouched(norm: Norm, { texts }: OfficialWording): boolean {
  const codes = [
    norm.code,
    ...norm.indicators.map(({ code }) => code),
    ...norm.questions.flatMap(({ code, slots }) => [code, ...slots.map((slot) => slot.code)]),
  ];
  return codes.some((code) => Object.hasOwn(texts, code));
}

function reworded(norm: Norm, wording: OfficialWording): Norm {
  return {
    ...laidOver(norm, ["title", "question"], wording),
    wording: { ...norm.wording, [wording.locale]: "official" },
    indicators: norm.indicators.map((one) =>
      laidOver(one, ["statement", "guidance", "placeholder"], wording),
    ),
    questions: norm.questions.map((one) => ({
      ...laidOver(one, ["title", "statement", "guidance"], wording),
      slots: one.slots.map((slot) => laidOver(slot, ["label"], wording)),
    })),
  };
}

function laidOver<
  T extends { readonly code: string } & { readonly [F in keyof WordingTexts]?: Partial<Localised> },
>(
  target: T,
  fields: readonly (keyof T & keyof WordingTexts)[],
  { locale, texts }: OfficialWording,
): T {
  const given = texts[target.code];
  const changed = fields
    .filter((field) => given?.[field] !== undefined)
    .map((field) => [field, { ...target[field], [locale]: given?.[field] }]);
  return { ...target, ...Object.fromEntries(changed) };
}
