import type { FrozenNorm } from "../submission/document.ts";
import type { ReadableDocument } from "../submission/read-document.ts";

/** A document without the indicators, questions and norms to which nothing was written; one norm alone always stays. */
export function onlyFilled(document: ReadableDocument): ReadableDocument {
  const norms = document.norms.map(filledOf);
  return {
    ...document,
    norms: norms.length > 1 ? norms.filter((norm) => !isEmpty(norm)) : norms,
  };
}

function filledOf(norm: FrozenNorm): FrozenNorm {
  return {
    ...norm,
    indicators: norm.indicators.filter(
      ({ verdict, explanation, passages, plan, evidence }) =>
        verdict !== null ||
        explanation.trim() !== "" ||
        passages.length > 0 ||
        plan !== null ||
        evidence.length > 0,
    ),
    questions: norm.questions.filter(
      ({ passages, evidence }) => passages.length > 0 || evidence.length > 0,
    ),
  };
}

function isEmpty({ passages, plan, evidence, discussions, indicators, questions }: FrozenNorm) {
  return (
    plan === null &&
    [passages, evidence, discussions, indicators, questions].every(({ length }) => length === 0)
  );
}
