import type { DataSource } from "typeorm";
import { LibraryProfile } from "../library-profile/library-profile.entity.ts";
import { Invitation } from "../membership/invitation.entity.ts";
import { Membership } from "../membership/membership.entity.ts";
import { OversightRow } from "../oversight/oversight.entity.ts";
import { openSource } from "../persistence/source.ts";

/** The pool of the application role, with every entity; see {@link openSource}. */
export function createSource(
  databaseUrl: string,
  poolSize: number,
  longestSilence?: number,
): DataSource {
  const entities = [Invitation, LibraryProfile, Membership, OversightRow];
  return openSource(databaseUrl, poolSize, entities, longestSilence);
}
