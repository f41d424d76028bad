/**
 * Tells an edition's structure from its words, so that "a published edition never changes" can be checked and a corrected
 * wording is still allowed. Structure is whatever isn't listed here as words: a new field counts until somebody decides otherwise.
 */
import {
  locales,
  type AssessmentQuestion,
  type Edition,
  type Indicator,
  type Locale,
  type Norm,
  type ScaleLevel,
  type Slot,
} from "./edition.ts";

/**
 * Everything of an edition except its words, as canonical JSON: equal strings mean equal structure. Hash it before storing.
 *
 * Validity, order, applicability, scale, decision rule and terms are structure. Not structure are whose words they are
 * (`wording`, `derived`), their revision, and our own planning assumptions, which must stay easy to change.
 */
export function editionFingerprint(edition: Edition): string {
  return canonicalJson({
    ...without(edition, ["title", "revision", "officialRevision", "assumptions"]),
    norms: edition.norms.map(normStructure),
    scale: edition.scale.map((level: ScaleLevel) => without(level, ["label"])),
  });
}

/** How a candidate with the same code differs from what is published. */
export type EditionChange =
  /** The same, word for word. */
  | "none"
  /** Only words or guesses differ, and the candidate says so by a higher revision. */
  | "wording"
  /** Only words or guesses differ, under a revision that was used before. */
  | "wording-without-revision"
  /** Codes, order, rules or dates differ: that is another edition and needs another code. */
  | "structure";

/**
 * What publishing `candidate` over `published` would change. Only 'none' and 'wording' may be let through.
 * @throws RangeError when they aren't the same edition
 */
export function editionChange(published: Edition, candidate: Edition): EditionChange {
  if (published.code !== candidate.code)
    throw new RangeError(`${candidate.code} is not edition ${published.code}`);
  if (editionFingerprint(published) !== editionFingerprint(candidate)) return "structure";
  if (contents(published) === contents(candidate)) return "none";
  return raisesRevision(published, candidate) ? "wording" : "wording-without-revision";
}

function normStructure(norm: Norm) {
  return {
    ...without(norm, ["title", "question", "wording"]),
    indicators: norm.indicators.map((indicator: Indicator) =>
      without(indicator, ["statement", "guidance", "placeholder"]),
    ),
    questions: norm.questions.map((question: AssessmentQuestion) => ({
      ...without(question, ["title", "statement", "guidance", "derived"]),
      slots: question.slots.map((slot: Slot) => without(slot, ["label"])),
    })),
  };
}

function contents(edition: Edition): string {
  return canonicalJson(without(edition, ["revision", "officialRevision"]));
}

/** One of the revisions is higher, and none is lower. */
function raisesRevision(published: Edition, candidate: Edition): boolean {
  const steps = [
    candidate.revision - published.revision,
    ...locales.map(
      (locale) => officialRevision(candidate, locale) - officialRevision(published, locale),
    ),
  ];
  return Math.max(...steps) > 0 && Math.min(...steps) >= 0;
}

function officialRevision(edition: Edition, locale: Locale): number {
  return edition.officialRevision?.[locale] ?? 0;
}

function without<T extends object, K extends keyof T>(value: T, keys: readonly K[]): Omit<T, K> {
  return Object.fromEntries(
    Object.entries(value).filter(([key]) => !keys.includes(key as K)),
  ) as Omit<T, K>;
}

/** JSON with sorted keys and no space. Absent and undefined are the same. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
