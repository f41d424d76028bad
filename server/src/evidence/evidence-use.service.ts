import { writeEvidenceUseInput, type WriteEvidenceUseInput } from "@toetssteen/contract";
import type { Edition, Part } from "@toetssteen/norms";
import { logActivity } from "../activity/activity.sql.ts";
import { notFound, Refusal } from "../refusal.ts";
import { requireId, validInput } from "../graphql/input.ts";
import { getDossierOrThrow } from "../self-evaluation/dossier.ts";
import { requireWritable } from "../self-evaluation/writing.policy.ts";
import type { Scope } from "../tenancy/scope.ts";
import { findUse, findUseAt, writeUse, type FoundUse } from "./evidence-use.sql.ts";
import { EvidenceUse } from "./evidence.type.ts";
import { findEvidenceRow } from "./evidence.sql.ts";

/**
 * Puts an item beside a part, or changes which example it is and which page of it is meant. A stale `baseVersion`, or a
 * use that was removed, changes nothing; adding the same use twice adds it once.
 * @throws {Refusal} INVALID_INPUT · NOT_FOUND · NOT_APPLICABLE · FORBIDDEN (a colleague to whom the part isn't assigned)
 */
export async function writeEvidenceUse(
  scope: Scope,
  editions: ReadonlyMap<string, Edition>,
  sent: WriteEvidenceUseInput,
): Promise<{ use: EvidenceUse } | { current: EvidenceUse | null }> {
  const input = validInput(writeEvidenceUseInput, { ...sent, slot: sent.slot ?? null });
  const { organisationId, id, cycleId, part, slot, page, baseVersion } = input;
  const dossier = await getDossierOrThrow(scope, editions, organisationId, ["work"]);
  requireSlot(requireWritable(dossier, cycleId, part), slot);
  const item = await findEvidenceRow(scope, organisationId, input.evidenceId);
  if (!item || item.removedAt !== null)
    throw notFound("evidenceId", "Een bewijsstuk van jullie bibliotheek.");
  const written = await writeUse(scope, input);
  const there = written ? null : await findUseAt(scope, input, id);
  if (there && baseVersion > 0)
    throw new Refusal("INVALID_INPUT", [
      { path: "page", message: "Dit bewijsstuk staat hier al met deze plek." },
    ]);
  // Sent twice, perhaps from two places, is once.
  if (there) return { use: new EvidenceUse(there.use, there.item, dossier.reading) };
  const found = await getOrThrow(scope, organisationId, id);
  const { use } = found;
  const shown = new EvidenceUse(use, found.item, dossier.reading);
  if (written) {
    if (baseVersion === 0)
      await logActivity(scope, organisationId, "evidence_used", titled(item.title), {
        cycleId,
        part,
      });
    return { use: shown };
  }
  const same =
    found.item.id === input.evidenceId &&
    use.cycleId === cycleId &&
    use.part === part &&
    use.slot === slot &&
    use.page === page;
  if (same && !found.removed && use.version === baseVersion + 1) return { use: shown };
  return { current: found.removed ? null : shown };
}

/** Takes an item away from a part, or puts it back. Doing it twice is doing it once. @throws {Refusal} as {@link writeEvidenceUse} */
export async function setEvidenceUseRemoved(
  scope: Scope,
  editions: ReadonlyMap<string, Edition>,
  input: { organisationId: string; id: string; removed: boolean },
): Promise<EvidenceUse> {
  const { organisationId, removed } = input;
  const id = requireId("id", input.id);
  const { use, item } = await getOrThrow(scope, organisationId, id);
  const dossier = await getDossierOrThrow(scope, editions, organisationId, ["work"]);
  const { cycleId, part } = use;
  requireWritable(dossier, cycleId, part);
  const place = { ...use, organisationId, evidenceId: item.id };
  const there = removed ? null : await findUseAt(scope, place, id);
  if (there) return new EvidenceUse(there.use, there.item, dossier.reading);
  const changed = await scope.sql(
    "remove evidence use",
    `update toetssteen.evidence_use set removed_at = case when $3 then now() end
     where organisation_id = $1 and id = $2 and (removed_at is not null) <> $3 returning id`,
    [organisationId, id, removed],
  );
  if (changed.length > 0) {
    const what = removed ? "evidence_use_removed" : "evidence_used";
    await logActivity(scope, organisationId, what, titled(item.title), { cycleId, part });
  }
  return new EvidenceUse(use, item, dossier.reading);
}

/** @throws {Refusal} NOT_FOUND */
export function requireSlot(part: Part, slot: string | null, path = "slot"): void {
  if (slot === null) return;
  const slots = part.kind === "question" ? part.question.slots : [];
  if (!slots.some(({ code }) => code === slot))
    throw notFound(path, "De code van een voorbeelddocument bij deze vraag.");
}

const titled = (title: string) => [{ field: "title", from: null, to: title }];

async function getOrThrow(scope: Scope, organisationId: string, id: string): Promise<FoundUse> {
  const found = await findUse(scope, organisationId, id);
  if (!found) throw new Refusal("NOT_FOUND");
  return found;
}
