import { z } from "zod";
import { day, time } from "../dates.ts";
import { template } from "../template.ts";
import { line, moment, page } from "../values.ts";

const values = z.object({
  name: line,
  /** The page that sets a new password, with its token. */
  page,
  expiresAt: moment,
});

/** To somebody who asked for a new password. */
export const passwordReset = template(values, {
  nl: (given) => ({
    subject: "Kies een nieuw wachtwoord voor Toetssteen",
    blocks: [
      `Hallo ${given.name},`,
      "Je vroeg om een nieuw wachtwoord. Op deze pagina kies je het:",
      { label: "Kies een nieuw wachtwoord", to: given.page },
      `De link werkt één keer, tot ${day("nl", given.expiresAt)} om ${time("nl", given.expiresAt)} uur.`,
      "Vroeg je hier niet om? Dan hoef je niets te doen: je wachtwoord blijft zoals het is. Geef de link aan niemand.",
    ],
  }),
  en: (given) => ({
    subject: "Choose a new password for Toetssteen",
    blocks: [
      `Hello ${given.name},`,
      "You asked for a new password. You can choose it on this page:",
      { label: "Choose a new password", to: given.page },
      `The link works once, until ${time("en", given.expiresAt)} on ${day("en", given.expiresAt)} (Amsterdam time).`,
      "You didn't ask for this? Then there is nothing you need to do: your password stays as it is. Give the link to nobody.",
    ],
  }),
});
