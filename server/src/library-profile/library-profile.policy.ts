import { holdsAction } from "../graphql/access.ts";
import type { Asker } from "../tenancy/scope.ts";

export function mayChangeProfile(asker: Asker, organisationId: string): boolean {
  return holdsAction(asker, organisationId, "profile.write");
}
