import type { Edition } from "@toetssteen/norms";
import { logActivity } from "../activity/activity.sql.ts";
import { bindFiles, type FrozenFile } from "../files/submission-files.ts";
import { Refusal } from "../refusal.ts";
import { requireId, requireSame } from "../graphql/input.ts";
import { findDossier, type Dossier } from "../self-evaluation/dossier.ts";
import type { Scope } from "../tenancy/scope.ts";
import { canonical, type SubmissionDocument } from "./document.ts";
import { frozenEvidenceBeside } from "./freeze-evidence.ts";
import { freeze, frozenParts } from "./freeze.ts";
import { findHindrance, unanswered } from "./hindrance.ts";
import { findRow, lockSubmitting, findNewestSubmissions } from "./submissions.sql.ts";
import { Submission, type SubmissionRow } from "./submission.type.ts";

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
  await requireNothingHinders(scope, dossier, document);
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
     ), shown as (
       insert into toetssteen.progress (organisation_id, cycle_id, part, state, touched_at, touched_by, submitted_at)
       select $1, $3, $4, 'TO_DO', now(), $7, now() from submitted
       on conflict (organisation_id, cycle_id, part) do update set submitted_at = excluded.submitted_at
     )
     select id from submitted`,
    [
      organisationId,
      id,
      cycleId,
      input.norm,
      text,
      sha256,
      scope.actor.personId,
      document.library.name,
    ],
  );
  if (submitted.length === 1) {
    await bindFiles(scope, { organisationId, id }, filesOf(document));
    await logActivity(scope, organisationId, "norm_submitted", [
      { field: input.norm, from: null, to: sha256 },
    ]);
    await scope.sql("tell of submission", "select tenancy.tell_of_submission($1)", [id]);
  }
  const submission = await findRow(scope, organisationId, id);
  if (!submission) throw new Error("A submission that was just made can't be read.");
  return asAsked(submission, input);
}

/** @throws {Refusal} NOT_ANSWERED · NOTHING_WRITTEN · NOTHING_CHANGED */
async function requireNothingHinders(
  scope: Scope,
  { organisation, cycle }: Dossier,
  document: SubmissionDocument,
): Promise<void> {
  const norm = document.norms[0]?.code ?? null;
  const newest = await findNewestSubmissions(scope, organisation.id, norm);
  const last = newest.find(({ cycleId }) => cycleId === cycle.id);
  const hindrance = findHindrance(document, last ?? null);
  if (hindrance === null) return;
  const open = unanswered(document).map((path) => ({ path, message: "Nog geen ja of nee." }));
  throw new Refusal(hindrance, open.length > 0 ? open : undefined);
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
