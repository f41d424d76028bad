import type {
  Applicability,
  AssessmentQuestion,
  Edition,
  Indicator,
  Norm,
  Profile,
} from "./edition.ts";

/** Whether a condition holds for a library; without a condition it does. */
export function appliesTo(condition: Applicability | undefined, profile: Profile): boolean {
  if (condition === undefined) return true;
  if (typeof condition === "string") return profile[condition];
  if ("all" in condition) return condition.all.every((part) => appliesTo(part, profile));
  if ("any" in condition) return condition.any.some((part) => appliesTo(part, profile));
  return !appliesTo(condition.not, profile);
}

/** The indicators of a norm that a library answers, in the edition's order. */
export function applicableIndicators(norm: Norm, profile: Profile): readonly Indicator[] {
  return norm.indicators.filter((indicator) => appliesTo(indicator.applies, profile));
}

/** What work is divided into: a norm as a whole, one of its indicators, or one of its assessment questions. */
export type Part =
  | { readonly kind: "norm"; readonly code: string; readonly norm: Norm }
  | {
      readonly kind: "indicator";
      readonly code: string;
      readonly norm: Norm;
      readonly indicator: Indicator;
    }
  | {
      readonly kind: "question";
      readonly code: string;
      readonly norm: Norm;
      readonly question: AssessmentQuestion;
    };

export type PartKind = Part["kind"];

/** Editions never change, and a page asks for a part hundreds of times. */
const partsByCode = new WeakMap<Edition, ReadonlyMap<string, Part>>();

function partsIn(edition: Edition): ReadonlyMap<string, Part> {
  const known = partsByCode.get(edition);
  if (known) return known;
  const parts = edition.norms.flatMap((norm): Part[] => [
    { kind: "norm", code: norm.code, norm },
    ...norm.indicators.map((indicator): Part => ({
      kind: "indicator",
      code: indicator.code,
      norm,
      indicator,
    })),
    ...norm.questions.map((question): Part => ({
      kind: "question",
      code: question.code,
      norm,
      question,
    })),
  ]);
  const made = new Map(parts.map((part) => [part.code, part]));
  partsByCode.set(edition, made);
  return made;
}

/** Every part of an edition, applicable or not, in order: a norm, its indicators, its questions, the next norm. */
export function partsOf(edition: Edition): readonly Part[] {
  return [...partsIn(edition).values()];
}

/** The part with this code, applicable or not, or null. Codes are unique over the kinds. */
export function findPart(edition: Edition, code: string): Part | null {
  return partsIn(edition).get(code) ?? null;
}

/** Whether a library works on this part: norms and questions always, indicators by their condition. */
export function partApplies(part: Part, profile: Profile): boolean {
  return part.kind !== "indicator" || appliesTo(part.indicator.applies, profile);
}

/** The parts a library works on, in the edition's order. */
export function applicableParts(edition: Edition, profile: Profile): readonly Part[] {
  return partsOf(edition).filter((part) => partApplies(part, profile));
}

/**
 * What comes and goes when a library's profile changes, to show before it is saved.
 *
 * Nothing is lost by leaving: what was answered is kept, is neither shown nor counted, and returns with the fact.
 */
export function applicabilityChange(
  edition: Edition,
  before: Profile,
  after: Profile,
): { readonly appear: readonly Part[]; readonly disappear: readonly Part[] } {
  const parts = partsOf(edition);
  return {
    appear: parts.filter((part) => !partApplies(part, before) && partApplies(part, after)),
    disappear: parts.filter((part) => partApplies(part, before) && !partApplies(part, after)),
  };
}
