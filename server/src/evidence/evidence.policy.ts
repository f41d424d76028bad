import { holdsAction } from "../rights/permissions.ts";
import { Refusal } from "../refusal.ts";
import type { Actor } from "../rights/permissions.ts";
import type { EvidenceRow } from "./evidence.sql.ts";

/** Administrators and coordinators change every item; a colleague what they added themselves. */
export function mayEdit(
  actor: Actor,
  organisationId: string,
  item: Pick<EvidenceRow, "addedBy">,
): boolean {
  if (!holdsAction(actor, organisationId, "evidence.write")) return false;
  const rights = actor.rights.get(organisationId);
  if (rights?.has("administrator") || rights?.has("quality_coordinator")) return true;
  return item.addedBy.personId === actor.personId;
}

/** @throws {Refusal} FORBIDDEN */
export function requireEditable(
  actor: Actor,
  organisationId: string,
  item: Pick<EvidenceRow, "addedBy">,
): void {
  if (!mayEdit(actor, organisationId, item)) throw new Refusal("FORBIDDEN");
}
