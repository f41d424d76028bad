import { partsOf } from "@toetssteen/norms";
import type { FoundUse } from "../evidence/evidence-use.sql.ts";
import { wholeItem } from "../evidence/evidence.sql.ts";
import { freezableFiles, newestFiles } from "../files/submission-files.ts";
import type { Dossier } from "../self-evaluation/dossier.ts";
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
export function frozenEvidenceBeside(
  { edition, evidence }: Dossier,
  asked: { norm: string | null; withInternal: boolean },
): EvidenceBeside {
  const slots = new Map(
    edition.norms
      .flatMap(({ questions }) => questions)
      .flatMap((question) => question.slots)
      .map(({ code, label }) => [code, { code, label }]),
  );
  const parts = partsOf(edition).filter(
    ({ norm }) => asked.norm === null || norm.code === asked.norm,
  );
  return new Map(
    parts.map(({ code }) => [
      code,
      (evidence.get(code) ?? [])
        .filter(({ item }) => asked.withInternal || item.sharing === "shared")
        .map((one) => frozenEvidence(one, slots, asked.withInternal)),
    ]),
  );
}

function frozenEvidence(
  { use, item: found }: FoundUse,
  slots: ReadonlyMap<string, FrozenSlot>,
  withInternal: boolean,
): FrozenEvidence {
  const item = wholeItem(found);
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
