import { z } from "zod";
import { day, time } from "../dates.ts";
import { template } from "../template.ts";
import { line, moment, page } from "../values.ts";

const changes = [
  "turned-on",
  "turned-off",
  "recovery-codes-renewed",
  "recovery-code-used",
  "taken-away",
] as const;
type Change = (typeof changes)[number];

const values = z.object({
  name: line,
  change: z.enum(changes),
  changedAt: moment,
  /** The page where a new password is asked for. */
  page,
});

const nl: Readonly<Record<Change, string>> = {
  "turned-on":
    "is inloggen in twee stappen voor je account aangezet. Voortaan vragen we na je wachtwoord om een code uit je app",
  "turned-off":
    "is inloggen in twee stappen voor je account uitgezet. Je wachtwoord alleen is nu genoeg om in te loggen",
  "recovery-codes-renewed":
    "zijn nieuwe herstelcodes voor je account gemaakt. De oude werken niet meer",
  "recovery-code-used": "is er ingelogd met een van je herstelcodes. Die code werkt nu niet meer",
  "taken-away":
    "heeft wie Toetssteen beheert het inloggen in twee stappen voor je account uitgezet. Je bent overal uitgelogd, en je wachtwoord alleen is nu genoeg om in te loggen",
};

const en: Readonly<Record<Change, string>> = {
  "turned-on":
    "signing in with two steps was turned on for your account. From now on we ask for a code from your app after your password",
  "turned-off":
    "signing in with two steps was turned off for your account. Your password alone is now enough to sign in",
  "recovery-codes-renewed":
    "new recovery codes were made for your account. The old ones no longer work",
  "recovery-code-used": "one of your recovery codes was used to sign in. That code no longer works",
  "taken-away":
    "whoever runs Toetssteen turned off signing in with two steps for your account. You were signed out everywhere, and your password alone is now enough to sign in",
};

/** To somebody whose second step of signing in changed, by themselves or by somebody else. */
export const secondFactorChanged = template(values, {
  nl: (given) => ({
    subject: "Je inlogstappen voor Toetssteen zijn gewijzigd",
    blocks: [
      `Hallo ${given.name},`,
      `Op ${day("nl", given.changedAt)} om ${time("nl", given.changedAt)} uur ${nl[given.change]}.`,
      given.change === "taken-away"
        ? "Heb jij hierom gevraagd? Log dan in en zet de tweede stap bij Je account weer aan."
        : "Was jij dit? Dan hoef je niets te doen.",
      "Was jij dit niet? Kies dan meteen een nieuw wachtwoord en vertel het de beheerder van je organisatie.",
      { label: "Vraag een nieuw wachtwoord aan", to: given.page },
    ],
  }),
  en: (given) => ({
    subject: "Your steps of signing in to Toetssteen changed",
    blocks: [
      `Hello ${given.name},`,
      `On ${day("en", given.changedAt)} at ${time("en", given.changedAt)} (Amsterdam time) ${en[given.change]}.`,
      given.change === "taken-away"
        ? "Did you ask for this? Then sign in and turn the second step on again under Your account."
        : "Was this you? Then there is nothing you need to do.",
      "Was it not you? Then choose a new password at once, and tell the administrator of your organisation.",
      { label: "Ask for a new password", to: given.page },
    ],
  }),
});
