import { Refusal } from "../graphql/errors.ts";
import { requireId } from "../graphql/input.ts";
import type { Member } from "../membership/member.type.ts";
import type { Scope } from "../tenancy/scope.ts";
import type { SubmissionNotice } from "./planning.type.ts";

interface NoticeRow extends Omit<SubmissionNotice, "mandates"> {
  mandates: {
    id: string;
    auditor: Member;
    opensAt: string;
    closesAt: string;
    withdrawnAt: string | null;
  }[];
}

/** What was handed in to this certification body, latest first, with the mandates given on it. */
export async function findNotices(
  scope: Scope,
  organisationId: string,
  submissionId: string | null = null,
): Promise<SubmissionNotice[]> {
  const rows = await scope.sql<NoticeRow>(
    "notices",
    `select n.submission_id as "submissionId", n.subject_organisation_id as "organisationId", n.library_name as "libraryName",
       n.norm, n.submitted_at as "submittedAt",
       (select coalesce(json_agg(json_build_object('id', g.id, 'opensAt', g.opens_at, 'closesAt', g.closes_at,
           'withdrawnAt', g.withdrawn_at, 'auditor', json_build_object('personId', m.person_id, 'name', m.name))
           order by g.opens_at, g.id), '[]')
         from toetssteen.mandate g
         join toetssteen.membership m on m.organisation_id = g.organisation_id and m.person_id = g.auditor_id
         where g.organisation_id = n.organisation_id and g.subject_organisation_id = n.subject_organisation_id
           and g.submission_id = n.submission_id) as mandates
     from toetssteen.submission_notice n
     where n.organisation_id = $1 and ($2::uuid is null or n.submission_id = $2)
     order by n.submitted_at desc, n.submission_id`,
    [organisationId, submissionId],
  );
  return rows.map((row) => ({
    ...row,
    mandates: row.mandates.map((mandate) => ({
      ...mandate,
      opensAt: new Date(mandate.opensAt),
      closesAt: new Date(mandate.closesAt),
      withdrawnAt: mandate.withdrawnAt === null ? null : new Date(mandate.withdrawnAt),
    })),
  }));
}

/** Members of the certification body who may be given a mandate. */
export function findAuditors(scope: Scope, organisationId: string): Promise<Member[]> {
  return scope.sql<Member>(
    "auditors",
    `select m.person_id as "personId", m.name from toetssteen.membership m
     where m.organisation_id = $1 and m.ended_at is null and 'auditor' = any (m.roles) order by m.name, m.person_id`,
    [organisationId],
  );
}

export interface MandateToGive {
  readonly organisationId: string;
  readonly id: string;
  readonly submissionId: string;
  readonly auditorId: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
}

/**
 * Opens one submission for one auditor between two moments; the database does the opening and the closing. The same id
 * gives one mandate.
 * @throws {Refusal} INVALID_INPUT · NOT_FOUND
 */
export async function giveMandate(scope: Scope, input: MandateToGive): Promise<SubmissionNotice> {
  const { organisationId, opensAt, closesAt } = input;
  const [id, submissionId, auditorId] = [
    requireId("id", input.id),
    requireId("submissionId", input.submissionId),
    requireId("auditorId", input.auditorId),
  ];
  if (opensAt >= closesAt)
    throw new Refusal("INVALID_INPUT", [{ path: "closesAt", message: "Een moment na het begin." }]);
  const notice = await getNoticeOrThrow(scope, organisationId, submissionId);
  const auditors = await findAuditors(scope, organisationId);
  if (!auditors.some((auditor) => auditor.personId === auditorId)) {
    throw new Refusal("INVALID_INPUT", [
      { path: "auditorId", message: "Een auditor van deze organisatie." },
    ]);
  }
  await scope.sql(
    "give mandate",
    `insert into toetssteen.mandate
       (organisation_id, id, subject_organisation_id, submission_id, auditor_id, opens_at, closes_at, given_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (organisation_id, id) do nothing`,
    [
      organisationId,
      id,
      notice.organisationId,
      submissionId,
      auditorId,
      opensAt,
      closesAt,
      scope.asker.personId,
    ],
  );
  return getNoticeOrThrow(scope, organisationId, submissionId);
}

/** Ends a mandate with the auditor's next request. Withdrawing twice is withdrawing once. @throws {Refusal} NOT_FOUND */
export async function withdrawMandate(
  scope: Scope,
  input: { organisationId: string; id: string },
): Promise<SubmissionNotice> {
  const [row] = await scope.sql<{ submission_id: string }>(
    "withdraw mandate",
    `update toetssteen.mandate
     set withdrawn_at = coalesce(withdrawn_at, now()), withdrawn_by = coalesce(withdrawn_by, $3)
     where organisation_id = $1 and id = $2 returning submission_id`,
    [input.organisationId, requireId("id", input.id), scope.asker.personId],
  );
  if (!row) throw new Refusal("NOT_FOUND");
  return getNoticeOrThrow(scope, input.organisationId, row.submission_id);
}

async function getNoticeOrThrow(
  scope: Scope,
  organisationId: string,
  submissionId: string,
): Promise<SubmissionNotice> {
  const [notice] = await findNotices(scope, organisationId, submissionId);
  if (!notice) throw new Refusal("NOT_FOUND");
  return notice;
}
