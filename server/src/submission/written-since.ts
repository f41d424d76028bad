import { isDeepStrictEqual } from "node:util";
import { passageFields } from "@toetssteen/contract";
import type { Edition } from "@toetssteen/norms";
import { findDossier, type Dossier } from "../self-evaluation/dossier.ts";
import type { Scope } from "../tenancy/scope.ts";
import type { FrozenEvidence, FrozenNorm, FrozenPassage, SubmissionDocument } from "./document.ts";
import { frozenEvidenceBeside } from "./freeze-evidence.ts";
import { freeze, frozenParts } from "./freeze.ts";
import type { ReadableDocument } from "./read-document.ts";
import { findNewestSubmissions, findSubmission } from "./submissions.sql.ts";
import type { Submission } from "./submission.type.ts";

/** Where two documents of one norm say something else. */
export interface Difference {
  /** In the library's name, profile or dates. The words of the norm are not the library's. */
  readonly facts: boolean;
  readonly cycle: boolean;
  readonly about: boolean;
  readonly unmet: boolean;
  readonly discussions: boolean;
  /** Codes of indicators and questions, in the order of the norm. */
  readonly parts: string[];
}

/**
 * Where something was written, removed or put beside since a norm was handed in, which its readers don't see. Found by
 * freezing the norm anew: whatever goes into a document counts by itself, and what is back to how it was does not.
 * @returns null where the open cycle has no such submission
 * @throws {Refusal} INVALID_INPUT
 */
export async function findWrittenSince(
  scope: Scope,
  editions: ReadonlyMap<string, Edition>,
  asked: { organisationId: string; id: string },
): Promise<Difference | null> {
  const submission = await findSubmission(scope, asked.organisationId, asked.id);
  const dossier =
    submission && (await findDossier(scope, editions, asked.organisationId, frozenParts));
  return dossier && differenceNow(submission, dossier);
}

/** The same of the newest submission of each norm. */
export async function findWrittenSinceNewest(
  scope: Scope,
  editions: ReadonlyMap<string, Edition>,
  organisationId: string,
): Promise<{ submissionId: string; since: Difference }[]> {
  const newest = await findNewestSubmissions(scope, organisationId);
  const dossier =
    newest.length === 0 ? null : await findDossier(scope, editions, organisationId, frozenParts);
  if (!dossier) return [];
  return newest.flatMap((submission) => {
    const since = differenceNow(submission, dossier);
    return since ? [{ submissionId: submission.id, since }] : [];
  });
}

/** Between what was handed in and what stands; null where that is of another cycle. */
function differenceNow(submission: Submission, dossier: Dossier): Difference | null {
  if (dossier.cycle.id !== submission.cycleId) return null;
  const { norm } = submission;
  const evidence = frozenEvidenceBeside(dossier, { norm, withInternal: false });
  const now = freeze(dossier, evidence, norm);
  return now && differenceOf(submission.readable, now);
}

/** Whether readers of the two would read the same. */
export function isSame({ facts, cycle, about, unmet, discussions, parts }: Difference): boolean {
  return !(facts || cycle || about || unmet || discussions) && parts.length === 0;
}

export function differenceOf(then: ReadableDocument, now: SubmissionDocument): Difference {
  const [before, after] = [writtenIn(then), writtenIn(now)];
  const differs = (place: Exclude<keyof Difference, "parts">) =>
    !isDeepStrictEqual(before[place], after[place]);
  return {
    // The first shape kept no locations and dates.
    facts: then.version > 1 && differs("facts"),
    cycle: differs("cycle"),
    about: differs("about"),
    unmet: differs("unmet"),
    discussions: differs("discussions"),
    parts: [...after.parts].flatMap(([code, written]) =>
      isDeepStrictEqual(before.parts.get(code) ?? nothing, written) ? [] : [code],
    ),
  };
}

type Part = Pick<FrozenNorm, "passages" | "evidence"> &
  Partial<FrozenNorm["indicators"][number]> & { readonly code: string };

/** What a library wrote in a document, by place; not the words of the norm around it. */
function writtenIn({ passages, norms, ...document }: ReadableDocument | SubmissionDocument) {
  const { library, profile, cycle } = document;
  const [norm] = norms;
  const parts: readonly Part[] = [...(norm?.indicators ?? []), ...(norm?.questions ?? [])];
  return {
    facts: { library, profile, cycle },
    cycle: passages,
    about: {
      passages: norm?.passages.filter((passage) => !isUnderUnmet(passage)),
      evidence: norm?.evidence.map(withoutLabel),
    },
    unmet: { passages: norm?.passages.filter(isUnderUnmet), plan: norm?.plan },
    discussions: norm?.discussions,
    parts: new Map(parts.map((part) => [part.code, writtenBeside(part)])),
  };
}

function writtenBeside({ verdict, neeLabel, explanation, passages, plan, evidence }: Part) {
  return {
    verdict: verdict ?? null,
    neeLabel: neeLabel ?? null,
    explanation: explanation ?? "",
    passages,
    plan: plan ?? null,
    evidence: evidence.map(withoutLabel),
  };
}

/** Of a part that didn't apply when the norm was handed in. */
const nothing = writtenBeside({ code: "", passages: [], evidence: [] });

function withoutLabel({ slot, ...evidence }: FrozenEvidence) {
  return { ...evidence, slot: slot?.code };
}

function isUnderUnmet({ field }: FrozenPassage): boolean {
  const under: readonly string[] = passageFields.indicator;
  return under.includes(field);
}
