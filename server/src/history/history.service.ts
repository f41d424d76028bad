import type { PassageField } from "@toetssteen/contract";
import type { Edition } from "@toetssteen/norms";
import { requireId } from "../graphql/input.ts";
import { cut, pageSize } from "../graphql/page.ts";
import { memberJson } from "../membership/member.sql.ts";
import { findDossier } from "../self-evaluation/dossier.ts";
import { mayWrite } from "../self-evaluation/writing.policy.ts";
import type { Scope } from "../tenancy/scope.ts";
import type { HistoryEntry, HistoryPage } from "./history.type.ts";

/** @throws {Refusal} INVALID_INPUT */
export async function findHistory(
  scope: Scope,
  asked: {
    organisationId: string;
    cycleId: string;
    part: string;
    field: PassageField | null;
    first: number;
    before: number | null;
  },
): Promise<HistoryPage> {
  const { organisationId, part, field, before } = asked;
  const first = pageSize(asked.first);
  const place = [organisationId, requireId("cycleId", asked.cycleId), part];
  const found =
    field === null
      ? await scope.sql<HistoryEntry>("history of answer", ofAnswer, [...place, before, first + 1])
      : await scope.sql<HistoryEntry>("history of passage", ofPassage, [
          ...place,
          before,
          first + 1,
          field,
        ]);
  const { rows, last } = cut(found, first);
  return {
    organisationId,
    part: part === "" ? null : part,
    entries: rows,
    nextBefore: last?.version ?? null,
  };
}

/** Whether the person who asks may write an earlier version again, where it stood. */
export async function mayRestore(
  scope: Scope,
  editions: ReadonlyMap<string, Edition>,
  { organisationId, part }: HistoryPage,
): Promise<boolean> {
  const dossier = await findDossier(scope, editions, organisationId, ["work"]);
  return dossier !== null && mayWrite(dossier, part);
}

const common = `h.id, h.version, h.opened_at as "openedAt", h.written_at as "writtenAt",
  ${memberJson("m")} as by`;
const writer =
  "join toetssteen.membership m on m.organisation_id = h.organisation_id and m.person_id = h.written_by";
const latestFirst = "and ($4::int is null or h.version < $4) order by h.version desc limit $5";

const ofAnswer = `select ${common}, h.verdict, h.nee_label as "neeLabel", h.explanation as body
  from toetssteen.answer_history h ${writer}
  where h.organisation_id = $1 and h.cycle_id = $2 and h.indicator = $3 ${latestFirst}`;

const ofPassage = `select ${common}, null as verdict, null as "neeLabel", h.body
  from toetssteen.passage_history h ${writer}
  where h.organisation_id = $1 and h.cycle_id = $2 and h.part = $3 and h.field = $6 ${latestFirst}`;
