import {
  assignInput,
  setWorkStateInput,
  type AssignInput,
  type SetWorkStateInput,
} from "@toetssteen/contract";
import { applicableParts } from "@toetssteen/norms";
import { note, type Change } from "../activity/activity.sql.ts";
import type { Context } from "../graphql/context.ts";
import { validInput } from "../graphql/input.ts";
import { requireMembers } from "../membership/membership.service.ts";
import { findAskedDossier, partsAskedFor } from "../self-evaluation/asked-dossier.ts";
import { getDossierOrThrow, type WorkRow } from "../self-evaluation/dossier.ts";
import { requirePart, requireWritable } from "../self-evaluation/writing.policy.ts";
import { Work } from "./work.type.ts";

/**
 * Gives a part to somebody, or to nobody. It never conflicts with who is typing: work state has no version.
 * @throws {Refusal} INVALID_INPUT · NOT_FOUND · NOT_APPLICABLE
 */
export async function assign({ scope, editions, asks }: Context, sent: AssignInput): Promise<Work> {
  const { organisationId, cycleId, part, assigneeId, dueOn } = validInput(assignInput, {
    ...sent,
    assigneeId: sent.assigneeId ?? null,
    dueOn: sent.dueOn ?? null,
  });
  const before = await getDossierOrThrow(scope, editions, organisationId, ["work"]);
  requirePart(before, cycleId, part);
  const people = assigneeId === null ? [] : [assigneeId];
  const standing = [before.work.get(part)?.assignee?.personId];
  await requireMembers(scope, organisationId, "assigneeId", people, standing);
  await scope.sql(
    "assign",
    `insert into toetssteen.progress (organisation_id, cycle_id, part, state, assignee_id, touched_at, touched_by, due_on)
     values ($1, $2, $3, 'TO_DO', $4, now(), $5, $6)
     on conflict (organisation_id, cycle_id, part) do update
     set assignee_id = excluded.assignee_id, due_on = excluded.due_on`,
    [organisationId, cycleId, part, assigneeId, scope.asker.personId, dueOn],
  );
  const work = new Work(
    await getDossierOrThrow(scope, editions, organisationId, partsAskedFor(asks)),
    part,
  );
  const changes = differences(before.work.get(part), work);
  if (changes.length > 0) await note(scope, organisationId, "assigned", changes, { cycleId, part });
  return work;
}

/** What assigning changed, the person first; nothing where it was so already. */
function differences(before: WorkRow | undefined, { assignee, dueOn }: Work): Change[] {
  const changes: Change[] = [];
  if (before?.assignee?.personId !== assignee?.personId)
    changes.push({
      field: "assignee",
      from: before?.assignee?.name ?? null,
      to: assignee?.name ?? null,
    });
  const from = before?.dueOn ?? null;
  if (from !== dueOn) changes.push({ field: "dueOn", from, to: dueOn });
  return changes;
}

/**
 * Says how far a part is. The last one to say it is right.
 * @throws {Refusal} INVALID_INPUT · NOT_FOUND · NOT_APPLICABLE · FORBIDDEN (a colleague to whom it isn't assigned)
 */
export async function setWorkState(
  { scope, editions, asks }: Context,
  sent: SetWorkStateInput,
): Promise<Work> {
  const { organisationId, cycleId, part, state } = validInput(setWorkStateInput, sent);
  const before = await getDossierOrThrow(scope, editions, organisationId, ["work"]);
  requireWritable(before, cycleId, part);
  await scope.sql(
    "set work state",
    `insert into toetssteen.progress (organisation_id, cycle_id, part, state, touched_at, touched_by)
     values ($1, $2, $3, $4, now(), $5)
     on conflict (organisation_id, cycle_id, part) do update
     set state = excluded.state, touched_at = excluded.touched_at, touched_by = excluded.touched_by`,
    [organisationId, cycleId, part, state, scope.asker.personId],
  );
  const from = before.work.get(part)?.state ?? "TO_DO";
  if (from !== state) {
    await note(scope, organisationId, "work_state_changed", [{ field: part, from, to: state }], {
      cycleId,
      part,
    });
  }
  return new Work(
    await getDossierOrThrow(scope, editions, organisationId, partsAskedFor(asks)),
    part,
  );
}

/** The parts that apply to the library, or those of one norm, in the edition's order; nothing without an open cycle. */
export async function findWork(
  context: Context,
  organisationId: string,
  norm: string | null,
): Promise<Work[]> {
  const dossier = await findAskedDossier(context, organisationId);
  if (!dossier) return [];
  return applicableParts(dossier.edition, dossier.profile)
    .filter((part) => norm === null || part.norm.code === norm)
    .map((part) => new Work(dossier, part.code));
}

/** The parts that are assigned to the person who asks. */
export async function findMyWork(context: Context, organisationId: string): Promise<Work[]> {
  const all = await findWork(context, organisationId, null);
  return all.filter(({ assignee }) => assignee?.personId === context.scope.asker.personId);
}
