import { z } from "zod";
import { day, time } from "../dates.ts";
import { template } from "../template.ts";
import { line, moment, page } from "../values.ts";

const values = z.object({
  name: line,
  libraryName: line,
  /** What was submitted, such as "norm 4, Samenwerking", in the reader's language. */
  part: line,
  submittedBy: line,
  submittedAt: moment,
  /** The page with what was submitted and who may read it. */
  page,
});

/** To the office of a certification body. */
export const submissionReceived = template(values, {
  nl: (given) => ({
    subject: `Ingediend: ${given.part} van ${given.libraryName}`,
    blocks: [
      `Hallo ${given.name},`,
      `Op ${day("nl", given.submittedAt)} om ${time("nl", given.submittedAt)} uur heeft ${given.submittedBy} namens ${given.libraryName} ingediend: ${given.part}.`,
      "De indiening ligt nu vast. Wat de bibliotheek daarna in haar zelfevaluatie verandert, komt er niet meer in.",
      { label: "Geef een auditor de opdracht om haar te lezen", to: given.page },
    ],
  }),
  en: (given) => ({
    subject: `Submitted: ${given.part} of ${given.libraryName}`,
    blocks: [
      `Hello ${given.name},`,
      `On ${day("en", given.submittedAt)} at ${time("en", given.submittedAt)} (Amsterdam time) ${given.submittedBy} submitted, for ${given.libraryName}: ${given.part}.`,
      "The submission is now fixed. What the library changes in its self-evaluation afterwards no longer goes into it.",
      { label: "Give an auditor a mandate to read it", to: given.page },
    ],
  }),
});
