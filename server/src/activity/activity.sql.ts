import { v7 as uuidv7 } from "uuid";
import type { Scope } from "../tenancy/scope.ts";

/** What can stand in a library's history, besides answers, which write their own. */
export type ActivityKind =
  | "assigned"
  | "work_state_changed"
  | "commented"
  | "planned"
  | "discussed"
  | "profile_changed"
  | "member_invited"
  | "invitation_withdrawn"
  | "roles_changed"
  | "membership_ended"
  | "membership_restored"
  | "oversight_granted"
  | "oversight_withdrawn"
  | "norm_submitted"
  | "evidence_added"
  | "evidence_changed"
  | "evidence_removed"
  | "evidence_restored"
  | "evidence_used"
  | "evidence_use_removed"
  | "file_uploaded"
  | "file_removed"
  | "file_restored";

/** One value that changed; null where there was or is none. */
export interface Change {
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** The same deed at several parts, a line for each. */
export async function logActivities(
  scope: Scope,
  { organisationId, cycleId }: { readonly organisationId: string; readonly cycleId: string },
  what: ActivityKind,
  deeds: readonly { readonly part: string; readonly changes: readonly Change[] }[],
): Promise<void> {
  for (const { part, changes } of deeds)
    await logActivity(scope, organisationId, what, changes, { cycleId, part });
}

/** Writes into the organisation's history that the person who asks did this, in the same transaction as the deed. */
export async function logActivity(
  scope: Scope,
  organisationId: string,
  what: ActivityKind,
  changes: readonly Change[] = [],
  place: { readonly cycleId: string; readonly part: string } | null = null,
): Promise<void> {
  await scope.sql(
    "log activity",
    `insert into toetssteen.activity (organisation_id, id, at, person_id, what, changes, cycle_id, part)
     values ($1, $2, now(), $3, $4, $5::jsonb, $6, $7)`,
    [
      organisationId,
      uuidv7(),
      scope.actor.personId,
      what,
      JSON.stringify(changes),
      place?.cycleId ?? null,
      place?.part ?? null,
    ],
  );
}
