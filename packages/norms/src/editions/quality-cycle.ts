import type { AssessmentQuestion, Localised } from "../edition.ts";

/** The four steps that every norm of Kwaliteit in Beeld II is judged by, in order. */
export const qualityCycle = {
  approach: { nl: "Aanpak", en: "Approach" },
  result: { nl: "Resultaat", en: "Result" },
  practice: { nl: "Praktijk", en: "Practice" },
  evaluation: { nl: "Evaluatie", en: "Evaluation" },
} as const satisfies Record<string, Localised>;

/**
 * The four assessment questions of a norm whose own questions aren't public: the quality cycle applied to its subject.
 *
 * They are marked as derived and carry no guidance and no example documents, because there is no source for either.
 * @param norm code of the norm, such as '2'
 * @param subject what the norm is about, as it reads after "rond" and "approach to"
 */
export function derivedQuestions(norm: string, subject: Localised): readonly AssessmentQuestion[] {
  const { nl, en } = subject;
  const steps: readonly Pick<AssessmentQuestion, "title" | "statement">[] = [
    {
      title: qualityCycle.approach,
      statement: {
        nl: `De aanpak rond ${nl} is doordacht en past bij onze opdracht en ambities.`,
        en: `The approach to ${en} is well considered and fits our assignment and ambitions.`,
      },
    },
    {
      title: qualityCycle.result,
      statement: {
        nl: `We hebben opgeschreven welke resultaten we rond ${nl} willen halen.`,
        en: `We have written down which results we want to achieve for ${en}.`,
      },
    },
    {
      title: qualityCycle.practice,
      statement: {
        nl: `Wat we rond ${nl} hebben bedacht, is in het werk van elke dag te zien.`,
        en: `What we planned for ${en} shows in the work of every day.`,
      },
    },
    {
      title: qualityCycle.evaluation,
      statement: {
        nl: `We kijken geregeld of de aanpak rond ${nl} werkt, en verbeteren wat beter kan.`,
        en: `We regularly look at whether the approach to ${en} works, and improve what can be better.`,
      },
    },
  ];
  return steps.map(({ title, statement }, index) => ({
    code: `${norm}.V${index + 1}`,
    title,
    statement,
    derived: true,
    slots: [],
  }));
}
