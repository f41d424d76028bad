import { changeProfileInput, type ChangeProfileInput } from "@toetssteen/contract";
import { logActivity, type Change } from "../activity/activity.sql.ts";
import { Refusal } from "../refusal.ts";
import { validInput } from "../graphql/input.ts";
import type { Scope } from "../tenancy/scope.ts";
import { LibraryProfile } from "./library-profile.entity.ts";

export function findProfile(scope: Scope, organisationId: string): Promise<LibraryProfile | null> {
  return scope.entities.findOneBy(LibraryProfile, { organisationId });
}

/**
 * Changes what decides which indicators apply. Answers to those that stop applying stay where they are, out of sight,
 * and come back as they were. A stale `baseVersion` changes nothing and gives what stands; what is already so, too.
 * @throws {Refusal} INVALID_INPUT · NOT_FOUND
 */
export async function changeProfile(
  scope: Scope,
  sent: ChangeProfileInput,
): Promise<{ profile: LibraryProfile } | { current: LibraryProfile }> {
  const { organisationId, baseVersion, ...wanted } = validInput(changeProfileInput, sent);
  const before = await findProfile(scope, organisationId);
  if (!before) throw new Refusal("NOT_FOUND");
  const changes = differences(before, wanted);
  if (changes.length === 0) return { profile: before };
  const { affected } = await scope.entities.update(
    LibraryProfile,
    { organisationId, version: baseVersion },
    { ...wanted, version: baseVersion + 1 },
  );
  const current = await findProfile(scope, organisationId);
  if (!current) throw new Refusal("NOT_FOUND");
  if (affected !== 1) return { current };
  await logActivity(scope, organisationId, "profile_changed", changes);
  return { profile: current };
}

function differences(
  before: LibraryProfile,
  wanted: Omit<ChangeProfileInput, "organisationId" | "baseVersion">,
): Change[] {
  const fields = ["vobMember", "runsIdo", "locations"] as const;
  return fields
    .filter((field) => before[field] !== wanted[field])
    .map((field) => ({ field, from: String(before[field]), to: String(wanted[field]) }));
}
