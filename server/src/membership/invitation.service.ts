import { createHash, randomBytes } from "node:crypto";
import { inviteMemberInput, type InviteMemberInput } from "@toetssteen/contract";
import { IsNull } from "typeorm";
import { v7 as uuidv7 } from "uuid";
import { logActivity } from "../activity/activity.sql.ts";
import { Refusal } from "../refusal.ts";
import { requireId, requireSame, validInput } from "../graphql/input.ts";
import { enqueue } from "../jobs/enqueue.ts";
import type { Role } from "../rights/kinds.ts";
import type { Scope } from "../tenancy/scope.ts";
import { Invitation } from "./invitation.entity.ts";
import { lockMembers, requireFittingRoles } from "./membership.service.ts";

/** How long an invitation can be accepted, in days. */
const validDays = 14;

export interface InvitationSeen {
  readonly organisationName: string;
  readonly name: string;
  readonly email: string;
  readonly roles: Role[];
  /** Whether it can still be accepted. */
  readonly open: boolean;
  /** Whether it can't because who sent it may not invite any more. */
  readonly inviterLeft: boolean;
}

/** Invitations of an organisation that can still be accepted, or could have been; accepted and withdrawn ones are history. */
export function findInvitations(scope: Scope, organisationId: string): Promise<Invitation[]> {
  return scope.entities
    .createQueryBuilder(Invitation, "i")
    .where(
      "i.organisation_id = :organisationId and i.accepted_at is null and i.withdrawn_at is null",
      { organisationId },
    )
    .orderBy("i.invited_at", "DESC")
    .getMany();
}

/**
 * Invites somebody by mail. An earlier open invitation to the same address is withdrawn; the same id invites once. What
 * comes back is the same whether or not the address is known here.
 * @throws {Refusal} INVALID_INPUT · ID_TAKEN
 */
export async function inviteMember(scope: Scope, sent: InviteMemberInput): Promise<Invitation> {
  const input = validInput(inviteMemberInput, sent);
  const { organisationId, id, email, name, roles } = input;
  await requireFittingRoles(scope, organisationId, roles);
  await lockMembers(scope, organisationId, scope.actor.personId);
  const earlier = await scope.entities.findOneBy(Invitation, { organisationId, id });
  if (earlier) {
    requireSame(
      [email, name, roles.toSorted()],
      [earlier.email, earlier.name, earlier.roles.toSorted()],
    );
    return earlier;
  }
  await scope.sql(
    "withdraw earlier invitation",
    `update toetssteen.invitation set withdrawn_at = now()
     where organisation_id = $1 and email = $2 and accepted_at is null and withdrawn_at is null`,
    [organisationId, email],
  );
  const token = randomBytes(32).toString("base64url");
  const [made] = await scope.sql<{ expires_at: Date }>(
    "invite",
    `insert into toetssteen.invitation (organisation_id, id, email, name, roles, token_hash, invited_by, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(days => $8))
     returning expires_at`,
    [organisationId, id, email, name, roles, hashOf(token), scope.actor.personId, validDays],
  );
  const { organisation, inviter } = await sender(scope, organisationId);
  const expiresAt = (made?.expires_at ?? new Date()).toISOString();
  const values = {
    name,
    organisationName: organisation,
    invitedBy: inviter,
    roles,
    page: `/uitnodiging/${token}`,
    expiresAt,
  };
  await enqueue(scope, "mail", { to: email, template: "invitation", locale: "nl", values });
  await logActivity(scope, organisationId, "member_invited", [
    { field: name, from: null, to: roles.join(", ") },
  ]);
  const invitation = await scope.entities.findOneBy(Invitation, { organisationId, id });
  if (!invitation) throw new Error("An invitation that was just made can't be read.");
  return invitation;
}

/** Withdrawing twice, or what was accepted in the meantime, changes nothing. @throws {Refusal} INVALID_INPUT · NOT_FOUND */
export async function withdrawInvitation(
  scope: Scope,
  input: { organisationId: string; id: string },
): Promise<void> {
  const { organisationId } = input;
  const key = { organisationId, id: requireId("id", input.id) };
  const invitation = await scope.entities.findOneBy(Invitation, key);
  if (!invitation) throw new Refusal("NOT_FOUND");
  const { affected } = await scope.entities.update(
    Invitation,
    { ...key, acceptedAt: IsNull(), withdrawnAt: IsNull() },
    { withdrawnAt: () => "now()" },
  );
  if (affected !== 1) return;
  await logActivity(scope, organisationId, "invitation_withdrawn", [
    { field: invitation.name, from: invitation.roles.join(", "), to: null },
  ]);
}

/** What the link in an invitation opens, for whoever has it; null for a token that never was. */
export async function findInvitation(scope: Scope, token: string): Promise<InvitationSeen | null> {
  const [row] = await scope.sql<InvitationSeen>(
    "invitation seen",
    `select organisation_name as "organisationName", name, email, roles, open, inviter_left as "inviterLeft" from tenancy.invitation_seen($1)`,
    [hashOf(token)],
  );
  return row ?? null;
}

/**
 * Makes the person who is signed in a member, when the invitation is open and was sent to their address.
 * @returns the organisation
 * @throws {Refusal} UNAUTHENTICATED · INVITATION_CLOSED
 */
export async function acceptInvitation(scope: Scope, token: string): Promise<string> {
  const [row] = await scope.sql<{ person: string | null; organisation: string | null }>(
    "accept invitation",
    "select tenancy.person() as person, tenancy.accept_invitation($1, $2) as organisation",
    [hashOf(token), uuidv7()],
  );
  if (!row?.person) throw new Refusal("UNAUTHENTICATED");
  if (!row.organisation) throw new Refusal("INVITATION_CLOSED");
  return row.organisation;
}

async function sender(
  scope: Scope,
  organisationId: string,
): Promise<{ organisation: string; inviter: string }> {
  const [row] = await scope.sql<{ organisation: string; inviter: string }>(
    "invitation sender",
    `select o.name as organisation, m.name as inviter from toetssteen.organisation o
     join toetssteen.membership m on m.organisation_id = o.id and m.person_id = $2 where o.id = $1`,
    [organisationId, scope.actor.personId],
  );
  if (!row) throw new Refusal("NOT_FOUND");
  return row;
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
