import type { NormInReadingFragment } from "../../gql/graphql.ts";

/** A norm without the indicators and questions to which nothing was written. */
export function onlyFilled(norm: NormInReadingFragment): NormInReadingFragment {
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

/** Whether nothing at all was written to a norm, or to what is left of one. */
export function isEmpty(norm: NormInReadingFragment): boolean {
  const { passages, plan, evidence, discussions, indicators, questions } = norm;
  return (
    plan === null &&
    [passages, evidence, discussions, indicators, questions].every(({ length }) => length === 0)
  );
}
