import { z } from "zod";
import { template } from "../template.ts";
import { line, page } from "../values.ts";

const values = z.object({
  name: line,
  libraryName: line,
  supportOrganisationName: line,
  level: z.enum(["progress"]),
  grantedBy: line,
  /** The page where it can be seen and withdrawn. */
  page,
});

/** To the other administrators of a library that lets a support organisation look. */
export const oversightGranted = template(values, {
  nl: (given) => ({
    subject: `${given.supportOrganisationName} kan nu jullie voortgang zien`,
    blocks: [
      `Hallo ${given.name},`,
      `${given.grantedBy} heeft ${given.supportOrganisationName} inzage gegeven in de voortgang van ${given.libraryName}.`,
      "Dit kunnen de adviseurs daar nu zien:",
      [
        "hoe ver jullie per norm zijn",
        "jullie data, zoals de dag van de audit",
        "wanneer er voor het laatst aan is gewerkt",
      ],
      "Jullie antwoorden, teksten en documenten zien ze niet. Elke keer dat ze kijken, staat in jullie inzagelogboek.",
      { label: "Bekijk wat zij zien, of trek de inzage in", to: given.page },
    ],
  }),
  en: (given) => ({
    subject: `${given.supportOrganisationName} can now see your progress`,
    blocks: [
      `Hello ${given.name},`,
      `${given.grantedBy} has given ${given.supportOrganisationName} a view of the progress of ${given.libraryName}.`,
      "This is what the advisers there can see now:",
      [
        "how far you are with each norm",
        "your dates, such as the day of the audit",
        "when somebody last worked on it",
      ],
      "They don't see your answers, texts and documents. Every time they look, it is written in your access log.",
      { label: "See what they see, or withdraw it", to: given.page },
    ],
  }),
});
