import { memberJson, withMembers } from "../membership/member.sql.ts";
import type { Member } from "../membership/member.type.ts";
import type { Scope } from "../tenancy/scope.ts";
import { evidenceJson, type EvidenceRow } from "./evidence.sql.ts";

export interface UseRow {
  readonly id: string;
  readonly evidenceId: string;
  readonly cycleId: string;
  readonly edition: string;
  readonly part: string;
  readonly slot: string | null;
  readonly page: string;
  readonly version: number;
  readonly addedAt: string;
  readonly addedBy: Member;
}

/** A use and the item that is used. */
export interface FoundUse {
  readonly use: UseRow;
  readonly item: EvidenceRow;
  readonly removed: boolean;
}

/** A {@link UseRow} of the use `u` in the cycle `c`, added by the member `m`. */
const useJson = `json_build_object('id', u.id, 'evidenceId', u.evidence_id, 'cycleId', u.cycle_id, 'edition', c.edition,
  'part', u.part, 'slot', u.slot, 'page', u.page, 'version', u.version, 'addedAt', u.added_at, 'addedBy', ${memberJson("m")})`;

/** In a statement that begins {@link withMembers}. */
const useJoins = `join toetssteen.cycle c on c.organisation_id = u.organisation_id and c.id = u.cycle_id
  join member m on m.person_id = u.added_by`;

/** What is used beside parts of the cycle `cycle`, as the query `used`. @param narrowed further conditions on `u` */
export const usedIn = (cycle: string, narrowed: string) => `used as materialized (
  select u.* from ${cycle} join toetssteen.evidence_use u on u.organisation_id = $1 and u.cycle_id = ${cycle}.id
  where u.removed_at is null ${narrowed})`;

/** Rows of `used` as {@link UseRow}s in the cycle `c`. */
export const usesJson = `(select coalesce(json_agg(${useJson} order by u.part, u.added_at, u.id), '[]')
  from used u join member m on m.person_id = u.added_by)`;

/** The items of `used` that are there, each once, however often it is used. */
export const usedItemsJson = `(select coalesce(json_agg(${evidenceJson}), '[]') from toetssteen.evidence e
  where e.organisation_id = $1 and e.removed_at is null and e.id in (select evidence_id from used))`;

/** Uses with their items; what is used of an item that was removed is left out. */
export function withItems(uses: readonly UseRow[], items: readonly EvidenceRow[]): FoundUse[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  return uses.flatMap((use) => {
    const item = byId.get(use.evidenceId);
    return item ? [{ use, item, removed: false }] : [];
  });
}

/** Where items are used, in this cycle and earlier ones, in the order in which they were put there. */
export async function findUsesOfItems(
  scope: Scope,
  organisationId: string,
  evidenceIds: readonly string[],
): Promise<UseRow[]> {
  const rows = await scope.sql<{ use: UseRow }>(
    "evidence uses of items",
    // Their cycles are looked up afterwards: else the database reads all that a cycle uses, to look which are theirs.
    `${withMembers}, u as materialized (
       select * from toetssteen.evidence_use u
       where u.organisation_id = $1 and u.evidence_id = any ($2) and u.removed_at is null
     )
     select ${useJson} as use from u ${useJoins} order by u.added_at, u.id`,
    [organisationId, evidenceIds],
  );
  return rows.map(({ use }) => use);
}

/** One use, also one that was removed. */
export async function findUse(
  scope: Scope,
  organisationId: string,
  id: string,
): Promise<FoundUse | null> {
  const [found] = await scope.sql<FoundUse>(
    "evidence use",
    `${withMembers}
     select ${useJson} as use, ${evidenceJson} as item, u.removed_at is not null or e.removed_at is not null as removed
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
