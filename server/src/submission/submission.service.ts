import { findPart, type Edition } from "@toetssteen/norms";
import { note } from "../activity/activity.sql.ts";
import { bindFiles, type FrozenFile } from "../files/submission-files.ts";
import { Refusal } from "../graphql/errors.ts";
import { requireId, requireSame } from "../graphql/input.ts";
import { findDossier } from "../self-evaluation/dossier.ts";
import type { Scope } from "../tenancy/scope.ts";
import {
  canonical,
  type FrozenEvidence,
  type FrozenPassage,
  type SubmissionDocument,
} from "./document.ts";
import { frozenEvidenceBeside } from "./freeze-evidence.ts";
import { freeze, frozenParts } from "./freeze.ts";
import { findRow, lockSubmitting, findNewestSubmissions } from "./submissions.sql.ts";
import { Submission, type SubmissionRow } from "./submission.type.ts";
import { differenceOf, isSame } from "./written-since.ts";

interface SubmitNorm {
  readonly organisationId: string;
  readonly id: string;
  readonly cycleId: string;
  readonly norm: string;
}

/**
 * Freezes one norm as it stands, with the files beside it that are shared, and tells the certification bodies that it is there. The same id submits once.
 * @throws {Refusal} INVALID_INPUT · NOT_FOUND · NOT_ANSWERED while an indicator that applies has neither ja nor nee ·
 * NOTHING_WRITTEN · NOTHING_CHANGED since it was submitted last · ID_TAKEN when something else was submitted under the id
 */
export async function submitNorm(
  scope: Scope,
  editions: ReadonlyMap<string, Edition>,
  input: SubmitNorm,
): Promise<Submission> {
  const { organisationId, cycleId } = input;
  const id = requireId("id", input.id);
  // Of two who submit at once the second finds what the first submitted.
  await lockSubmitting(scope);
  const earlier = await findRow(scope, organisationId, id);
  if (earlier) return asAsked(earlier, input);
  const dossier = await findDossier(scope, editions, organisationId, frozenParts);
  if (!dossier || dossier.cycle.id !== cycleId) throw new Refusal("NOT_FOUND");
  const evidence = frozenEvidenceBeside(dossier, {
    norm: input.norm,
    withInternal: false,
  });
  const document = freeze(dossier, evidence, input.norm);
  if (!document) throw new Refusal("NOT_FOUND");
  const open = document.norms
    .flatMap((norm) => norm.indicators)
    .filter((answer) => answer.verdict === null);
  if (open.length > 0) {
    throw new Refusal(
      "NOT_ANSWERED",
      open.map(({ code }) => ({
        path: findPart(dossier.edition, code)?.code ?? code,
        message: "Nog geen ja of nee.",
      })),
    );
  }
  if (!holdsAnything(document)) throw new Refusal("NOTHING_WRITTEN");
  await requireChange(scope, organisationId, cycleId, document);
  const { text, sha256 } = canonical(document);
  const submitted = await scope.sql(
    "submit",
    `with submitted as (
       insert into toetssteen.submission (organisation_id, id, cycle_id, norm, document, sha256, submitted_by)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (organisation_id, id) do nothing
       returning id
     ), noticed as (
       insert into toetssteen.submission_notice
         (organisation_id, subject_organisation_id, submission_id, library_name, norm, submitted_at)
       select a.organisation_id, $1, s.id, $8, $4, now()
       from submitted s, toetssteen.appointment a where a.appointed_as = 'certification_body'
     )
     select id from submitted`,
    [
      organisationId,
      id,
      cycleId,
      input.norm,
      text,
      sha256,
      scope.asker.personId,
      document.library.name,
    ],
  );
  if (submitted.length === 1) {
    await bindFiles(scope, { organisationId, id }, filesOf(document));
    await note(scope, organisationId, "norm_submitted", [
      { field: input.norm, from: null, to: sha256 },
    ]);
    await scope.sql("tell of submission", "select tenancy.tell_of_submission($1)", [id]);
  }
  const submission = await findRow(scope, organisationId, id);
  if (!submission) throw new Error("A submission that was just made can't be read.");
  return asAsked(submission, input);
}

/** Something that can be read: no spaces and other characters that show nothing alone. */
const isText = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Whether the library wrote anything to the norm, or put anything beside it. What it wrote of the whole cycle doesn't count. */
function holdsAnything({ norms }: SubmissionDocument): boolean {
  const says = (passages: readonly FrozenPassage[]) =>
    passages.some(({ body }) => isText.test(body));
  const shows = (evidence: readonly FrozenEvidence[]) =>
    evidence.some(({ kind, files }) => kind === "link" || files.length > 0);
  return norms.some(
    (norm) =>
      // Each of them has a ja or a nee.
      norm.indicators.length > 0 ||
      norm.plan !== null ||
      norm.discussions.length > 0 ||
      [norm, ...norm.questions].some((part) => says(part.passages) || shows(part.evidence)),
  );
}

/** @throws {Refusal} NOTHING_CHANGED where readers of the last submission read the same */
async function requireChange(
  scope: Scope,
  organisationId: string,
  cycleId: string,
  document: SubmissionDocument,
): Promise<void> {
  const newest = await findNewestSubmissions(scope, organisationId);
  const last = newest.find(
    (one) => one.cycleId === cycleId && one.norm === document.norms[0]?.code,
  );
  if (last && isSame(differenceOf(last.readable, document))) throw new Refusal("NOTHING_CHANGED");
}

/** All files that a document names. */
function filesOf({ norms }: SubmissionDocument): FrozenFile[] {
  return norms
    .flatMap((norm) => [norm, ...norm.indicators, ...norm.questions])
    .flatMap(({ evidence }) => evidence.flatMap(({ files }) => files));
}

/** What stands under the id, when it is what was asked for: sending again is safe, sending something else is a mistake. */
function asAsked(row: SubmissionRow, { cycleId, norm }: SubmitNorm): Submission {
  requireSame([cycleId, norm], [row.cycle_id, row.norm]);
  return new Submission(row);
}
