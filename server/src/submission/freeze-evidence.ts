import { partsOf } from "@toetssteen/norms";
import { findUses, type FoundUse } from "../evidence/evidence-use.sql.ts";
import { freezableFiles, newestFiles } from "../files/submission-files.ts";
import type { Dossier } from "../self-evaluation/dossier.ts";
import type { Scope } from "../tenancy/scope.ts";
import type { FrozenEvidence, FrozenSlot } from "./document.ts";

/** Evidence by the code of the part that it stands beside; a part with none is not there. */
export type EvidenceBeside = ReadonlyMap<string, readonly FrozenEvidence[]>;

/** Documents that nobody put beside anything. */
export const noEvidence: EvidenceBeside = new Map();

/**
 * What stands beside the parts of one norm, or of all, in the order in which it was added.
 * @param asked.norm null: all of them
 * @param asked.withInternal also what the library keeps to itself: for its own eyes, never for what is handed in
 */
export async function findEvidenceBeside(
  scope: Scope,
  { organisation, cycle, edition }: Dossier,
  asked: { norm: string | null; withInternal: boolean },
): Promise<EvidenceBeside> {
  const slots = new Map(
    edition.norms
      .flatMap(({ questions }) => questions)
      .flatMap((question) => question.slots)
      .map(({ code, label }) => [code, { code, label }]),
  );
  const parts =
    asked.norm === null
      ? null
      : partsOf(edition).flatMap(({ code, norm }) => (norm.code === asked.norm ? [code] : []));
  const found = await findUses(scope, {
    organisationId: organisation.id,
    cycleId: cycle.id,
    parts,
  });
  const uses = found.filter(({ item }) => asked.withInternal || item.sharing === "shared");
  return new Map(
    [...Map.groupBy(uses, ({ use }) => use.part)].map(([part, beside]) => [
      part,
      beside.map((one) => frozenEvidence(one, slots, asked.withInternal)),
    ]),
  );
}

function frozenEvidence(
  { use, item }: FoundUse,
  slots: ReadonlyMap<string, FrozenSlot>,
  withInternal: boolean,
): FrozenEvidence {
  const { kind, title, url, aboutFrom, aboutTo } = item;
  return {
    kind,
    title,
    url,
    aboutFrom,
    aboutTo,
    slot: use.slot === null ? null : (slots.get(use.slot) ?? null),
    page: use.page,
    files: withInternal ? newestFiles(item) : freezableFiles(item),
  };
}
