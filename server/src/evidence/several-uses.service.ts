import {
  addEvidenceUsesInput,
  removeSeveralInput,
  type AddEvidenceUsesInput,
  type RemoveSeveralInput,
} from "@toetssteen/contract";
import { logActivity } from "../activity/activity.sql.ts";
import type { Context } from "../graphql/context.ts";
import { validInput } from "../graphql/input.ts";
import { getDossierOrThrow, type Dossier } from "../self-evaluation/dossier.ts";
import { mayWrite, requirePart } from "../self-evaluation/writing.policy.ts";
import type { FoundUse } from "./evidence-use.sql.ts";
import { requireSlot } from "./evidence-use.service.ts";
import { EvidenceUse } from "./evidence.type.ts";
import { getEachOrThrow, requireAll, titleChange } from "./several.service.ts";
import { addUses, findUses, lockItems, setUsesRemoved } from "./several.sql.ts";

/**
 * Puts items beside parts, all or none. What stands in one of these places already stays there; doing it twice is doing
 * it once.
 * @throws {Refusal} INVALID_INPUT · NOT_APPLICABLE · NOT_FOUND, FORBIDDEN (a colleague to whom a part isn't assigned) and
 *   ID_TAKEN, which name each that stands in the way
 */
export async function addEvidenceUses(
  { scope, editions }: Context,
  sent: AddEvidenceUsesInput,
): Promise<EvidenceUse[]> {
  const { organisationId, cycleId, uses } = validInput(addEvidenceUsesInput, {
    ...sent,
    uses: sent.uses.map((use) => ({ ...use, slot: use.slot ?? null })),
  });
  const dossier = await getDossierOrThrow(scope, editions, organisationId, ["work"]);
  for (const [n, { part, slot }] of uses.entries())
    requireSlot(requirePart(dossier, cycleId, part, `uses.${n}.part`), slot, `uses.${n}.slot`);
  requireWritableParts(dossier, uses, (n) => `uses.${n}.part`);
  const items = await lockItems(scope, organisationId, [
    ...new Set(uses.map(({ evidenceId }) => evidenceId)),
  ]);
  requireAll(
    uses,
    (n) => `uses.${n}.evidenceId`,
    ({ evidenceId }) => items.get(evidenceId)?.removedAt === null,
    "NOT_FOUND",
    "Een bewijsstuk van jullie bibliotheek.",
  );
  const standing = await addUses(scope, organisationId, cycleId, uses);
  requireAll(
    standing,
    (n) => `uses.${n}.id`,
    ({ id }) => id !== null,
    "ID_TAKEN",
    "Een nieuw id.",
  );
  const added = uses.filter((_, n) => standing[n]?.isNew);
  for (const [part, ofPart] of Map.groupBy(added, (use) => use.part))
    await logActivity(
      scope,
      organisationId,
      "evidence_used",
      ofPart.map(({ evidenceId }) => titleChange(items.get(evidenceId)?.title ?? "", false)),
      { cycleId, part },
    );
  const ids = [...new Set(standing.flatMap(({ id }) => (id === null ? [] : [id])))];
  return shown(dossier, ids, await findUses(scope, organisationId, ids));
}

/**
 * Takes items away from the parts that they stand beside, or puts them back: all or none. Doing it twice is doing it once.
 * @throws {Refusal} as {@link addEvidenceUses}
 */
export async function removeEvidenceUses(
  { scope, editions }: Context,
  sent: RemoveSeveralInput,
): Promise<EvidenceUse[]> {
  const { organisationId, ids, removed } = validInput(removeSeveralInput, sent);
  const found = await findUses(scope, organisationId, ids);
  const path = (n: number) => `ids.${n}`;
  const places = getEachOrThrow(
    found,
    ids,
    path,
    "Een koppeling van een bewijsstuk van jullie bibliotheek.",
  );
  const uses = places.map(({ use }) => use);
  const dossier = await getDossierOrThrow(scope, editions, organisationId, ["work"]);
  for (const { cycleId, part } of uses) requirePart(dossier, cycleId, part);
  requireWritableParts(dossier, uses, path);
  const changed = await setUsesRemoved(scope, organisationId, ids, removed);
  const moved = places.filter(({ use }) => changed.has(use.id));
  for (const [part, ofPart] of Map.groupBy(moved, ({ use }) => use.part))
    await logActivity(
      scope,
      organisationId,
      removed ? "evidence_use_removed" : "evidence_used",
      // As where one is taken away: the title stands as what it is now.
      ofPart.map(({ item }) => titleChange(item.title, false)),
      { cycleId: dossier.cycle.id, part },
    );
  return shown(dossier, ids, found);
}

function requireWritableParts(
  dossier: Dossier,
  places: readonly { readonly part: string }[],
  path: (place: number) => string,
): void {
  const writable = new Map(
    [...new Set(places.map(({ part }) => part))].map((part) => [part, mayWrite(dossier, part)]),
  );
  requireAll(
    places,
    path,
    ({ part }) => writable.get(part) === true,
    "FORBIDDEN",
    "Een onderdeel waar je mag schrijven.",
  );
}

function shown(
  dossier: Dossier,
  ids: readonly string[],
  found: ReadonlyMap<string, FoundUse>,
): EvidenceUse[] {
  return ids.flatMap((id) => {
    const there = found.get(id);
    return there ? [new EvidenceUse(there.use, there.item, dossier.reading)] : [];
  });
}
