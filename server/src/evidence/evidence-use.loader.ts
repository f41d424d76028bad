import DataLoader from "dataloader";
import type { Scope } from "../tenancy/scope.ts";
import { findUsesOfItems, type UseRow } from "./evidence-use.sql.ts";

/** Gives the places where an item is used; those of a whole list come in one statement. */
export type PlacesOf = (evidenceId: string) => Promise<readonly UseRow[]>;

export function createPlacesOf(scope: Scope, organisationId: string): PlacesOf {
  // Most pages ask for no places.
  let places: DataLoader<string, readonly UseRow[]> | undefined;
  return (evidenceId) => {
    places ??= new DataLoader(async (ids) => {
      const found = await findUsesOfItems(scope, organisationId, ids);
      return ids.map((id) => found.get(id) ?? []);
    });
    return places.load(evidenceId);
  };
}
