import type { Scope } from "../tenancy/scope.ts";
import { evidenceJson, useJoins, useJson, type EvidenceRow, type UseRow } from "./evidence.sql.ts";

/** A use and the item that is used. */
export interface FoundUse {
  readonly use: UseRow;
  readonly item: EvidenceRow;
  readonly removed: boolean;
}

/**
 * Uses of items that are there, beside these parts of a cycle or of all of it; by part, in the order in which they were added.
 * @param asked.parts null: all of them
 */
export async function findUses(
  scope: Scope,
  asked: { organisationId: string; cycleId: string; parts: readonly string[] | null },
): Promise<FoundUse[]> {
  return scope.sql<FoundUse>(
    "evidence uses",
    `select ${useJson} as use, ${evidenceJson} as item, false as removed
     from toetssteen.evidence_use u ${useJoins}
     join toetssteen.evidence e on e.organisation_id = u.organisation_id and e.id = u.evidence_id and e.removed_at is null
     where u.organisation_id = $1 and u.cycle_id = $2 and u.removed_at is null and ($3::text[] is null or u.part = any ($3))
     order by u.part, u.added_at, u.id`,
    [asked.organisationId, asked.cycleId, asked.parts],
  );
}

/** One use, also one that was removed. */
export async function findUse(
  scope: Scope,
  organisationId: string,
  id: string,
): Promise<FoundUse | null> {
  const [found] = await scope.sql<FoundUse>(
    "evidence use",
    `select ${useJson} as use, ${evidenceJson} as item, u.removed_at is not null or e.removed_at is not null as removed
     from toetssteen.evidence_use u ${useJoins}
     join toetssteen.evidence e on e.organisation_id = u.organisation_id and e.id = u.evidence_id
     where u.organisation_id = $1 and u.id = $2`,
    [organisationId, id],
  );
  return found ?? null;
}

/**
 * Adds a use, or changes what it shows and which page is meant where nobody did since `baseVersion`; with the work state
 * of its part.
 * @returns whether it was written
 */
export async function writeUse(
  scope: Scope,
  use: {
    organisationId: string;
    id: string;
    evidenceId: string;
    cycleId: string;
    part: string;
    slot: string | null;
    page: string;
    baseVersion: number;
  },
): Promise<boolean> {
  const rows = await scope.sql(
    "write evidence use",
    `with written as (
       insert into toetssteen.evidence_use as u (organisation_id, id, evidence_id, cycle_id, part, slot, page, added_by)
       select $1, $2, $3, $4, $5, $6, $7, $8 where $9::int = 0 or exists
         (select from toetssteen.evidence_use e where e.organisation_id = $1 and e.id = $2)
       on conflict (organisation_id, id) do update set slot = excluded.slot, page = excluded.page, version = u.version + 1
       where u.version = $9 and u.removed_at is null and u.evidence_id = $3 and u.cycle_id = $4 and u.part = $5
       returning u.part
     ), worked as (
       insert into toetssteen.progress (organisation_id, cycle_id, part, state, touched_at, touched_by)
       select $1, $4, part, 'IN_PROGRESS', now(), $8 from written
       on conflict (organisation_id, cycle_id, part) do update
       set state = case progress.state when 'TO_DO' then 'IN_PROGRESS' else progress.state end,
         touched_at = excluded.touched_at, touched_by = excluded.touched_by
     )
     select part from written`,
    [
      use.organisationId,
      use.id,
      use.evidenceId,
      use.cycleId,
      use.part,
      use.slot,
      use.page,
      scope.asker.personId,
      use.baseVersion,
    ],
  );
  return rows.length === 1;
}
