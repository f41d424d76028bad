import { requireId } from "../graphql/input.ts";
import type { Scope } from "../tenancy/scope.ts";
import { Submission, type SubmissionRow } from "./submission.type.ts";

const columns = "s.id, s.cycle_id, s.norm, s.submitted_at, s.sha256";

/** @param withDocuments whether what was handed in is read too */
export async function findSubmissions(
  scope: Scope,
  organisationId: string,
  withDocuments: boolean,
): Promise<Submission[]> {
  const document = withDocuments ? "s.document" : "null as document";
  const rows = await scope.sql<SubmissionRow>(
    `submissions ${withDocuments}`,
    `select ${columns}, ${document} from toetssteen.submission s where s.organisation_id = $1 order by s.submitted_at desc, s.id`,
    [organisationId],
  );
  return rows.map((row) => new Submission(row));
}

export async function findSubmission(
  scope: Scope,
  organisationId: string,
  id: string,
): Promise<Submission | null> {
  const row = await findRow(scope, organisationId, id);
  return row && new Submission(row);
}

export async function findRow(
  scope: Scope,
  organisationId: string,
  id: string,
): Promise<SubmissionRow | null> {
  const [row] = await scope.sql<SubmissionRow>(
    "submission",
    `select ${columns}, s.document from toetssteen.submission s where s.organisation_id = $1 and s.id = $2`,
    [organisationId, requireId("id", id)],
  );
  return row ?? null;
}

/**
 * The last submission of each norm in the open cycle, with its document.
 * @param norm just of this one
 */
export async function findNewestSubmissions(
  scope: Scope,
  organisationId: string,
  norm: string | null = null,
): Promise<Submission[]> {
  const rows = await scope.sql<SubmissionRow>(
    norm === null ? "newest submissions" : "newest submission",
    `select distinct on (s.norm) ${columns}, s.document from toetssteen.submission s
     join toetssteen.cycle c on c.organisation_id = s.organisation_id and c.id = s.cycle_id and c.closed_at is null
     where s.organisation_id = $1 ${norm === null ? "" : "and s.norm = $2"}
     order by s.norm, s.submitted_at desc, s.id desc`,
    norm === null ? [organisationId] : [organisationId, norm],
  );
  return rows.map((row) => new Submission(row));
}

/** Lets nobody else of the library submit until this transaction ends. */
export async function lockSubmitting(scope: Scope): Promise<void> {
  await scope.sql("lock submitting", "select tenancy.hold('submitting')", []);
}
