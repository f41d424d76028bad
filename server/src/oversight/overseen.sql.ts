import type { Edition, Profile, WorkState } from "@toetssteen/norms";
import { cycleJson, type CycleRow } from "../self-evaluation/dossier.ts";
import type { Scope } from "../tenancy/scope.ts";
import type { OverseenRow } from "./overseen-library.type.ts";

interface Row {
  organisation: OverseenRow["organisation"];
  cycle: CycleRow;
  profile: Profile;
  states: Record<string, WorkState>;
  last_active_on: string | null;
}

/** Libraries as level progress shows them, in the order of the ids; one that can't be seen, or has no open cycle, is left out. */
export async function findOverseen(
  scope: Scope,
  editions: ReadonlyMap<string, Edition>,
  organisationIds: readonly string[],
): Promise<OverseenRow[]> {
  const rows = await scope.sql<Row>(
    "overseen libraries",
    `select json_build_object('id', o.id, 'name', o.name) as organisation, ${cycleJson} as cycle,
       json_build_object('vobMember', p.vob_member, 'runsIdo', p.runs_ido) as profile,
       (select coalesce(json_object_agg(w.part, w.state), '{}') from toetssteen.progress w
         where w.organisation_id = o.id and w.cycle_id = c.id) as states,
       (select to_char(max(w.touched_at) at time zone 'Europe/Amsterdam', 'YYYY-MM-DD') from toetssteen.progress w
         where w.organisation_id = o.id and w.cycle_id = c.id) as last_active_on
     from unnest($1::uuid[]) with ordinality as asked (id, place)
     join toetssteen.organisation o on o.id = asked.id
     join toetssteen.cycle c on c.organisation_id = o.id and c.closed_at is null
     join toetssteen.library_profile p on p.organisation_id = o.id
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
      states: new Map(Object.entries(states)),
      lastActiveOn: last_active_on,
    };
  });
}

export type OverseenSort = "name" | "audit";

/** Where a page of members begins: the sort value and the id of the last one before it. */
export interface Cursor {
  readonly value: string;
  readonly id: string;
}

export interface GrantRow {
  organisation_id: string;
  value: string;
}

const sortColumn: Record<OverseenSort, string> = {
  name: "o.library_name",
  audit: "o.audit_from::text",
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
  const { sort } = asked;
  const order =
    sort === "name"
      ? "o.library_name, o.organisation_id"
      : "o.audit_from, o.library_name, o.organisation_id";
  const later =
    sort === "name" ? "(o.library_name, o.organisation_id) > ($4, $5::uuid)" : laterByAudit;
  return scope.sql<GrantRow>(
    `grants by ${sort}`,
    `select o.organisation_id, ${sortColumn[sort]} as value
     from toetssteen.oversight o
     where o.subject_organisation_id = $1 and o.withdrawn_at is null and ${inQuarter} and ${matches}
       and ($4::text is null or ${later})
     order by ${order} limit $6`,
    [
      asked.organisationId,
      asked.quarter,
      asked.search,
      asked.after?.value ?? null,
      asked.after?.id ?? null,
      asked.limit,
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
/** Within one day the name decides, so the place of the last one is looked up rather than sent along. */
const laterByAudit = `(o.audit_from, o.library_name, o.organisation_id) >
  ($4::date, (select b.library_name from toetssteen.oversight b
    where b.subject_organisation_id = $1 and b.organisation_id = $5::uuid and b.withdrawn_at is null), $5::uuid)`;
