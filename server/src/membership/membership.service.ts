import { changeRolesInput, type ChangeRolesInput } from "@toetssteen/contract";
import { In } from "typeorm";
import { logActivity } from "../activity/activity.sql.ts";
import { Refusal } from "../refusal.ts";
import { requireId, validInput } from "../graphql/input.ts";
import type { Role } from "../rights/kinds.ts";
import type { Scope } from "../tenancy/scope.ts";
import { Membership } from "./membership.entity.ts";
import { fittingRoles, type OrganisationKinds } from "./membership.policy.ts";

/** Everybody who belongs or belonged here; those who left come last. */
export function findMemberships(scope: Scope, organisationId: string): Promise<Membership[]> {
  return scope.entities.find(Membership, {
    where: { organisationId },
    order: { endedAt: { direction: "DESC", nulls: "FIRST" }, name: "ASC", personId: "ASC" },
  });
}

/**
 * For a reference to people: who stands there already may stay, also after leaving; who is new belongs here now.
 * @throws {Refusal} INVALID_INPUT, which names who left
 */
export async function requireMembers(
  scope: Scope,
  organisationId: string,
  path: string,
  people: readonly string[],
  standing: readonly (string | null | undefined)[] = [],
): Promise<void> {
  const added = people.filter((personId) => !standing.includes(personId));
  if (added.length === 0) return;
  const known = await scope.entities.findBy(Membership, { organisationId, personId: In(added) });
  const present = known.filter(({ endedAt }) => endedAt === null);
  if (added.every((one) => present.some(({ personId }) => personId === one))) return;
  const left = known.filter(({ endedAt }) => endedAt !== null);
  throw new Refusal(
    "INVALID_INPUT",
    left.length === 0
      ? [{ path, message: "Iemand van jullie organisatie." }]
      : left.map(({ name }) => ({
          path,
          message: `${name} hoort niet meer bij jullie.`,
          left: name,
        })),
  );
}

/**
 * Gives a member other roles. A stale `baseVersion` changes nothing and gives what stands; sent once more, because
 * the answer was lost, it is the change that was made.
 * @throws {Refusal} INVALID_INPUT · NOT_FOUND · LAST_ADMINISTRATOR
 */
export async function changeRoles(
  scope: Scope,
  sent: ChangeRolesInput,
): Promise<{ membership: Membership } | { current: Membership }> {
  const { organisationId, personId, roles, baseVersion } = validInput(changeRolesInput, sent);
  await requireFittingRoles(scope, organisationId, roles);
  await lockMembers(scope, organisationId, personId);
  const before = await getMemberOrThrow(scope, organisationId, personId);
  if (before.endedAt !== null) throw new Refusal("NOT_FOUND");
  if (before.version !== baseVersion) {
    const isRepeated = before.version === baseVersion + 1 && sameRoles(before.roles, roles);
    return isRepeated ? { membership: before } : { current: before };
  }
  if (!roles.includes("administrator"))
    await requireAnotherAdministrator(scope, organisationId, personId);
  // First, as whoever changes their own roles may not write it down afterwards.
  await logActivity(scope, organisationId, "roles_changed", [
    { field: before.name, from: before.roles.join(", "), to: roles.join(", ") },
  ]);
  await scope.entities.update(
    Membership,
    { organisationId, personId },
    { roles, version: baseVersion + 1 },
  );
  return { membership: await getMemberOrThrow(scope, organisationId, personId) };
}

/**
 * Ends a membership with the person's next request; their sessions end when they belong nowhere any more. Ending twice
 * is ending once.
 * @throws {Refusal} INVALID_INPUT · NOT_FOUND · LAST_ADMINISTRATOR
 */
export async function endMembership(
  scope: Scope,
  input: { organisationId: string; personId: string },
): Promise<void> {
  const { organisationId } = input;
  const personId = requireId("personId", input.personId);
  await lockMembers(scope, organisationId, personId);
  const before = await getMemberOrThrow(scope, organisationId, personId);
  if (before.endedAt !== null) return;
  await requireAnotherAdministrator(scope, organisationId, before.personId);
  await logActivity(scope, organisationId, "membership_ended", [
    { field: before.name, from: before.roles.join(", "), to: null },
  ]);
  await setEnded(scope, before, true);
  await scope.sql("end sessions", "select tenancy.end_sessions($1)", [before.personId]);
}

