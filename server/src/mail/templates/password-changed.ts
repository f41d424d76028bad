import { z } from "zod";
import { day, time } from "../dates.ts";
import { template } from "../template.ts";
import { line, moment, page } from "../values.ts";

const values = z.object({
  name: line,
  changedAt: moment,
  /** The page where a new password is asked for. */
  page,
});

/** To somebody whose password was changed, by themselves or by somebody else. */
export const passwordChanged = template(values, {
  nl: (given) => ({
    subject: "Je wachtwoord voor Toetssteen is gewijzigd",
    blocks: [
      `Hallo ${given.name},`,
      `Op ${day("nl", given.changedAt)} om ${time("nl", given.changedAt)} uur is je wachtwoord gewijzigd. Op andere apparaten ben je uitgelogd; daar log je opnieuw in.`,
      "Was jij dit? Dan hoef je niets te doen.",
      "Was jij dit niet? Kies dan meteen een nieuw wachtwoord en vertel het de beheerder van je organisatie.",
      { label: "Vraag een nieuw wachtwoord aan", to: given.page },
    ],
  }),
  en: (given) => ({
    subject: "Your password for Toetssteen was changed",
    blocks: [
      `Hello ${given.name},`,
      `On ${day("en", given.changedAt)} at ${time("en", given.changedAt)} (Amsterdam time) your password was changed. You are signed out on other devices and can sign in there again.`,
      "Was this you? Then there is nothing you need to do.",
      "Was it not you? Then choose a new password at once, and tell the administrator of your organisation.",
      { label: "Ask for a new password", to: given.page },
    ],
  }),
});
