import { z } from "zod";
import { day } from "../dates.ts";
import { template } from "../template.ts";
import { line, moment, page } from "../values.ts";

const values = z.object({
  name: line,
  bodyName: line,
  libraryName: line,
  opensAt: moment,
  /** From this moment on the mandate is over. */
  closesAt: moment,
  /** The page with the submission. */
  page,
});

/** The last moment before: a mandate that closes at midnight was open the day before. */
function until(closesAt: string): string {
  return new Date(Date.parse(closesAt) - 1).toISOString();
}

/** To an auditor who may read one submission. */
export const mandateGiven = template(values, {
  nl: (given) => ({
    subject: `Je opdracht: de indiening van ${given.libraryName}`,
    blocks: [
      `Hallo ${given.name},`,
      `${given.bodyName} geeft je een opdracht: je kunt de indiening van ${given.libraryName} lezen.`,
      [`Vanaf: ${day("nl", given.opensAt)}`, `Tot en met: ${day("nl", until(given.closesAt))}`],
      { label: "Naar de indiening", to: given.page },
      "Wat je leest, is vastgelegd op het moment van indienen. De bibliotheek ziet in haar inzagelogboek wat je opent en wanneer.",
      `Ken je deze bibliotheek te goed om onafhankelijk te zijn, of past het niet? Laat het ${given.bodyName} weten.`,
    ],
  }),
  en: (given) => ({
    subject: `Your mandate: the submission of ${given.libraryName}`,
    blocks: [
      `Hello ${given.name},`,
      `${given.bodyName} gives you a mandate: you can read the submission of ${given.libraryName}.`,
      [
        `From: ${day("en", given.opensAt)}`,
        `Up to and including: ${day("en", until(given.closesAt))}`,
      ],
      { label: "Go to the submission", to: given.page },
      "What you read was fixed at the moment it was submitted. The library sees in its access log what you open and when.",
      `Do you know this library too well to be independent, or doesn't it suit you? Please tell ${given.bodyName}.`,
    ],
  }),
});
