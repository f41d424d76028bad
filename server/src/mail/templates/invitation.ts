import { z } from "zod";
import { roles } from "../../rights/kinds.ts";
import { day } from "../dates.ts";
import { roleList } from "../role-labels.ts";
import { template } from "../template.ts";
import { line, moment, page } from "../values.ts";

const values = z.object({
  name: line,
  organisationName: line,
  invitedBy: line,
  roles: z.array(z.enum(roles)).min(1),
  /** The page that accepts it, with its token. */
  page,
  expiresAt: moment,
});

/** To somebody who may join an organisation. */
export const invitation = template(values, {
  nl: (given) => ({
    subject: `Doe mee met ${given.organisationName} in Toetssteen`,
    blocks: [
      `Hallo ${given.name},`,
      `${given.invitedBy} nodigt je uit om in Toetssteen mee te werken voor ${given.organisationName}. Je rol daar: ${roleList("nl", given.roles)}.`,
      "In Toetssteen houden bibliotheken hun zelfevaluatie bij: de vragen van de norm, hun antwoorden en de documenten die daarbij horen.",
      { label: "Neem de uitnodiging aan", to: given.page },
      `Dat kan tot en met ${day("nl", given.expiresAt)}. De uitnodiging is alleen voor jou: stuur deze mail niet door.`,
      `Zegt dit je niets? Dan hoef je niets te doen. Twijfel je, vraag het dan aan ${given.invitedBy}.`,
    ],
  }),
  en: (given) => ({
    subject: `Join ${given.organisationName} in Toetssteen`,
    blocks: [
      `Hello ${given.name},`,
      `${given.invitedBy} invites you to work with ${given.organisationName} in Toetssteen. Your role there: ${roleList("en", given.roles)}.`,
      "Toetssteen is where libraries keep their self-evaluation: the questions of the norm, their answers and the documents that go with them.",
      { label: "Accept the invitation", to: given.page },
      `You can do so until the end of ${day("en", given.expiresAt)}. The invitation is for you alone: please don't forward this mail.`,
      `Does this mean nothing to you? Then there is nothing you need to do. If in doubt, ask ${given.invitedBy}.`,
    ],
  }),
});
