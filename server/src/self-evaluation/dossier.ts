import { threadsMade, type OpenThreadRow, type ThreadRow } from "../comment/comment.sql.ts";
import type { CommentThread } from "../comment/comment.type.ts";
import type { DiscussionKind, NeeLabel, PassageField } from "@toetssteen/contract";
import { findPart, type Edition, type Profile, type WorkState } from "@toetssteen/norms";
import { createPlacesOf, type PlacesOf } from "../evidence/evidence-use.loader.ts";
import { withItems, type FoundUse, type UseInBrief } from "../evidence/evidence-use.sql.ts";
import type { EvidenceInBrief } from "../evidence/evidence.sql.ts";
import type { Verdict } from "./self-evaluation.enums.ts";
import { Refusal } from "../refusal.ts";
import type { Member } from "../membership/member.type.ts";
import type { Scope } from "../tenancy/scope.ts";
import type { Actor } from "../rights/permissions.ts";
import { dossierStatement, type DossierPart } from "./dossier.sql.ts";
import { passageKey } from "./passage-key.ts";

export { cycleJson, type DossierPart } from "./dossier.sql.ts";

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
  /** Evidence by the part that it stands beside, in the order in which it was put there. */
  readonly evidence: ReadonlyMap<string, readonly FoundUse[]>;
  /** Threads by part, the oldest first. */
  readonly threads: ReadonlyMap<string, readonly CommentThread[]>;
  /** The open ones without their words, the oldest first. */
  readonly openThreads: readonly OpenThreadRow[];
  readonly beginning: Beginning;
  readonly actor: Actor;
  /** For showing that evidence. */
  readonly reading: Reading;
}

/** What is needed besides the rows to show evidence to somebody. */
export interface Reading {
  readonly organisationId: string;
  readonly actor: Actor;
  readonly editions: ReadonlyMap<string, Edition>;
  /** The open cycle with its work; null where there is none, or nobody asked what may be written. */
  readonly dossier: Dossier | null;
  /** For items that came without their places. */
  readonly placesOf: PlacesOf;
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

/** What was done before there is work to divide. */
export interface Beginning {
  /** Something stands in ambitions, bottlenecks or accents. */
  readonly ambitions: boolean;
  /** Somebody of the library changed its profile since it was made. */
  readonly profileChanged: boolean;
  /** More than one person can write here, or somebody is invited. */
  readonly colleagues: boolean;
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
  uses?: UseInBrief[];
  items?: EvidenceInBrief[];
  threads?: ThreadRow[];
  open_threads?: OpenThreadRow[];
  beginning?: Beginning;
}

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
  const { name, text, takesList } = dossierStatement(wanted, within !== null);
  const [row] = await scope.sql<DossierRow>(
    name,
    text,
    takesList ? [organisationId, within] : [organisationId],
  );
  if (!row) return null;
  const edition = editions.get(row.cycle.edition);
  if (!edition)
    throw new Error(`Edition ${row.cycle.edition} is pinned by a cycle and not loaded.`);
  const placesOf = createPlacesOf(scope, organisationId);
  let evidence: Dossier["evidence"] | undefined;
  let threads: Dossier["threads"] | undefined;
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
    get evidence() {
      return (evidence ??= Map.groupBy(
        withItems(asked("uses", row.uses), asked("items", row.items)),
        ({ use }) => use.part,
      ));
    },
    get threads() {
      return (threads ??= Map.groupBy(
        threadsMade(scope, organisationId, asked("threads", row.threads)),
        ({ part }) => part,
      ));
    },
    get openThreads() {
      return asked("open threads", row.open_threads);
    },
    get beginning() {
      return asked("beginning", row.beginning);
    },
    actor: scope.actor,
    get reading() {
      return {
        organisationId,
        actor: scope.actor,
        editions,
        dossier,
        placesOf,
      };
    },
  };
  return dossier;
}

/**
 * What there is to know of a part, to narrow a dossier to: the part itself and its norm, whose assignee may write in it.
 * @param code null for the cycle as a whole; of what no edition has, nothing
 */
export function aboutPart(editions: ReadonlyMap<string, Edition>, code: string | null): string[] {
  if (code === null) return [""];
  return [...editions.values()].flatMap((edition) => {
    const part = findPart(edition, code);
    return part ? [part.code, part.norm.code] : [];
  });
}

/** What nobody asked for is no empty list. */
function asked<Rows>(name: string, rows: Rows | undefined): Rows {
  if (rows === undefined) throw new Error(`The dossier was not asked for its ${name}.`);
  return rows;
}

/** @throws {Refusal} NOT_FOUND without an open cycle */
export async function getDossierOrThrow(
  scope: Scope,
  editions: ReadonlyMap<string, Edition>,
  organisationId: string,
  wanted: readonly DossierPart[],
  within: readonly string[] | null = null,
): Promise<Dossier> {
  const dossier = await findDossier(scope, editions, organisationId, wanted, within);
  if (!dossier) throw new Refusal("NOT_FOUND");
  return dossier;
}
