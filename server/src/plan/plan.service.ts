import { setPlanInput, type SetPlanInput } from "@toetssteen/contract";
import type { Edition } from "@toetssteen/norms";
import { logActivity, type Change } from "../activity/activity.sql.ts";
import { Refusal } from "../refusal.ts";
import { validInput } from "../graphql/input.ts";
import { requireMembers } from "../membership/membership.service.ts";
import { aboutPart, getDossierOrThrow } from "../self-evaluation/dossier.ts";
import { requireWritable } from "../self-evaluation/writing.policy.ts";
import type { Scope } from "../tenancy/scope.ts";
import { beginWork } from "../work/begin-work.sql.ts";
import { Plan } from "./plan.type.ts";

/**
 * Says who carries out a plan, and by when; what the plan is stands in its passage. A stale `baseVersion` changes
 * nothing and gives what stands; what is already so, too.
 * @throws {Refusal} INVALID_INPUT · NOT_FOUND · NOT_APPLICABLE · FORBIDDEN
 */
export async function setPlan(
  scope: Scope,
  editions: ReadonlyMap<string, Edition>,
  sent: SetPlanInput,
): Promise<{ plan: Plan } | { current: Plan }> {
  const input = validInput(setPlanInput, {
    ...sent,
    ownerId: sent.ownerId ?? null,
    dueOn: sent.dueOn ?? null,
  });
  const { organisationId, cycleId, part, ownerId, dueOn, baseVersion } = input;
  const about = aboutPart(editions, part);
  const before = await getDossierOrThrow(scope, editions, organisationId, ["work", "plans"], about);
  if (requireWritable(before, cycleId, part).kind === "question") throw new Refusal("NOT_FOUND");
  const standing = new Plan(before, part);
  if ((standing.owner?.personId ?? null) === ownerId && standing.dueOn === dueOn)
    return { plan: standing };
  const people = ownerId === null ? [] : [ownerId];
  await requireMembers(scope, organisationId, "ownerId", people, [standing.owner?.personId]);
  const rows = await scope.sql(
    "set plan",
    `insert into toetssteen.plan as l (organisation_id, cycle_id, part, owner_id, due_on, version, changed_by)
     select $1, $2, $3, $4, $5, 1, $6 where $7 = 0 or exists
       (select from toetssteen.plan p where p.organisation_id = $1 and p.cycle_id = $2 and p.part = $3)
     on conflict (organisation_id, cycle_id, part) do update
     set owner_id = excluded.owner_id, due_on = excluded.due_on, version = l.version + 1, changed_at = now(),
       changed_by = excluded.changed_by
     where l.version = $7
     returning version`,
    [organisationId, cycleId, part, ownerId, dueOn, scope.actor.personId, baseVersion],
  );
  const plan = new Plan(
    await getDossierOrThrow(scope, editions, organisationId, ["plans"], about),
    part,
  );
  if (rows.length === 0) return { current: plan };
  await beginWork(scope, organisationId, { cycleId, part });
  await logActivity(scope, organisationId, "planned", changesOf(standing, plan), { cycleId, part });
  return { plan };
}

function changesOf(before: Plan, after: Plan): Change[] {
  return [
    { field: "owner", from: before.owner?.name ?? null, to: after.owner?.name ?? null },
    { field: "dueOn", from: before.dueOn, to: after.dueOn },
  ].filter(({ from, to }) => from !== to);
}
