import {
  assignInput,
  assignPartsInput,
  setWorkStateInput,
  setWorkStatesInput,
  type AssignInput,
  type AssignPartsInput,
  type SetWorkStateInput,
  type SetWorkStatesInput,
} from "@toetssteen/contract";
import { applicableParts } from "@toetssteen/norms";
import { logActivities, type Change } from "../activity/activity.sql.ts";
import type { Context } from "../graphql/context.ts";
import { validInput } from "../graphql/input.ts";
import { requireMembers } from "../membership/membership.service.ts";
import { findSelectedDossier, partsSelected } from "../self-evaluation/selected-dossier.ts";
import { getDossierOrThrow, type WorkRow } from "../self-evaluation/dossier.ts";
import { requirePart, requireWritable } from "../self-evaluation/writing.policy.ts";
import { writeGiven, writeStates } from "./work.sql.ts";
import { Work } from "./work.type.ts";

/**
 * Gives a part to somebody, or to nobody. It never conflicts with who is typing: work state has no version.
 * @throws {Refusal} INVALID_INPUT · NOT_FOUND · NOT_APPLICABLE
 */
export async function assign(context: Context, sent: AssignInput): Promise<Work> {
  const { organisationId, cycleId, ...given } = validInput(assignInput, orNobody(sent));
  const parts = [given];
  const [work] = await assignEach(context, { organisationId, cycleId, parts }, () => "");
  if (!work) throw new Error("A part was given and isn't there.");
  return work;
}

/**
 * Gives several parts, each to whom it says: all of them, or none.
 * @throws {Refusal} as {@link assign}
 */
export function assignParts(context: Context, sent: AssignPartsInput): Promise<Work[]> {
  const input = validInput(assignPartsInput, { ...sent, parts: sent.parts.map(orNobody) });
  return assignEach(context, input, (index) => `parts.${index}.`);
}

/** What a client left out is what it takes away. */
function orNobody<Given extends { assigneeId: string | null; dueOn: string | null }>(sent: Given) {
  return { ...sent, assigneeId: sent.assigneeId ?? null, dueOn: sent.dueOn ?? null };
}

/** @param at where in the input a part stands, before the name of the field */
async function assignEach(
  { scope, editions, selects }: Context,
  { organisationId, cycleId, parts }: AssignPartsInput,
  at: (index: number) => string,
): Promise<Work[]> {
  const before = await getDossierOrThrow(scope, editions, organisationId, ["work"]);
  for (const [index, { part, assigneeId }] of parts.entries()) {
    requirePart(before, cycleId, part, `${at(index)}part`);
    const people = assigneeId === null ? [] : [assigneeId];
    const standing = [before.work.get(part)?.assignee?.personId];
    await requireMembers(scope, organisationId, `${at(index)}assigneeId`, people, standing);
  }
  await writeGiven(scope, { organisationId, cycleId }, parts);
  const after = await getDossierOrThrow(scope, editions, organisationId, partsSelected(selects));
  const works = parts.map(({ part }) => new Work(after, part));
  const deeds = works.map((work) => ({
    part: work.part,
    changes: differences(before.work.get(work.part), work),
  }));
  await logActivities(
    scope,
    { organisationId, cycleId },
    "assigned",
    deeds.filter(({ changes }) => changes.length > 0),
  );
  return works;
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
export async function setWorkState(context: Context, sent: SetWorkStateInput): Promise<Work> {
  const { organisationId, cycleId, ...one } = validInput(setWorkStateInput, sent);
  const parts = [one];
  const [work] = await setEach(context, { organisationId, cycleId, parts }, () => "part");
  if (!work) throw new Error("How far a part is was set, and it isn't there.");
  return work;
}

/**
 * Says of several parts how far each is: of all of them, or of none.
 * @throws {Refusal} as {@link setWorkState}
 */
export function setWorkStates(context: Context, sent: SetWorkStatesInput): Promise<Work[]> {
  const input = validInput(setWorkStatesInput, sent);
  return setEach(context, input, (index) => `parts.${index}.part`);
}

/** @param at the field that names a part */
async function setEach(
  { scope, editions, selects }: Context,
  { organisationId, cycleId, parts }: SetWorkStatesInput,
  at: (index: number) => string,
): Promise<Work[]> {
  const before = await getDossierOrThrow(scope, editions, organisationId, ["work"]);
  for (const [index, { part }] of parts.entries())
    requireWritable(before, cycleId, part, at(index));
  await writeStates(scope, { organisationId, cycleId }, parts);
  const deeds = parts.flatMap(({ part, state }) => {
    const from = before.work.get(part)?.state ?? "TO_DO";
    return from === state ? [] : [{ part, changes: [{ field: part, from, to: state }] }];
  });
  await logActivities(scope, { organisationId, cycleId }, "work_state_changed", deeds);
  const after = await getDossierOrThrow(scope, editions, organisationId, partsSelected(selects));
  return parts.map(({ part }) => new Work(after, part));
}

/** The parts that apply to the library, or those of one norm, in the edition's order; nothing without an open cycle. */
export async function findWork(
  context: Context,
  organisationId: string,
  norm: string | null,
): Promise<Work[]> {
  const dossier = await findSelectedDossier(context, organisationId);
  if (!dossier) return [];
  return applicableParts(dossier.edition, dossier.profile)
    .filter((part) => norm === null || part.norm.code === norm)
    .map((part) => new Work(dossier, part.code));
}

/** The parts that are assigned to the person who asks. */
export async function findMyWork(context: Context, organisationId: string): Promise<Work[]> {
  const all = await findWork(context, organisationId, null);
  return all.filter(({ assignee }) => assignee?.personId === context.scope.actor.personId);
}
