import type { Edition } from "@toetssteen/norms";
import { holdsAction } from "../graphql/access.ts";
import { Refusal } from "../graphql/errors.ts";
import type { Dossier } from "../self-evaluation/dossier.ts";
import type { Asker } from "../tenancy/scope.ts";
import type { PlacesOf } from "./evidence-use.loader.ts";
import type { EvidenceRow } from "./evidence.sql.ts";

/** What is needed besides the rows to show evidence to somebody. */
export interface Reading {
  readonly organisationId: string;
  readonly asker: Asker;
  readonly editions: ReadonlyMap<string, Edition>;
  /** The open cycle with its work; null where there is none, or nobody asked what may be written. */
  readonly dossier: Dossier | null;
  /** For items that came without their places. */
  readonly placesOf: PlacesOf;
}

/** Administrators and coordinators change every item; a colleague what they added themselves. */
export function mayEdit(
  asker: Asker,
  organisationId: string,
  item: Pick<EvidenceRow, "addedBy">,
): boolean {
  if (!holdsAction(asker, organisationId, "evidence.write")) return false;
  const rights = asker.standing.get(organisationId);
  if (rights?.has("administrator") || rights?.has("quality_coordinator")) return true;
  return item.addedBy.personId === asker.personId;
}

/** @throws {Refusal} FORBIDDEN */
export function requireEditable(
  asker: Asker,
  organisationId: string,
  item: Pick<EvidenceRow, "addedBy">,
): void {
  if (!mayEdit(asker, organisationId, item)) throw new Refusal("FORBIDDEN");
}
