import { firstDay, lastDay } from "@toetssteen/contract";
import { Refusal } from "../refusal.ts";
import { requireId, requireSame } from "../graphql/input.ts";
import { mailMember } from "../jobs/enqueue.ts";
import { memberJson } from "../membership/member.sql.ts";
import type { Member } from "../membership/member.type.ts";
import { byName } from "../search/fold.sql.ts";
import { databaseCode } from "../persistence/database-code.ts";
import type { Scope } from "../tenancy/scope.ts";
import type { SubmissionNotice } from "./planning.type.ts";

const uniqueViolation = "23505";

interface NoticeRow extends Omit<SubmissionNotice, "mandates"> {
  mandates: {
    id: string;
    auditor: Member;
    opensAt: string;
    closesAt: string;
    withdrawnAt: string | null;
    conflict: boolean;
  }[];
}

/** Which notices: one, or those of some lines. */
type Only =
  | { readonly libraryId: string; readonly submissionId: string }
  | { readonly lines: readonly { readonly libraryId: string; readonly norm: string }[] };

/** What was handed in to this certification body, latest first, with the mandates given on it. */
export async function findNotices(
  scope: Scope,
  organisationId: string,
  only: Only | null = null,
): Promise<SubmissionNotice[]> {
  const { name, condition, values } = chosen(only);
  const rows = await scope.sql<NoticeRow>(
    name,
    `select n.submission_id as "submissionId", n.subject_organisation_id as "organisationId", n.library_name as "libraryName",
       n.norm, n.submitted_at as "submittedAt",
       (select coalesce(json_agg(json_build_object('id', g.id, 'opensAt', g.opens_at, 'closesAt', g.closes_at,
           'withdrawnAt', g.withdrawn_at, 'auditor', ${memberJson("m")},
           'conflict', g.withdrawn_at is null and now() < g.closes_at
             and coalesce(tenancy.auditor_belongs(g.auditor_id, g.subject_organisation_id), false))
           order by g.opens_at, g.id), '[]')
         from toetssteen.mandate g
         join toetssteen.membership m on m.organisation_id = g.organisation_id and m.person_id = g.auditor_id
         where g.organisation_id = n.organisation_id and g.subject_organisation_id = n.subject_organisation_id
           and g.submission_id = n.submission_id) as mandates
     from toetssteen.submission_notice n
     where n.organisation_id = $1 ${condition}
     order by n.submitted_at desc, n.submission_id desc`,
    [organisationId, ...values],
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

function chosen(only: Only | null): { name: string; condition: string; values: unknown[] } {
  if (only === null) return { name: "notices", condition: "", values: [] };
  if ("lines" in only) {
    return {
      name: "notices of lines",
      condition:
        "and (n.subject_organisation_id, n.norm) in (select * from unnest($2::uuid[], $3::text[]))",
      values: [only.lines.map(({ libraryId }) => libraryId), only.lines.map(({ norm }) => norm)],
    };
  }
  return {
    name: "notice",
    condition: "and n.subject_organisation_id = $2 and n.submission_id = $3",
    values: [only.libraryId, only.submissionId],
  };
}

/** Members of the certification body who may be given a mandate. */
export function findAuditors(scope: Scope, organisationId: string): Promise<Member[]> {
  return scope.sql<Member>(
    "auditors",
    `select m.person_id as "personId", m.name from toetssteen.membership m
     where m.organisation_id = $1 and m.ended_at is null and 'auditor' = any (m.roles) order by m.folded ${byName}, m.person_id`,
    [organisationId],
  );
}

export interface MandateToGive {
  readonly organisationId: string;
  readonly id: string;
  readonly libraryId: string;
  readonly submissionId: string;
  readonly auditorId: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
}

/**
 * Opens one submission for one auditor between two moments, and mails the auditor; the database does the opening and
 * the closing. The same id gives one mandate.
 * @throws {Refusal} INVALID_INPUT · NOT_FOUND · CONFLICT_OF_INTEREST · ID_TAKEN
 */
export async function giveMandate(scope: Scope, input: MandateToGive): Promise<SubmissionNotice> {
  for (const path of ["id", "libraryId", "submissionId", "auditorId"] as const)
    requireId(path, input[path]);
  requireWithinDays(input);
  if (input.opensAt >= input.closesAt)
    throw new Refusal("INVALID_INPUT", [{ path: "closesAt", message: "Een moment na het begin." }]);
  const { libraryName } = await getNoticeOrThrow(scope, input);
  const { organisationId, id, libraryId, submissionId, auditorId, opensAt, closesAt } = input;
  if (!(await findMandate(scope, organisationId, id))) {
    const auditor = await getAuditorOrThrow(scope, organisationId, auditorId);
    await requireNoConflict(scope, auditorId, libraryId);
    const given = await scope
      .sql(
        "give mandate",
        `insert into toetssteen.mandate
         (organisation_id, id, subject_organisation_id, submission_id, auditor_id, opens_at, closes_at, given_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (organisation_id, id) do nothing returning id`,
        [
          organisationId,
          id,
          libraryId,
          submissionId,
          auditorId,
          opensAt,
          closesAt,
          scope.actor.personId,
        ],
      )
      .catch((error: unknown) => {
        // An organisation has this id; a mandate's would be taken for it.
        throw databaseCode(error) === uniqueViolation ? new Refusal("ID_TAKEN") : error;
      });
    if (given.length === 1) await mailAuditor(scope, input, auditor, libraryName);
  }
  requireSame(
    { id, libraryId, submissionId, auditorId, opensAt, closesAt },
    await findMandate(scope, organisationId, id),
  );
  return getNoticeOrThrow(scope, input);
}

/** As in every field that takes a day. @throws {Refusal} INVALID_INPUT */
function requireWithinDays(moments: Pick<MandateToGive, "opensAt" | "closesAt">): void {
  // Both are in winter; what closes with the last day closes as the next one begins.
  const begin = new Date(`${firstDay}T00:00:00+01:00`);
  const end = new Date(`${lastDay}T24:00:00+01:00`);
  for (const path of ["opensAt", "closesAt"] as const) {
    if (moments[path] >= begin && moments[path] <= end) continue;
    const message = `Een dag van ${firstDay} tot en met ${lastDay}.`;
    throw new Refusal("INVALID_INPUT", [{ path, message }]);
  }
}

/** Ends a mandate with the auditor's next request. Withdrawing twice is withdrawing once. @throws {Refusal} NOT_FOUND */
export async function withdrawMandate(
  scope: Scope,
  input: { organisationId: string; id: string },
): Promise<SubmissionNotice> {
  const [row] = await scope.sql<{ libraryId: string; submissionId: string }>(
    "withdraw mandate",
    `update toetssteen.mandate
     set withdrawn_at = coalesce(withdrawn_at, now()), withdrawn_by = coalesce(withdrawn_by, $3)
     where organisation_id = $1 and id = $2
     returning subject_organisation_id as "libraryId", submission_id as "submissionId"`,
    [input.organisationId, requireId("id", input.id), scope.actor.personId],
  );
  if (!row) throw new Refusal("NOT_FOUND");
  return getNoticeOrThrow(scope, { ...row, organisationId: input.organisationId });
}

async function findMandate(
  scope: Scope,
  organisationId: string,
  id: string,
): Promise<Omit<MandateToGive, "organisationId"> | null> {
  const [mandate] = await scope.sql<Omit<MandateToGive, "organisationId">>(
    "mandate",
    `select g.id, g.subject_organisation_id as "libraryId", g.submission_id as "submissionId",
       g.auditor_id as "auditorId", g.opens_at as "opensAt", g.closes_at as "closesAt"
     from toetssteen.mandate g where g.organisation_id = $1 and g.id = $2`,
    [organisationId, id],
  );
  return mandate ?? null;
}

async function getAuditorOrThrow(
  scope: Scope,
  organisationId: string,
  auditorId: string,
): Promise<Member> {
  const auditors = await findAuditors(scope, organisationId);
  const auditor = auditors.find(({ personId }) => personId === auditorId);
  if (auditor) return auditor;
  throw new Refusal("INVALID_INPUT", [
    { path: "auditorId", message: "Een auditor van deze organisatie." },
  ]);
}

/** Peers audit each other's libraries, and so never their own. @throws {Refusal} CONFLICT_OF_INTEREST */
async function requireNoConflict(
  scope: Scope,
  auditorId: string,
  libraryId: string,
): Promise<void> {
  const [row] = await scope.sql<{ belongs: boolean }>(
    "auditor belongs",
    "select tenancy.auditor_belongs($1, $2) as belongs",
    [auditorId, libraryId],
  );
  if (row?.belongs !== false) throw new Refusal("CONFLICT_OF_INTEREST");
}

async function mailAuditor(
  scope: Scope,
  { organisationId, id, opensAt, closesAt }: MandateToGive,
  auditor: Member,
  libraryName: string,
): Promise<void> {
  const [body] = await scope.sql<{ name: string }>(
    "organisation name",
    "select o.name from toetssteen.organisation o where o.id = $1",
    [organisationId],
  );
  await mailMember(scope, auditor.personId, {
    template: "mandate-given",
    locale: "nl",
    values: {
      name: auditor.name,
      bodyName: body?.name ?? "",
      libraryName,
      opensAt: opensAt.toISOString(),
      closesAt: closesAt.toISOString(),
      page: `/opdracht/${id}`,
    },
  });
}

async function getNoticeOrThrow(
  scope: Scope,
  of: { organisationId: string; libraryId: string; submissionId: string },
): Promise<SubmissionNotice> {
  const [notice] = await findNotices(scope, of.organisationId, of);
  if (!notice) throw new Refusal("NOT_FOUND");
  return notice;
}
