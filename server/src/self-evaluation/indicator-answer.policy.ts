import type { Asker } from "../tenancy/scope.ts";

/** Administrators and coordinators answer everything of their library; a colleague what is assigned to them. */
export function mayAnswer(asker: Asker, organisationId: string, assigneeId: string | null): boolean {
  const rights = asker.standing.get(organisationId);
  if (!rights) return false;
  if (rights.has("administrator") || rights.has("quality_coordinator")) return true;
  return rights.has("colleague") && asker.personId !== null && assigneeId === asker.personId;
}
