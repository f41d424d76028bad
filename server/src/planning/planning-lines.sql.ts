import type { Scope } from "../tenancy/scope.ts";

/** Which lines: all, those that nobody reads or will, those that somebody may read for a short while yet. */
export type PlanningChoice = "all" | "waiting" | "ending";

/** A norm of a library, by its latest submission. */
export interface LineRow {
  readonly libraryId: string;
  readonly norm: string;
  /** Of the latest, in UTC with microseconds. */
  readonly submittedAt: string;
}

/** The last line of the page before. */
export type LineCursor = LineRow;

export interface FoundLines {
  readonly rows: readonly LineRow[];
  readonly total: number;
}

/** In days: how soon the end of a mandate is worth a word. */
export const endsWithin = 30;

const open = "g.withdrawn_at is null and now() < g.closes_at";
const conditions: Readonly<Record<PlanningChoice, string>> = {
  all: "true",
  waiting: `not exists (select from toetssteen.mandate g
    where g.organisation_id = $1 and g.subject_organisation_id = l.library and g.submission_id = l.submission_id and ${open}
      and not coalesce(tenancy.auditor_belongs(g.auditor_id, g.subject_organisation_id), false))`,
  ending: `exists (select from toetssteen.mandate g
    where g.organisation_id = $1 and g.subject_organisation_id = l.library and g.submission_id = l.submission_id and ${open}
      and g.opens_at <= now() and g.closes_at < now() + interval '${endsWithin} days')`,
};

/** A page of a certification body's lines, the latest submission first. */
export async function findLines(
  scope: Scope,
  asked: {
    organisationId: string;
    choice: PlanningChoice;
    after: LineCursor | null;
    limit: number;
  },
): Promise<FoundLines> {
  const { organisationId, choice, after, limit } = asked;
  const [found] = await scope.sql<FoundLines>(
    `planning lines ${choice}${after ? " after" : ""}`,
    `with latest as (
       select distinct on (n.subject_organisation_id, n.norm) n.subject_organisation_id as library, n.norm, n.submission_id, n.submitted_at
       from toetssteen.submission_notice n where n.organisation_id = $1
       order by n.subject_organisation_id, n.norm, n.submitted_at desc, n.submission_id desc
     ), chosen as materialized (select l.* from latest l where ${conditions[choice]})
     select (select coalesce(json_agg(json_build_object('libraryId', p.library, 'norm', p.norm,
           'submittedAt', to_char(p.submitted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
           order by p.submitted_at desc, p.library, p.norm), '[]')
         from (select c.* from chosen c
           ${after ? "where c.submitted_at < $3::timestamptz or (c.submitted_at = $3::timestamptz and (c.library, c.norm) > ($4::uuid, $5))" : ""}
           order by c.submitted_at desc, c.library, c.norm limit $2) p) as rows,
       (select count(*)::int from chosen) as total`,
    [organisationId, limit, ...(after ? [after.submittedAt, after.libraryId, after.norm] : [])],
  );
  return found ?? { rows: [], total: 0 };
}
