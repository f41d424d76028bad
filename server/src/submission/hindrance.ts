import type { FrozenEvidence, FrozenPassage, SubmissionDocument } from "./document.ts";
import type { Submission } from "./submission.type.ts";
import { differenceOf, isSame } from "./written-since.ts";

/** Why a norm can't be submitted as it stands; the codes of the refusals. */
export type Hindrance = "NOT_ANSWERED" | "NOTHING_WRITTEN" | "NOTHING_CHANGED";

/**
 * What holds a norm back, the first thing first; null where it can be submitted. What a page says and what submitting
 * refuses is this one rule.
 * @param document of one norm, as it stands
 * @param last what was submitted of that norm in the same cycle
 */
export function findHindrance(
  document: SubmissionDocument,
  last: Submission | null,
): Hindrance | null {
  if (unanswered(document).length > 0) return "NOT_ANSWERED";
  if (!holdsAnything(document)) return "NOTHING_WRITTEN";
  return last && isSame(differenceOf(last.readable, document)) ? "NOTHING_CHANGED" : null;
}

/** Codes of the indicators without ja or nee. */
export function unanswered({ norms }: SubmissionDocument): string[] {
  return norms
    .flatMap(({ indicators }) => indicators)
    .filter(({ verdict }) => verdict === null)
    .map(({ code }) => code);
}

/** Something that can be read: no spaces and other characters that show nothing alone. */
const isText = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Whether one of these boxes says anything. */
export function says(passages: readonly FrozenPassage[]): boolean {
  return passages.some(({ body }) => isText.test(body));
}

/** Whether the library wrote anything to the norm, or put anything beside it. What it wrote of the whole cycle doesn't count. */
function holdsAnything({ norms }: SubmissionDocument): boolean {
  const shows = (evidence: readonly FrozenEvidence[]) =>
    evidence.some(({ kind, files }) => kind === "link" || files.length > 0);
  return norms.some(
    (norm) =>
      // Each of them has a ja or a nee.
      norm.indicators.length > 0 ||
      norm.plan !== null ||
      norm.discussions.length > 0 ||
      [norm, ...norm.questions].some((part) => says(part.passages) || shows(part.evidence)),
  );
}
