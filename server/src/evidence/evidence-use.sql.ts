import { memberJson, withMembers } from "../membership/member.sql.ts";
import type { Member } from "../membership/member.type.ts";
import type { Scope } from "../tenancy/scope.ts";
import {
  evidenceJson,
  type EvidenceInBrief,
  type EvidenceRow,
  type Extent,
} from "./evidence.sql.ts";

export interface UseInBrief {
  readonly id: string;
  readonly evidenceId: string;
  readonly cycleId: string;
  readonly edition: string;
  readonly part: string;
  readonly slot: string | null;
  readonly page: string;
  readonly version: number;
}

export interface UseRow extends UseInBrief {
  readonly addedAt: string;
  readonly addedBy: Member;
}

/** A use and the item that is used. */
export interface FoundUse<Use = UseInBrief, Item = EvidenceInBrief> {
  readonly use: Use;
  readonly item: Item;
  readonly removed: boolean;
}

/** @throws where it was selected in brief */
export function wholeUse(row: UseInBrief): UseRow {
  if ("addedAt" in row) return row as UseRow;
  throw new Error("A use was selected in brief.");
}

const restOfUse = `, 'addedAt', u.added_at, 'addedBy', (select ${memberJson("m")} from member m where m.person_id = u.added_by)`;

/** A {@link UseRow}, or that in brief, of the use `u` in the cycle `c`, in a statement that begins {@link withMembers}. */
export const useJson = (
  extent: Extent,
) => `json_build_object('id', u.id, 'evidenceId', u.evidence_id, 'cycleId', u.cycle_id,
  'edition', c.edition, 'part', u.part, 'slot', u.slot, 'page', u.page, 'version', u.version ${extent === "whole" ? restOfUse : ""})`;

/** Of the use `u` its cycle `c`. */
export const inCycle = `join toetssteen.cycle c on c.organisation_id = u.organisation_id and c.id = u.cycle_id`;

/** What is used beside parts of the cycle `cycle`, as the query `used`. @param narrowed further conditions on `u` */
export const usedIn = (cycle: string, narrowed: string) => `used as materialized (
  select u.* from ${cycle} join toetssteen.evidence_use u on u.organisation_id = $1 and u.cycle_id = ${cycle}.id
  where u.removed_at is null ${narrowed})`;

/** Rows of `used` in the cycle `c`. */
export const usesJson = (extent: Extent) =>
  `(select coalesce(json_agg(${useJson(extent)} order by u.part, u.added_at, u.id), '[]') from used u)`;

/** The items of `used` that are there, each once, however often it is used. */
export const usedItemsJson = (extent: Extent) =>
  `(select coalesce(json_agg(${evidenceJson(extent)}), '[]') from toetssteen.evidence e
  where e.organisation_id = $1 and e.removed_at is null and e.id in (select evidence_id from used))`;

/** Uses with their items; what is used of an item that was removed is left out. */
export function withItems(
  uses: readonly UseInBrief[],
  items: readonly EvidenceInBrief[],
): FoundUse[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  return uses.flatMap((use) => {
    const item = byId.get(use.evidenceId);
    return item ? [{ use, item, removed: false }] : [];
  });
}

/**
 * Of the items that `items` selects the ids of: where they are used, in this cycle and earlier ones, as the query `placed`.
 * Their cycles, of which a library has few, are read beside: else the database reads all that a cycle uses, to look which
 * are theirs.
 */
export const placedIn = (items: string, extent: Extent) => `u as materialized (
    select * from toetssteen.evidence_use u
    where u.organisation_id = $1 and u.evidence_id in (${items}) and u.removed_at is null
  ), c as materialized (
    select id, edition from toetssteen.cycle where organisation_id = $1
  ), placed as (
    select u.evidence_id, json_agg(${useJson(extent)} order by u.added_at, u.id) as uses
    from u join c on c.id = u.cycle_id group by u.evidence_id
  )`;

