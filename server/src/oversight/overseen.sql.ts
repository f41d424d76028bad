import type { Edition, Profile } from "@toetssteen/norms";
import { cycleJson, type CycleRow } from "../self-evaluation/dossier.ts";
import type { Scope } from "../tenancy/scope.ts";
import type { OverseenRow } from "./overseen-library.type.ts";

interface Row {
  organisation: OverseenRow["organisation"];
  cycle: CycleRow;
  profile: Profile;
  states: OverseenRow["inState"] | null;
  last_active_on: string | null;
}

/**
 * Libraries as level progress shows them, in the order of the ids; one that can't be seen, or has no open cycle, is left
 * out. Looked up one by one: of joins the planner thinks that the policies let half of all libraries through, and reads all.
 */
export async function findOverseen(
  scope: Scope,
  editions: ReadonlyMap<string, Edition>,
  organisationIds: readonly string[],
): Promise<OverseenRow[]> {
  const rows = await scope.sql<Row>(
    "overseen libraries",
    `select json_build_object('id', o.id, 'name', o.name) as organisation, ${cycleJson} as cycle,
       json_build_object('vobMember', p.vob_member, 'runsIdo', p.runs_ido) as profile,
       work.states, to_char(work.touched_at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD') as last_active_on
     from unnest($1::uuid[]) with ordinality as asked (id, place)
     cross join lateral (select * from toetssteen.organisation l where l.id = asked.id limit 1) o
     cross join lateral (select * from toetssteen.cycle l where l.organisation_id = asked.id and l.closed_at is null limit 1) c
     cross join lateral (select * from toetssteen.library_profile l where l.organisation_id = asked.id limit 1) p
     cross join lateral (select json_object_agg(w.state, w.parts) as states, max(w.touched_at) as touched_at
       from (select w.state, json_agg(w.part) as parts, max(w.touched_at) as touched_at from toetssteen.progress w
         where w.organisation_id = asked.id and w.cycle_id = c.id group by w.state) w) work
     order by asked.place`,
    [organisationIds],
  );
  return rows.map(({ last_active_on, states, ...row }) => {
    const edition = editions.get(row.cycle.edition);
    if (!edition)
      throw new Error(`Edition ${row.cycle.edition} is pinned by a cycle and not loaded.`);
    return {
      ...row,
      edition,
      inState: states ?? {},
      lastActiveOn: last_active_on,
    };
  });
}

export type OverseenSort = "name" | "audit";

/** The last library of the page before, by all that pages are sorted by: it may be gone when the next page is asked. */
export interface Cursor {
  /** YYYY-MM-DD or `infinity`. */
  readonly auditFrom: string;
  readonly name: string;
  readonly id: string;
}

export interface GrantRow {
  organisation_id: string;
  library_name: string;
  audit_from: string;
}

const order: Record<OverseenSort, string> = {
  name: "o.library_name, o.organisation_id",
  audit: "o.audit_from, o.library_name, o.organisation_id",
};
const later: Record<OverseenSort, string> = {
  name: "(o.library_name, o.organisation_id) > ($5, $6::uuid)",
  audit: "(o.audit_from, o.library_name, o.organisation_id) > ($7::date, $5, $6::uuid)",
};

/** One page of the libraries that let a support organisation look, by index, whatever their number. */
export function findGrantPage(
  scope: Scope,
  asked: {
    organisationId: string;
    sort: OverseenSort;
    quarter: string | null;
    search: string;
    after: Cursor | null;
    limit: number;
  },
): Promise<GrantRow[]> {
  const { sort, after } = asked;
  const place = [after?.name ?? null, after?.id ?? null, after?.auditFrom ?? null];
  return scope.sql<GrantRow>(
    `grants by ${sort}`,
    `select o.organisation_id, o.library_name, o.audit_from::text
     from toetssteen.oversight o
     where o.subject_organisation_id = $1 and o.withdrawn_at is null and ${inQuarter} and ${matches}
       and ($5::text is null or ${later[sort]})
     order by ${order[sort]} limit $4`,
    [
      asked.organisationId,
      asked.quarter,
      asked.search,
      asked.limit,
      ...(sort === "name" ? place.slice(0, 2) : place),
    ],
  );
}

export async function countGrants(
  scope: Scope,
  asked: { organisationId: string; quarter: string | null; search: string },
): Promise<number> {
  const [row] = await scope.sql<{ count: number }>(
    "count grants",
    `select count(*)::int as count from toetssteen.oversight o
     where o.subject_organisation_id = $1 and o.withdrawn_at is null and ${inQuarter} and ${matches}`,
    [asked.organisationId, asked.quarter, asked.search],
  );
  return row?.count ?? 0;
}

const inQuarter = `($2::text is null or (o.audit_from >= to_date(substr($2, 1, 4) || '-' || (substr($2, 7, 1)::int * 3 - 2), 'YYYY-MM')
  and o.audit_from < to_date(substr($2, 1, 4) || '-' || (substr($2, 7, 1)::int * 3 - 2), 'YYYY-MM') + interval '3 months'))`;
const matches = "($3 = '' or strpos(lower(o.library_name), lower($3)) > 0)";
