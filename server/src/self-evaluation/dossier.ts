import type { Edition, Profile, WorkState } from "@toetssteen/norms";
import type { Verdict } from "../graphql/enums.ts";
import type { Member } from "../membership/member.type.ts";
import type { Asker, Scope } from "../tenancy/scope.ts";

/** One library's living self-evaluation, as far as a document asks for it. */
export interface Dossier {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly cycle: CycleRow;
  readonly edition: Edition;
  readonly profile: Profile;
  /** By indicator; one that was never written is not there. */
  readonly answers: ReadonlyMap<string, AnswerRow>;
  /** By part; one that nobody touched is not there. */
  readonly work: ReadonlyMap<string, WorkRow>;
  readonly asker: Asker;
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
  readonly explanation: string;
  readonly version: number;
  readonly changedAt: string;
  readonly changedBy: Member;
}

export interface WorkRow {
  readonly part: string;
  readonly state: WorkState;
  readonly assignee: Member | null;
}

interface DossierRow {
  organisation: Dossier["organisation"];
  cycle: CycleRow;
  profile: Profile | null;
  answers?: AnswerRow[];
  work?: WorkRow[];
}

/** A {@link CycleRow} of the cycle `c`. */
export const cycleJson = `json_build_object('id', c.id, 'edition', c.edition,
  'certificateExpiresOn', c.certificate_expires_on, 'announcedQuarter', c.announced_quarter, 'auditOn', c.audit_on)`;

/** What the statement gathers besides the cycle, in the order of the columns. */
const parts = {
  answers: `(select coalesce(json_agg(json_build_object(
      'indicator', a.indicator, 'verdict', a.verdict, 'explanation', a.explanation, 'version', a.version,
      'changedAt', a.changed_at, 'changedBy', json_build_object('personId', m.person_id, 'name', m.name))), '[]')
    from toetssteen.indicator_answer a
    join toetssteen.membership m on m.organisation_id = a.organisation_id and m.person_id = a.changed_by
    where a.organisation_id = $1 and a.cycle_id = c.id) as answers`,
  work: `(select coalesce(json_agg(json_build_object('part', w.part, 'state', w.state,
      'assignee', case when m.person_id is not null then json_build_object('personId', m.person_id, 'name', m.name) end)), '[]')
    from toetssteen.progress w
    left join toetssteen.membership m on m.organisation_id = w.organisation_id and m.person_id = w.assignee_id
    where w.organisation_id = $1 and w.cycle_id = c.id) as work`,
} as const;
export type DossierPart = keyof typeof parts;

/** The dossier of the library's open cycle in one statement, with just the parts asked for; null when there is none. */
export async function findDossier(
  scope: Scope,
  editions: ReadonlyMap<string, Edition>,
  organisationId: string,
  wanted: readonly DossierPart[],
): Promise<Dossier | null> {
  const [row] = await scope.sql<DossierRow>(
    `dossier ${wanted.join(" ")}`,
    `select json_build_object('id', o.id, 'name', o.name) as organisation,
       ${cycleJson} as cycle,
       case when p.organisation_id is not null
         then json_build_object('vobMember', p.vob_member, 'runsIdo', p.runs_ido) end as profile
       ${wanted.map((part) => `, ${parts[part]}`).join("")}
     from toetssteen.organisation o
     join toetssteen.cycle c on c.organisation_id = o.id and c.closed_at is null
     left join toetssteen.library_profile p on p.organisation_id = o.id
     where o.id = $1`,
    [organisationId],
  );
  if (!row) return null;
  const edition = editions.get(row.cycle.edition);
  if (!edition)
    throw new Error(`Edition ${row.cycle.edition} is pinned by a cycle and not loaded.`);
  return {
    organisation: row.organisation,
    cycle: row.cycle,
    edition,
    profile: row.profile ?? { vobMember: false, runsIdo: false },
    answers: new Map(row.answers?.map((answer) => [answer.indicator, answer])),
    work: new Map(row.work?.map((work) => [work.part, work])),
    asker: scope.asker,
  };
}
