import { daysOfQuarter, type Edition, type Profile } from "@toetssteen/norms";
import { cycleJson, type CycleRow } from "../self-evaluation/dossier.ts";
import { byName } from "../search/fold.sql.ts";
import type { Scope } from "../tenancy/scope.ts";
import type { OverseenRow } from "./overseen-library.type.ts";

interface Row {
  organisation: OverseenRow["organisation"];
  cycle: CycleRow;
  profile: Profile;
  states: OverseenRow["inState"] | null;
  submitted?: OverseenRow["submitted"] | null;
  lastActiveOn: string | null;
}

/** Days on which norms were submitted last, by the norm's code. */
const submittedJson = `(select json_object_agg(w.part, to_char(w.submitted_at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD'))
  from toetssteen.progress w
  where w.organisation_id = asked.id and w.cycle_id = c.id and w.submitted_at is not null)`;

/**
 * Libraries as level progress shows them, in the order of the ids; one that can't be seen, or has no open cycle, is left
 * out. Looked up one by one: of joins the planner thinks that the policies let half of all libraries through, and reads all.
 * @param withSubmitted whether it is also read when norms were submitted
 */
export async function findOverseen(
  scope: Scope,
  editions: ReadonlyMap<string, Edition>,
  organisationIds: readonly string[],
  withSubmitted: boolean,
): Promise<OverseenRow[]> {
  const [found] = await scope.sql<{ libraries: Row[] }>(
    `overseen libraries${withSubmitted ? " and submitted" : ""}`,
    `select coalesce(json_agg(json_build_object('organisation', json_build_object('id', o.id, 'name', o.name), 'cycle', ${cycleJson},
         'profile', json_build_object('vobMember', p.vob_member, 'runsIdo', p.runs_ido), 'states', work.states,
         ${withSubmitted ? `'submitted', ${submittedJson},` : ""}
         'lastActiveOn', to_char(work.touched_at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD'))
       order by asked.place), '[]') as libraries
     from unnest($1::uuid[]) with ordinality as asked (id, place)
     cross join lateral (select * from toetssteen.organisation l where l.id = asked.id limit 1) o
     cross join lateral (select * from toetssteen.cycle l where l.organisation_id = asked.id and l.closed_at is null limit 1) c
     cross join lateral (select * from toetssteen.library_profile l where l.organisation_id = asked.id limit 1) p
     cross join lateral (select json_object_agg(w.state, w.parts) as states, max(w.touched_at) as touched_at
       from (select w.state, json_agg(w.part) as parts, max(w.touched_at) as touched_at from toetssteen.progress w
         where w.organisation_id = asked.id and w.cycle_id = c.id group by w.state) w) work`,
    [organisationIds],
  );
  return (found?.libraries ?? []).map(({ states, submitted, ...row }) => {
    const edition = editions.get(row.cycle.edition);
    if (!edition)
      throw new Error(`Edition ${row.cycle.edition} is pinned by a cycle and not loaded.`);
    return { ...row, edition, inState: states ?? {}, submitted: submitted ?? {} };
  });
}

export type OverseenSort = "name" | "audit";

/** The last library of the page before, by all that pages are sorted by: it may be gone when the next page is asked. */
export interface Cursor {
  /** YYYY-MM-DD or `infinity`. */
  readonly auditFrom: string;
  /** Folded, as names are put in order. */
  readonly name: string;
  readonly id: string;
}

export interface GrantRow {
  organisation_id: string;
  /** Of the library's name. */
  folded: string;
  audit_from: string;
}

const order: Record<OverseenSort, string> = {
  name: `o.folded ${byName}, o.organisation_id`,
  audit: `o.audit_from, o.folded ${byName}, o.organisation_id`,
};

/** One page of the libraries that let a support organisation look, by index, whatever their number. */
export interface GrantPage {
  readonly rows: readonly GrantRow[];
  /** On all pages; 0 where it wasn't asked for. */
  readonly total: number;
}

/** @param asked.quarter YYYY-Qn · asked.words folded; each stands in the name */
export async function findGrantPage(
  scope: Scope,
  asked: {
    organisationId: string;
    sort: OverseenSort;
    quarter: string | null;
    words: readonly string[];
    after: Cursor | null;
    limit: number;
    total: boolean;
  },
): Promise<GrantPage> {
  const { sort, quarter, words, after, total } = asked;
  const values: unknown[] = [asked.organisationId, asked.limit];
  const placeholder = (value: string | readonly string[]) => `$${values.push(value)}`;
  // Just the conditions that are used, so that the database plans each statement once.
  const conditions = ["o.subject_organisation_id = $1", "o.withdrawn_at is null"];
  if (quarter !== null) {
    const { from, to } = daysOfQuarter(quarter);
    conditions.push(`o.audit_from between ${placeholder(from)}::date and ${placeholder(to)}::date`);
  }
  if (words.length > 0)
    conditions.push(`not exists (select from unnest(${placeholder(words)}::text[]) as looked (word)
      where strpos(o.folded, looked.word) = 0)`);
  const chosen = conditions.join(" and ");
  const later =
    after === null
      ? ""
      : sort === "name"
        ? `and (o.folded ${byName}, o.organisation_id) > (${placeholder(after.name)}, ${placeholder(after.id)}::uuid)`
        : `and (o.audit_from, o.folded ${byName}, o.organisation_id) >
             (${placeholder(after.auditFrom)}::date, ${placeholder(after.name)}, ${placeholder(after.id)}::uuid)`;
  const what = [sort, quarter !== null && "quarter", words.length > 0 && "words", after && "after"];
  const [found] = await scope.sql<GrantPage>(
    `grants ${[...what, total && "total"].filter(Boolean).join(" ")}`,
    `select (select coalesce(json_agg(g), '[]') from (
         select o.organisation_id, o.folded, o.audit_from::text from toetssteen.oversight o
         where ${chosen} ${later} order by ${order[sort]} limit $2) g) as rows,
       ${total ? `(select count(*)::int from toetssteen.oversight o where ${chosen})` : "0"} as total`,
    values,
  );
  return found ?? { rows: [], total: 0 };
}
