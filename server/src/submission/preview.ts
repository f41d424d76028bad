import { partsOf, type Edition } from "@toetssteen/norms";
import { OpenThread } from "../comment/open-thread.type.ts";
import { wholeItem, type EvidenceRow } from "../evidence/evidence.sql.ts";
import { freezableFiles } from "../files/submission-files.ts";
import { findDossier, type Dossier } from "../self-evaluation/dossier.ts";
import type { Scope } from "../tenancy/scope.ts";
import type { FrozenNorm, SubmissionDocument } from "./document.ts";
import { frozenEvidenceBeside } from "./freeze-evidence.ts";
import { freeze, frozenParts } from "./freeze.ts";
import { findHindrance, says } from "./hindrance.ts";
import type { PreviewedDocument, SubmissionPreview } from "./preview.type.ts";
import { findNewestSubmissions } from "./submissions.sql.ts";

/**
 * What would be handed in of a norm if that happened now, found by freezing it, and what is open beside it; null where
 * the edition has no such norm, or there is no open cycle.
 */
export async function findSubmissionPreview(
  scope: Scope,
  editions: ReadonlyMap<string, Edition>,
  { organisationId, norm }: { organisationId: string; norm: string },
): Promise<SubmissionPreview | null> {
  const dossier = await findDossier(
    scope,
    editions,
    organisationId,
    [...frozenParts, "work", "openThreads"],
    aboutNorm(editions, norm),
  );
  const document =
    dossier && freeze(dossier, frozenEvidenceBeside(dossier, { norm, withInternal: false }), norm);
  const [frozen] = document?.norms ?? [];
  if (!dossier || !document || !frozen) return null;
  const newest = await findNewestSubmissions(scope, organisationId, norm);
  const last = newest.find(({ cycleId }) => cycleId === dossier.cycle.id) ?? null;
  const parts = partsIn(frozen);
  return {
    hindrance: findHindrance(document, last),
    ...textsOf(document, frozen),
    documents: documentsBeside(dossier, parts),
    undone: parts.filter((part) => dossier.work.get(part)?.state !== "DONE"),
    openThreads: dossier.openThreads
      .filter(({ part }) => parts.includes(part))
      .map((row) => new OpenThread(row, norm, dossier)),
  };
}

/** Codes of a norm, its indicators that apply and its questions, in order. */
function partsIn({ code, indicators, questions }: FrozenNorm): string[] {
  return [code, ...[...indicators, ...questions].map((part) => part.code)];
}

/** What a dossier is narrowed to for one norm: the texts of the cycle as a whole go along with each. */
function aboutNorm(editions: ReadonlyMap<string, Edition>, code: string): string[] {
  const parts = [...editions.values()].flatMap(partsOf);
  return ["", ...parts.filter(({ norm }) => norm.code === code).map((part) => part.code)];
}

function textsOf(
  document: SubmissionDocument,
  norm: FrozenNorm,
): Pick<SubmissionPreview, "written" | "unwritten" | "ambitions" | "discussions"> {
  const parts: [code: string, isWritten: boolean][] = [
    [norm.code, says(norm.passages) || norm.plan !== null],
    ...norm.indicators.map(({ code, explanation, passages }): [string, boolean] => [
      code,
      says([...passages, { field: "facts", body: explanation }]),
    ]),
    ...norm.questions.map(({ code, passages }): [string, boolean] => [code, says(passages)]),
  ];
  const those = (wanted: boolean) =>
    parts.flatMap(([code, isWritten]) => (isWritten === wanted ? [code] : []));
  return {
    written: those(true),
    unwritten: those(false),
    ambitions: says(document.passages),
    discussions: norm.discussions.length,
  };
}

/** Each document beside the parts once, with all places where it stands. */
function documentsBeside({ evidence }: Dossier, parts: readonly string[]): PreviewedDocument[] {
  const uses = parts.flatMap((part) =>
    (evidence.get(part) ?? []).map(({ item }) => ({ part, item: wholeItem(item) })),
  );
  return [...Map.groupBy(uses, ({ item }) => item.id).values()].flatMap((theirs) => {
    const [first] = theirs;
    if (!first) return [];
    const { id, title } = first.item;
    const places = [...new Set(theirs.map(({ part }) => part))];
    return [{ id, title, parts: places, ...howItGoes(first.item) }];
  });
}

function howItGoes(item: EvidenceRow): Pick<PreviewedDocument, "going" | "filesLeftBehind"> {
  if (item.sharing !== "shared") return { going: "stays", filesLeftBehind: 0 };
  const along = new Set(freezableFiles(item).map(({ id }) => id));
  const shown = item.files.filter(({ removed, state }) => !removed && state !== "refused");
  // The newest version of a file comes first.
  const newest = [...Map.groupBy(shown, ({ fileId }) => fileId).values()].flatMap(([one]) =>
    one ? [one] : [],
  );
  return {
    going: item.kind === "link" || along.size > 0 ? "along" : "name_only",
    filesLeftBehind: newest.filter(({ id }) => !along.has(id)).length,
  };
}
