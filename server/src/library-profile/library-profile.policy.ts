import { holdsAction } from "../rights/permissions.ts";
import type { Actor } from "../rights/permissions.ts";

export function mayChangeProfile(actor: Actor, organisationId: string): boolean {
  return holdsAction(actor, organisationId, "profile.write");
}
