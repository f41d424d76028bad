import * as z from "zod/mini";
import { id } from "./id.ts";
import { oneLine } from "./text-input.ts";

/** Roles that a person can have at an organisation. */
export const roles = [
  "administrator",
  "quality_coordinator",
  "colleague",
  "director",
  "reader",
  "adviser",
  "office",
  "auditor",
] as const;
export type Role = (typeof roles)[number];

const chosenRoles = z.array(z.enum(roles)).check(
  z.minLength(1, "Kies minstens één rol."),
  z.maxLength(roles.length),
  z.refine((chosen) => new Set(chosen).size === chosen.length, "Noem elke rol één keer."),
);

/** It stands in a mail to somebody who never asked for it, so it holds nothing but a name. */
const looksLikeName = /^\p{L}[\p{L}\p{M} .'’‑()-]*$/u;
/** "voorbeeld.nl", also inside "J.voorbeeld.nl"; initials ("J.P. Jansen") have one letter before their point. */
const namesAddress = /\p{L}{2,}\.\p{L}{2,}|\bwww\b/iu;

const personName = oneLine(
  80,
  "Vul een naam in.",
  z.regex(looksLikeName, "Een naam: letters, spaties, punten, streepjes en apostrofs."),
  z.refine((text) => !namesAddress.test(text), "Een naam, zonder webadres."),
);

/** What `inviteMember` takes. */
export const inviteMemberInput = z.object({
  organisationId: id,
  id,
  email: z.pipe(
    z.pipe(
      z.string().check(z.maxLength(254, "Hooguit 254 tekens.")),
      z.transform((text) => text.trim().toLowerCase()),
    ),
    z.email("Een e-mailadres zoals naam@bibliotheek.nl."),
  ),
  name: personName,
  roles: chosenRoles,
});
export type InviteMemberInput = z.infer<typeof inviteMemberInput>;

/** What `changeName` takes. */
export const changeNameInput = z.object({ name: personName });
export type ChangeNameInput = z.infer<typeof changeNameInput>;

/** What `changeRoles` takes. */
export const changeRolesInput = z.object({
  organisationId: id,
  personId: id,
  roles: chosenRoles,
  baseVersion: z.int().check(z.minimum(1)),
});
export type ChangeRolesInput = z.infer<typeof changeRolesInput>;