/** Where items are used, each with its places in the order in which it was put there. */
export async function findUsesOfItems(
  scope: Scope,
  organisationId: string,
  evidenceIds: readonly string[],
): Promise<ReadonlyMap<string, readonly UseRow[]>> {
  const rows = await scope.sql<{ evidence_id: string; uses: UseRow[] }>(
    "evidence uses of items",
    `${withMembers}, ${placedIn("select unnest($2::uuid[])", "whole")} select evidence_id, uses from placed`,
    [organisationId, evidenceIds],
  );
  return new Map(rows.map(({ evidence_id, uses }) => [evidence_id, uses]));
}

/** One use, also one that was removed. */
export async function findUse(
  scope: Scope,
  organisationId: string,
  id: string,
): Promise<FoundUse<UseRow, EvidenceRow> | null> {
  const [found] = await scope.sql<FoundUse<UseRow, EvidenceRow>>(
    "evidence use",
    `${withMembers}
     select ${useJson("whole")} as use, ${evidenceJson("whole")} as item, u.removed_at is not null or e.removed_at is not null as removed
     from toetssteen.evidence_use u ${inCycle}
     join toetssteen.evidence e on e.organisation_id = u.organisation_id and e.id = u.evidence_id
     where u.organisation_id = $1 and u.id = $2`,
    [organisationId, id],
  );
  return found ?? null;
}

/** What stands in one place: a document beside a part, the same slot and page of it, of which there is one at most. */
export interface UsePlace {
  readonly organisationId: string;
  readonly evidenceId: string;
  readonly cycleId: string;
  readonly part: string;
  readonly slot: string | null;
  readonly page: string;
}

/** That the use `alias` stands in the place `$3` to `$7` of the organisation `$1`. */
const isSame = (alias: string) =>
  `${alias}.organisation_id = $1 and ${alias}.evidence_id = $3 and ${alias}.cycle_id = $4 and ${alias}.part = $5
    and ${alias}.slot is not distinct from $6 and ${alias}.page = $7 and ${alias}.removed_at is null`;

/** The use that stands in a place, besides one that somebody wants to put there; null where there is none. */
export async function findUseAt(
  scope: Scope,
  { organisationId, evidenceId, cycleId, part, slot, page }: UsePlace,
  besides: string,
): Promise<FoundUse<UseRow, EvidenceRow> | null> {
  const [found] = await scope.sql<{ id: string }>(
    "evidence use in a place",
    `select o.id from toetssteen.evidence_use o where ${isSame("o")} and o.id <> $2`,
    [organisationId, besides, evidenceId, cycleId, part, slot, page],
  );
  return found ? findUse(scope, organisationId, found.id) : null;
}

/**
 * Adds a use, or changes what it shows and which page is meant where nobody did since `baseVersion`; with the work state
 * of its part.
 * @returns whether it was written: not where the same stands there already
 */
export async function writeUse(
  scope: Scope,
  use: UsePlace & { readonly id: string; readonly baseVersion: number },
): Promise<boolean> {
  const rows = await scope.sql(
    "write evidence use",
    `with added as (
       insert into toetssteen.evidence_use (organisation_id, id, evidence_id, cycle_id, part, slot, page, added_by)
       select $1, $2, $3, $4, $5, $6, $7, $8 where $9::int = 0
       on conflict do nothing returning part
     ), changed as (
       update toetssteen.evidence_use u set slot = $6, page = $7, version = u.version + 1
       where u.organisation_id = $1 and u.id = $2 and u.version = $9 and u.removed_at is null
         and u.evidence_id = $3 and u.cycle_id = $4 and u.part = $5
         and not exists (select from toetssteen.evidence_use o where ${isSame("o")} and o.id <> $2)
       returning u.part
     ), written as (
       select part from added union all select part from changed
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
      scope.actor.personId,
      use.baseVersion,
    ],
  );
  return rows.length === 1;
}
