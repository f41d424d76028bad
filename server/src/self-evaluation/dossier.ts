import { createThreadsOf, type ThreadsOf } from "../comment/comment.loader.ts";
import type { DiscussionKind, NeeLabel, PassageField } from "@toetssteen/contract";
import type { Edition, Profile, WorkState } from "@toetssteen/norms";
import { createPlacesOf, createUsesOf, type UsesOf } from "../evidence/evidence-use.loader.ts";
import type { Reading } from "../evidence/evidence.policy.ts";
import type { Verdict } from "../graphql/enums.ts";
import { Refusal } from "../graphql/errors.ts";
import { memberJson, withMembers } from "../membership/member.sql.ts";
import type { Member } from "../membership/member.type.ts";
import type { Asker, Scope } from "../tenancy/scope.ts";
import { passageKey } from "./passage-key.ts";

/** One library's living self-evaluation, as far as a document asks for it. */
export interface Dossier {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly cycle: CycleRow;
  readonly edition: Edition;
  readonly profile: DossierProfile;
  /** By indicator; one that was never written is not there. */
  readonly answers: ReadonlyMap<string, AnswerRow>;
  /** By part; one that nobody touched is not there. */
  readonly work: ReadonlyMap<string, WorkRow>;
  /** By {@link passageKey}; one that was never written is not there. */
  readonly passages: ReadonlyMap<string, PassageRow>;
  /** By part. */
  readonly plans: ReadonlyMap<string, PlanRow>;
  /** In the order in which they were held, those without a date last. */
  readonly discussions: readonly DiscussionRow[];
  readonly asker: Asker;
  /** Evidence beside a part; fetched when it is asked for. */
  readonly usesOf: UsesOf;
  /** For showing that evidence. */
  readonly reading: Reading;
  readonly threadsOf: ThreadsOf;
}

export interface DossierProfile extends Profile {
  /** Null for an organisation without a profile. */
  readonly locations: number | null;
}

export interface CycleRow {
  readonly id: string;
  readonly edition: string;
  readonly certificateExpiresOn: string | null;
  readonly announcedQuarter: string | null;
  readonly auditOn: string | null;
}

export interface AnswerRow {
  readonly indicator: string;
  readonly verdict: Verdict | null;
  readonly neeLabel: NeeLabel | null;
  readonly explanation: string;
  readonly version: number;
  readonly changedAt: string;
  readonly changedBy: Member;
}

export interface WorkRow {
  readonly part: string;
  readonly state: WorkState;
  readonly touchedAt: string;
  readonly assignee: Member | null;
  readonly dueOn: string | null;
}

export interface PassageRow {
  /** Empty for the cycle as a whole. */
  readonly part: string;
  readonly field: PassageField;
  readonly body: string;
  readonly version: number;
  readonly changedAt: string;
  readonly changedBy: Member;
}

export interface PlanRow {
  readonly part: string;
  readonly owner: Member | null;
  readonly dueOn: string | null;
  readonly version: number;
}

export interface DiscussionRow {
  readonly id: string;
  readonly norm: string;
  readonly withKind: DiscussionKind;
  readonly withWhom: string;
  readonly heldOn: string | null;
  readonly version: number;
}

interface DossierRow {
  organisation: Dossier["organisation"];
  cycle: CycleRow;
  profile: DossierProfile | null;
  answers?: AnswerRow[];
  work?: WorkRow[];
  passages?: PassageRow[];
  plans?: PlanRow[];
  discussions?: DiscussionRow[];
}

/** A {@link CycleRow} of the cycle `c`. */
export const cycleJson = `json_build_object('id', c.id, 'edition', c.edition,
  'certificateExpiresOn', c.certificate_expires_on, 'announcedQuarter', c.announced_quarter, 'auditOn', c.audit_on)`;