/** Takes ending a membership back, with the roles it had. @throws {Refusal} INVALID_INPUT · NOT_FOUND */
export async function restoreMembership(
  scope: Scope,
  input: { organisationId: string; personId: string },
): Promise<void> {
  const { organisationId } = input;
  const personId = requireId("personId", input.personId);
  await lockMembers(scope, organisationId, personId);
  const before = await getMemberOrThrow(scope, organisationId, personId);
  if (before.endedAt === null) return;
  await setEnded(scope, before, false);
  await logActivity(scope, organisationId, "membership_restored", [
    { field: before.name, from: null, to: before.roles.join(", ") },
  ]);
}

/** @throws {Refusal} INVALID_INPUT for a role that means nothing at this organisation */
export async function requireFittingRoles(
  scope: Scope,
  organisationId: string,
  roles: readonly Role[],
): Promise<void> {
  const fitting = fittingRoles(await getKinds(scope, organisationId));
  const wrong = roles.filter((role) => !fitting.includes(role));
  if (wrong.length > 0) {
    throw new Refusal("INVALID_INPUT", [
      { path: "roles", message: `Hier passen: ${fitting.join(", ")}.` },
    ]);
  }
}

export async function getKinds(scope: Scope, organisationId: string): Promise<OrganisationKinds> {
  const [row] = await scope.sql<OrganisationKinds>(
    "organisation kinds",
    `select exists (select from toetssteen.library_profile p where p.organisation_id = $1) as library,
       exists (select from toetssteen.appointment a where a.organisation_id = $1 and a.appointed_as = 'support_organisation') as "supportOrganisation",
       exists (select from toetssteen.appointment a where a.organisation_id = $1 and a.appointed_as = 'certification_body') as "certificationBody"`,
    [organisationId],
  );
  return row ?? { library: false, supportOrganisation: false, certificationBody: false };
}

function sameRoles(one: readonly Role[], other: readonly Role[]): boolean {
  return one.length === other.length && one.every((role) => other.includes(role));
}

async function getMemberOrThrow(
  scope: Scope,
  organisationId: string,
  personId: string,
): Promise<Membership> {
  const member = await scope.entities.findOneBy(Membership, { organisationId, personId });
  if (!member) throw new Refusal("NOT_FOUND");
  return member;
}

function setEnded(scope: Scope, { organisationId, personId, version }: Membership, ended: boolean) {
  return scope.entities.update(
    Membership,
    { organisationId, personId },
    { endedAt: ended ? () => "now()" : null, version: version + 1 },
  );
}

/**
 * Of those who change the same membership or put each other out at the same moment, one goes first; the next reads
 * what that one left. Call it before reading what is decided on.
 */
export async function lockMembers(
  scope: Scope,
  organisationId: string,
  personId: string | null,
): Promise<void> {
  await scope.sql(
    "lock members",
    `select from toetssteen.membership m
     where m.organisation_id = $1
       and (m.person_id = $2 or (m.ended_at is null and 'administrator' = any (m.roles)))
     order by m.person_id for update`,
    [organisationId, personId],
  );
}

/** After `lockMembers`. @throws {Refusal} LAST_ADMINISTRATOR */
async function requireAnotherAdministrator(
  scope: Scope,
  organisationId: string,
  personId: string,
): Promise<void> {
  const administrators = await scope.sql<{ person_id: string }>(
    "administrators",
    `select m.person_id from toetssteen.membership m
     where m.organisation_id = $1 and m.ended_at is null and 'administrator' = any (m.roles)`,
    [organisationId],
  );
  if (administrators.length > 0 && administrators.every((one) => one.person_id === personId))
    throw new Refusal("LAST_ADMINISTRATOR");
}
