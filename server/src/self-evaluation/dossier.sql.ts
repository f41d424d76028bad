import { openThreadsIn, openThreadsJson, saidIn, threadsJson } from "../comment/comment.sql.ts";
import { usedItemsJson, usedIn, usesJson } from "../evidence/evidence-use.sql.ts";
import { memberJson, withMembers } from "../membership/member.sql.ts";

/** A {@link CycleRow} of the cycle `c`. */
export const cycleJson = `json_build_object('id', c.id, 'edition', c.edition,
  'certificateExpiresOn', c.certificate_expires_on, 'announcedQuarter', c.announced_quarter, 'auditOn', c.audit_on)`;

/** What the statement gathers besides the cycle; `<within column>` is where it is narrowed. */
interface Gathered {
  /** Rows that it is made from, by the name of the query that selects them. */
  readonly from?: string;
  readonly columns: string;
}

const inCycle = (alias: string) => `${alias}.organisation_id = $1 and ${alias}.cycle_id = c.id`;
const orNobody = `case when m.person_id is not null then ${memberJson("m")} end`;

const gathered = {
  answers: {
    columns: `(select coalesce(json_agg(json_build_object(
        'indicator', a.indicator, 'verdict', a.verdict, 'neeLabel', a.nee_label, 'explanation', a.explanation, 'version', a.version,
        'changedAt', a.changed_at, 'changedBy', ${memberJson("m")})), '[]')
      from toetssteen.indicator_answer a
      join member m on m.person_id = a.changed_by
      where ${inCycle("a")} <within a.indicator>) as answers`,
  },
  work: {
    columns: `(select coalesce(json_agg(json_build_object(
        'part', w.part, 'state', w.state, 'touchedAt', w.touched_at, 'dueOn', w.due_on, 'assignee', ${orNobody})), '[]')
      from toetssteen.progress w
      left join member m on m.person_id = w.assignee_id
      where ${inCycle("w")} <within w.part>) as work`,
  },
  passages: {
    columns: `(select coalesce(json_agg(json_build_object(
        'part', t.part, 'field', t.field, 'body', t.body, 'version', t.version,
        'changedAt', t.changed_at, 'changedBy', ${memberJson("m")})), '[]')
      from toetssteen.passage t
      join member m on m.person_id = t.changed_by
      where ${inCycle("t")} <within t.part>) as passages`,
  },
  plans: {
    columns: `(select coalesce(json_agg(json_build_object(
        'part', l.part, 'dueOn', l.due_on, 'version', l.version, 'owner', ${orNobody})), '[]')
      from toetssteen.plan l
      left join member m on m.person_id = l.owner_id
      where ${inCycle("l")} <within l.part>) as plans`,
  },
  discussions: {
    columns: `(select coalesce(json_agg(json_build_object('id', d.id, 'norm', d.norm, 'withKind', d.with_kind,
        'withWhom', d.with_whom, 'heldOn', d.held_on, 'version', d.version) order by d.held_on, d.added_at, d.id), '[]')
      from toetssteen.discussion d
      where ${inCycle("d")} and d.removed_at is null <within d.norm>) as discussions`,
  },
  evidence: {
    from: usedIn("c", "<within u.part>"),
    columns: `${usesJson("whole")} as uses, ${usedItemsJson("whole")} as items`,
  },
  evidenceInBrief: {
    from: usedIn("c", "<within u.part>"),
    columns: `${usesJson("brief")} as uses, ${usedItemsJson("brief")} as items`,
  },
  threads: {
    from: saidIn("c", "<within r.part>"),
    columns: `${threadsJson} as threads`,
  },
  openThreads: {
    from: openThreadsIn("c", "<within r.part>"),
    columns: `${openThreadsJson} as open_threads`,
  },
  beginning: {
    columns: `json_build_object(
        'ambitions', exists (select from toetssteen.passage t where ${inCycle("t")} and t.part = '' and t.body <> ''),
        'profileChanged', coalesce(p.version > 1, false),
        'colleagues', (select count(*) from toetssteen.membership w where w.organisation_id = $1 and w.ended_at is null
            and w.roles && '{administrator,quality_coordinator,colleague}') > 1
          or exists (select from toetssteen.invitation i where i.organisation_id = $1
            and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > now())) as beginning`,
  },
} as const satisfies Record<string, Gathered>;
export type DossierPart = keyof typeof gathered;

/**
 * Selects the library `$1`'s open cycle with the parts that are asked for, in one row; nothing without an open cycle.
 * @param isWithin whether it is about a list of codes only: that is `$2` then, where a part wants it. Two statements and no condition on whether there is
 *   a list: that would keep PostgreSQL from using the list as an index.
 */
export function dossierStatement(wanted: readonly DossierPart[], isWithin: boolean): Statement {
  const name = `dossier ${wanted.join(" ")}${isWithin ? " within" : ""}`;
  let known = statements.get(name);
  if (!known) {
    const text = makeStatement(wanted, isWithin);
    statements.set(name, (known = { name, text, takesList: text.includes("$2") }));
  }
  return known;
}

interface Statement {
  readonly name: string;
  readonly text: string;
  /** Whether the list of codes goes along: PostgreSQL refuses a value that no part of the text takes. */
  readonly takesList: boolean;
}

const statements = new Map<string, Statement>();

function makeStatement(wanted: readonly DossierPart[], isWithin: boolean): string {
  const chosen: Gathered[] = wanted.map((part) => gathered[part]);
  const text = `${withMembers},
    c as materialized (select c.* from toetssteen.cycle c where c.organisation_id = $1 and c.closed_at is null)
    ${chosen.flatMap(({ from }) => (from === undefined ? [] : [`, ${from}`])).join("")}
    select json_build_object('id', o.id, 'name', o.name) as organisation,
      ${cycleJson} as cycle,
      case when p.organisation_id is not null
        then json_build_object('vobMember', p.vob_member, 'runsIdo', p.runs_ido, 'locations', p.locations) end as profile
      ${chosen.map(({ columns }) => `, ${columns}`).join("")}
    from toetssteen.organisation o
    join c on c.organisation_id = o.id
    left join toetssteen.library_profile p on p.organisation_id = o.id
    where o.id = $1`;
  return text.replaceAll(/<within (\S+)>/g, (_, column: string) =>
    isWithin ? `and ${column} = any ($2)` : "",
  );
}
