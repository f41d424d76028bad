import { z } from "zod";
import { template } from "../template.ts";
import { line, page } from "../values.ts";

const values = z.object({
  name: line,
  libraryName: line,
  supportOrganisationName: line,
  level: z.enum(["progress"]),
  grantedBy: line,
  /** The page with the libraries that let this organisation look. */
  page,
});

/** To the advisers and administrators of a support organisation that a library lets look. */
export const oversightReceived = template(values, {
  nl: (given) => ({
    subject: `${given.libraryName} laat jullie haar voortgang zien`,
    blocks: [
      `Hallo ${given.name},`,
      `${given.grantedBy} van ${given.libraryName} geeft ${given.supportOrganisationName} inzage in de voortgang van de zelfevaluatie.`,
      "Je ziet per norm hoe ver de bibliotheek is, haar data en wanneer er voor het laatst aan is gewerkt. Antwoorden, teksten en documenten zie je niet.",
      { label: "Bekijk de voortgang", to: given.page },
      "De bibliotheek ziet in haar inzagelogboek wie er kijkt en wanneer, en kan de inzage op elk moment intrekken.",
    ],
  }),
  en: (given) => ({
    subject: `${given.libraryName} lets you see its progress`,
    blocks: [
      `Hello ${given.name},`,
      `${given.grantedBy} of ${given.libraryName} gives ${given.supportOrganisationName} a view of the progress of its self-evaluation.`,
      "You see how far the library is with each norm, its dates, and when somebody last worked on it. You don't see answers, texts and documents.",
      { label: "See the progress", to: given.page },
      "The library sees in its access log who looks and when, and can withdraw the view at any moment.",
    ],
  }),
});
