import { findPart, partApplies, type Part } from "@toetssteen/norms";
import { holdsAction } from "../rights/permissions.ts";
import { notFound, Refusal } from "../refusal.ts";
import type { Dossier } from "./dossier.ts";

/**
 * Administrators and coordinators write everywhere in their library's self-evaluation; a colleague where the part, or
 * its norm, is assigned to them. `null` is the cycle as a whole.
 */
export function mayWrite(
  { actor, organisation, edition, work }: Dossier,
  partCode: string | null,
): boolean {
  if (!holdsAction(actor, organisation.id, "answer.write")) return false;
  const rights = actor.rights.get(organisation.id);
  if (rights?.has("administrator") || rights?.has("quality_coordinator")) return true;
  const part = partCode === null ? null : findPart(edition, partCode);
  return (
    part !== null &&
    [part.code, part.norm.code].some(
      (code) => work.get(code)?.assignee?.personId === actor.personId,
    )
  );
}

/**
 * A part that the library works on in this cycle.
 * @param path the input field that names it
 * @throws {Refusal} NOT_FOUND for another cycle or an unknown part · NOT_APPLICABLE
 */
export function requirePart(
  dossier: Dossier,
  cycleId: string,
  partCode: string,
  path = "part",
): Part {
  if (dossier.cycle.id !== cycleId) throw notFound("cycleId", "De open cyclus van de bibliotheek.");
  const part = findPart(dossier.edition, partCode);
  if (!part) throw notFound(path, "De code van een norm, indicator of vraag, zoals 4.1.");
  if (!partApplies(part, dossier.profile)) throw new Refusal("NOT_APPLICABLE");
  return part;
}

/**
 * The part that somebody is about to write in.
 * @throws {Refusal} as {@link requirePart} · FORBIDDEN
 */
export function requireWritable(
  dossier: Dossier,
  cycleId: string,
  partCode: string,
  path?: string,
): Part {
  const part = requirePart(dossier, cycleId, partCode, path);
  if (!mayWrite(dossier, partCode)) throw new Refusal("FORBIDDEN");
  return part;
}
