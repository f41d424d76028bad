import DataLoader from "dataloader";
import type { Scope } from "../tenancy/scope.ts";
import { EvidenceUse } from "./evidence.type.ts";
import { findUses, findUsesOfItems, type UseRow } from "./evidence-use.sql.ts";
import type { Reading } from "./evidence.policy.ts";

/** Gives the uses beside a part; those of all parts that are asked for at once come in one statement. */
export type UsesOf = (part: string) => Promise<EvidenceUse[]>;

/**
 * A norm page asks for some ten parts; the library may have thousands of documents beside others, which is why this is
 * no part of the dossier's statement.
 */
export function createUsesOf(scope: Scope, cycleId: string, reading: () => Reading): UsesOf {
  const uses = new DataLoader<string, EvidenceUse[]>(async (parts) => {
    const { organisationId } = reading();
    const found = await findUses(scope, { organisationId, cycleId, parts });
    const byPart = Map.groupBy(found, ({ use }) => use.part);
    return parts.map((part) =>
      (byPart.get(part) ?? []).map(({ use, item }) => new EvidenceUse(use, item, reading())),
    );
  });
  return (part) => uses.load(part);
}

/** Gives the places where an item is used; those of a whole list come in one statement. */
export type PlacesOf = (evidenceId: string) => Promise<readonly UseRow[]>;

export function createPlacesOf(scope: Scope, organisationId: string): PlacesOf {
  const places = new DataLoader<string, readonly UseRow[]>(async (ids) => {
    const found = await findUsesOfItems(scope, organisationId, ids);
    const byItem = Map.groupBy(found, ({ evidenceId }) => evidenceId);
    return ids.map((id) => byItem.get(id) ?? []);
  });
  return (evidenceId) => places.load(evidenceId);
}
