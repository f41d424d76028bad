import {
  passageFields,
  writePassageInput,
  type PassageField,
  type WritePassageInput,
} from "@toetssteen/contract";
import type { Edition } from "@toetssteen/norms";
import { Refusal } from "../refusal.ts";
import { validInput } from "../graphql/input.ts";
import { aboutPart, getDossierOrThrow, type Dossier } from "../self-evaluation/dossier.ts";
import { writeVersioned, type VersionedTable } from "../self-evaluation/versioned.sql.ts";
import { mayWrite, requireWritable } from "../self-evaluation/writing.policy.ts";
import type { Scope } from "../tenancy/scope.ts";
import { Passage } from "./passage.type.ts";

const passages: VersionedTable = {
  table: "passage",
  history: "passage_history",
  place: ["part", "field"],
  content: ["body"],
};

/**
 * Writes in one box of the self-evaluation, unless somebody wrote since `baseVersion`: then nothing is written and what
 * stands comes back. The same words sent twice are written once.
 * @throws {Refusal} INVALID_INPUT (also for a box that the part has not) · NOT_FOUND · NOT_APPLICABLE · FORBIDDEN
 */
export async function writePassage(
  scope: Scope,
  editions: ReadonlyMap<string, Edition>,
  sent: WritePassageInput,
): Promise<{ passage: Passage } | { current: Passage }> {
  const input = validInput(writePassageInput, { ...sent, part: sent.part ?? null });
  const { organisationId, cycleId, part, field, baseVersion, body, restoring } = input;
  const about = aboutPart(editions, part);
  requireField(
    await getDossierOrThrow(scope, editions, organisationId, ["work"], about),
    cycleId,
    part,
    field,
  );
  const written = await writeVersioned(scope, passages, {
    organisationId,
    cycleId,
    part,
    baseVersion,
    place: [part ?? "", field],
    content: [body],
    restoring,
  });
  const wanted = ["passages", "work"] as const;
  const now = await getDossierOrThrow(scope, editions, organisationId, wanted, about);
  const passage = new Passage(now, part, field);
  const repeated =
    passage.version === baseVersion + 1 &&
    passage.body === body &&
    passage.changedBy?.personId === scope.actor.personId;
  return written || repeated ? { passage } : { current: passage };
}

function requireField(
  dossier: Dossier,
  cycleId: string,
  part: string | null,
  field: PassageField,
): void {
  const boxes: readonly string[] =
    passageFields[part === null ? "cycle" : requireWritable(dossier, cycleId, part).kind];
  if (part === null) {
    if (dossier.cycle.id !== cycleId) throw new Refusal("NOT_FOUND");
    if (!mayWrite(dossier, null)) throw new Refusal("FORBIDDEN");
  }
  if (!boxes.includes(field))
    throw new Refusal("INVALID_INPUT", [
      { path: "field", message: `Hier passen: ${boxes.join(", ")}.` },
    ]);
}
