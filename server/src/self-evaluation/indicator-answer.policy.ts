import { holdsAction } from "../graphql/access.ts";
import type { Asker } from "../tenancy/scope.ts";

/** Administrators and coordinators answer everything of their library; a colleague what is assigned to them. */
export function mayAnswer(
  asker: Asker,
  organisationId: string,
  assigneeId: string | null,
): boolean {
  if (!holdsAction(asker, organisationId, "answer.write")) return false;
  const rights = asker.standing.get(organisationId);
  const everything = rights?.has("administrator") || rights?.has("quality_coordinator");
  return everything || (asker.personId !== null && assigneeId === asker.personId);
}
