import { z } from "zod";
import { invitation } from "./templates/invitation.ts";
import { mandateGiven } from "./templates/mandate-given.ts";
import { mention } from "./templates/mention.ts";
import { oversightGranted } from "./templates/oversight-granted.ts";
import { oversightReceived } from "./templates/oversight-received.ts";
import { passwordChanged } from "./templates/password-changed.ts";
import { passwordReset } from "./templates/password-reset.ts";
import { secondFactorChanged } from "./templates/second-factor-changed.ts";
import { submissionReceived } from "./templates/submission-received.ts";
import { address } from "./values.ts";

/** Every mail that we send. */
export const templates = {
  invitation,
  "password-reset": passwordReset,
  "password-changed": passwordChanged,
  "second-factor-changed": secondFactorChanged,
  mention,
  "mandate-given": mandateGiven,
  "oversight-granted": oversightGranted,
  "oversight-received": oversightReceived,
  "submission-received": submissionReceived,
} as const;
export type TemplateName = keyof typeof templates;

/** One mail to one person, with everything it says; what a job carries. */
export const mail = z.discriminatedUnion("template", [
  of("invitation"),
  of("password-reset"),
  of("password-changed"),
  of("second-factor-changed"),
  of("mention"),
  of("mandate-given"),
  of("oversight-granted"),
  of("oversight-received"),
  of("submission-received"),
]);
export type Mail = z.output<typeof mail>;

function of<Name extends TemplateName>(name: Name) {
  const { values }: { values: (typeof templates)[Name]["values"] } = templates[name];
  return z.object({ template: z.literal(name), to: address, locale: z.enum(["nl", "en"]), values });
}