/** What the statement gathers besides the cycle, in the order of the columns; `<within column>` is where it is narrowed. */
const parts = {
  answers: `(select coalesce(json_agg(json_build_object(
      'indicator', a.indicator, 'verdict', a.verdict, 'neeLabel', a.nee_label, 'explanation', a.explanation, 'version', a.version,
      'changedAt', a.changed_at, 'changedBy', ${memberJson("m")})), '[]')
    from toetssteen.indicator_answer a
    join member m on m.person_id = a.changed_by
    where a.organisation_id = $1 and a.cycle_id = c.id <within a.indicator>) as answers`,
  work: `(select coalesce(json_agg(json_build_object('part', w.part, 'state', w.state, 'touchedAt', w.touched_at, 'dueOn', w.due_on,
      'assignee', case when m.person_id is not null then ${memberJson("m")} end)), '[]')
    from toetssteen.progress w
    left join member m on m.person_id = w.assignee_id
    where w.organisation_id = $1 and w.cycle_id = c.id <within w.part>) as work`,
  passages: `(select coalesce(json_agg(json_build_object(
      'part', t.part, 'field', t.field, 'body', t.body, 'version', t.version,
      'changedAt', t.changed_at, 'changedBy', ${memberJson("m")})), '[]')
    from toetssteen.passage t
    join member m on m.person_id = t.changed_by
    where t.organisation_id = $1 and t.cycle_id = c.id <within t.part>) as passages`,
  plans: `(select coalesce(json_agg(json_build_object('part', l.part, 'dueOn', l.due_on, 'version', l.version,
      'owner', case when m.person_id is not null then ${memberJson("m")} end)), '[]')
    from toetssteen.plan l
    left join member m on m.person_id = l.owner_id
    where l.organisation_id = $1 and l.cycle_id = c.id <within l.part>) as plans`,
  discussions: `(select coalesce(json_agg(json_build_object('id', d.id, 'norm', d.norm, 'withKind', d.with_kind,
      'withWhom', d.with_whom, 'heldOn', d.held_on, 'version', d.version) order by d.held_on, d.added_at, d.id), '[]')
    from toetssteen.discussion d
    where d.organisation_id = $1 and d.cycle_id = c.id and d.removed_at is null <within d.norm>) as discussions`,
} as const;
export type DossierPart = keyof typeof parts;

/**
 * The dossier of the library's open cycle in one statement, with just the parts asked for; null when there is none.
 * @param within codes of the norms, indicators and questions that it is about; null for all of them
 */
export async function findDossier(
  scope: Scope,
  editions: ReadonlyMap<string, Edition>,
  organisationId: string,
  wanted: readonly DossierPart[],
  within: readonly string[] | null = null,
): Promise<Dossier | null> {
  const [row] = await scope.sql<DossierRow>(
    `dossier ${wanted.join(" ")}${within === null ? "" : " within"}`,
    `${withMembers}
     select json_build_object('id', o.id, 'name', o.name) as organisation,
       ${cycleJson} as cycle,
       case when p.organisation_id is not null
         then json_build_object('vobMember', p.vob_member, 'runsIdo', p.runs_ido, 'locations', p.locations) end as profile
       ${wanted.map((part) => `, ${narrowed(parts[part], within !== null)}`).join("")}
     from toetssteen.organisation o
     join toetssteen.cycle c on c.organisation_id = o.id and c.closed_at is null
     left join toetssteen.library_profile p on p.organisation_id = o.id
     where o.id = $1`,
    within === null || wanted.length === 0 ? [organisationId] : [organisationId, within],
  );
  if (!row) return null;
  const edition = editions.get(row.cycle.edition);
  if (!edition)
    throw new Error(`Edition ${row.cycle.edition} is pinned by a cycle and not loaded.`);
  const placesOf = createPlacesOf(scope, organisationId);
  const dossier: Dossier = {
    organisation: row.organisation,
    cycle: row.cycle,
    edition,
    profile: row.profile ?? { vobMember: false, runsIdo: false, locations: null },
    answers: new Map(row.answers?.map((answer) => [answer.indicator, answer])),
    work: new Map(row.work?.map((work) => [work.part, work])),
    passages: new Map(
      row.passages?.map((passage) => [passageKey(passage.part, passage.field), passage]),
    ),
    plans: new Map(row.plans?.map((plan) => [plan.part, plan])),
    discussions: row.discussions ?? [],
    asker: scope.asker,
    threadsOf: createThreadsOf(scope, organisationId, row.cycle.id),
    usesOf: createUsesOf(scope, row.cycle.id, () => dossier.reading),
    get reading() {
      return { organisationId, asker: scope.asker, editions, dossier, placesOf };
    },
  };
  return dossier;
}

/** Two statements and no condition on whether there is a list: that would keep PostgreSQL from using the list as an index. */
function narrowed(part: string, isWithin: boolean): string {
  return part.replace(/<within (\S+)>/, (_, column: string) =>
    isWithin ? `and ${column} = any ($2)` : "",
  );
}

/** @throws {Refusal} NOT_FOUND without an open cycle */
export async function getDossierOrThrow(
  scope: Scope,
  editions: ReadonlyMap<string, Edition>,
  organisationId: string,
  wanted: readonly DossierPart[],
): Promise<Dossier> {
  const dossier = await findDossier(scope, editions, organisationId, wanted);
  if (!dossier) throw new Refusal("NOT_FOUND");
  return dossier;
}
