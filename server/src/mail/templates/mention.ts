import { z } from "zod";
import { template } from "../template.ts";
import { line, page } from "../values.ts";

const values = z.object({
  name: line,
  author: line,
  organisationName: line,
  /** Code of the norm, indicator or question that the comment stands beside. */
  part: line,
  page,
});

/** To a colleague who is mentioned in a comment. What the comment says stays inside. */
export const mention = template(values, {
  nl: (given) => ({
    subject: `${given.author} noemt je bij ${given.part}`,
    blocks: [
      `Hallo ${given.name},`,
      `${given.author} schreef een opmerking bij ${given.part} in de zelfevaluatie van ${given.organisationName}, en noemt jou daarin.`,
      { label: "Lees de opmerking", to: given.page },
    ],
  }),
  en: (given) => ({
    subject: `${given.author} mentions you at ${given.part}`,
    blocks: [
      `Hello ${given.name},`,
      `${given.author} wrote a comment at ${given.part} in the self-evaluation of ${given.organisationName} and mentions you in it.`,
      { label: "Read the comment", to: given.page },
    ],
  }),
});
