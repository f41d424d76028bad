import DataLoader from "dataloader";
import type { Scope } from "../tenancy/scope.ts";
import { findUsesOfItems, type UseRow } from "./evidence-use.sql.ts";

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
