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
  /** The page with the submission, or with the planning of audits. */
  page,
});

/** To those who wait for a submission: the certification body's office, and who submitted it. */
export const submissionReceived = template(values, {
  nl: (given) => ({
    subject: `Ingediend: ${given.part} van ${given.libraryName}`,
    blocks: [
      `Hallo ${given.name},`,
      `Op ${day("nl", given.submittedAt)} om ${time("nl", given.submittedAt)} uur heeft ${given.submittedBy} namens ${given.libraryName} ingediend: ${given.part}.`,
      "De indiening ligt nu vast. Wat de bibliotheek daarna in haar zelfevaluatie verandert, komt er niet meer in.",
      { label: "Bekijk de indiening", to: given.page },
    ],
  }),
  en: (given) => ({
    subject: `Submitted: ${given.part} of ${given.libraryName}`,
    blocks: [
      `Hello ${given.name},`,
      `On ${day("en", given.submittedAt)} at ${time("en", given.submittedAt)} (Amsterdam time) ${given.submittedBy} submitted, for ${given.libraryName}: ${given.part}.`,
      "The submission is now fixed. What the library changes in its self-evaluation afterwards no longer goes into it.",
      { label: "See the submission", to: given.page },
    ],
  }),
});
