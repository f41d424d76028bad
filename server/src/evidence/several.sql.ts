import type { EvidenceFacts } from "@toetssteen/contract";
import { withMembers } from "../membership/member.sql.ts";
import type { Scope } from "../tenancy/scope.ts";
import type { AddedEvidenceUse } from "./several.input.ts";
import { inCycle, useJson, type FoundUse, type UseRow } from "./evidence-use.sql.ts";
import { evidenceJson, type EvidenceRow } from "./evidence.sql.ts";

/** Items by id, as they stand; until this transaction ends nobody else changes them. */
export async function lockItems(
  scope: Scope,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, EvidenceRow>> {
  const values = [organisationId, ids];
  await scope.sql(
    "lock evidence items",
    `select from toetssteen.evidence e where e.organisation_id = $1 and e.id = any($2::uuid[])
     order by e.id for update`,
    values,
  );
  return findItems(scope, organisationId, ids);
}

export async function findItems(
  scope: Scope,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, EvidenceRow>> {
  const rows = await scope.sql<{ item: EvidenceRow }>(
    "evidence items",
    `${withMembers} select ${evidenceJson("whole")} as item from toetssteen.evidence e
     where e.organisation_id = $1 and e.id = any($2::uuid[])`,
    [organisationId, ids],
  );
  return new Map(rows.map(({ item }) => [item.id, item]));
}

/** Says of items who may see them and what period they are about. */
export async function writeFacts(
  scope: Scope,
  organisationId: string,
  items: readonly (EvidenceFacts & { readonly id: string })[],
): Promise<void> {
  await scope.sql(
    "change evidence items",
    `update toetssteen.evidence e
     set sharing = sent.sharing, about_from = sent.about_from, about_to = sent.about_to,
       version = e.version + 1, changed_at = now(), changed_by = $6
     from unnest($2::uuid[], $3::text[], $4::date[], $5::date[]) as sent (id, sharing, about_from, about_to)
     where e.organisation_id = $1 and e.id = sent.id`,
    [
      organisationId,
      items.map(({ id }) => id),
      items.map(({ sharing }) => sharing),
      items.map(({ aboutFrom }) => aboutFrom),
      items.map(({ aboutTo }) => aboutTo),
      scope.actor.personId,
    ],
  );
}

/** @returns the ids of those that were not so before */
export async function setItemsRemoved(
  scope: Scope,
  organisationId: string,
  ids: readonly string[],
  removed: boolean,
): Promise<ReadonlySet<string>> {
  const rows = await scope.sql<{ id: string }>(
    "remove evidence items",
    `update toetssteen.evidence set removed_at = case when $3 then now() end
     where organisation_id = $1 and id = any($2::uuid[]) and (removed_at is not null) <> $3 returning id`,
    [organisationId, ids, removed],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Uses by id, also those that were removed. */
export async function findUses(
  scope: Scope,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FoundUse<UseRow, EvidenceRow>>> {
  const rows = await scope.sql<FoundUse<UseRow, EvidenceRow>>(
    "evidence uses",
    `${withMembers}
     select ${useJson("whole")} as use, ${evidenceJson("whole")} as item, u.removed_at is not null as removed
     from toetssteen.evidence_use u ${inCycle}
     join toetssteen.evidence e on e.organisation_id = u.organisation_id and e.id = u.evidence_id
     where u.organisation_id = $1 and u.id = any($2::uuid[])`,
    [organisationId, ids],
  );
  return new Map(rows.map((row) => [row.use.id, row]));
}

/**
 * Takes uses away, or brings back those of which the place is free, of several in one place one.
 * @returns the ids of those that were not so before
 */
export async function setUsesRemoved(
  scope: Scope,
  organisationId: string,
  ids: readonly string[],
  removed: boolean,
): Promise<ReadonlySet<string>> {
  const rows = await scope.sql<{ id: string }>(
    "remove evidence uses",
    `update toetssteen.evidence_use u set removed_at = case when $3 then now() end
     where u.organisation_id = $1 and u.id = any($2::uuid[]) and (u.removed_at is not null) <> $3
       and ($3 or not exists (select from toetssteen.evidence_use o
         where o.organisation_id = $1 and o.evidence_id = u.evidence_id and o.cycle_id = u.cycle_id and o.part = u.part
           and o.slot is not distinct from u.slot and o.page = u.page
           and (o.removed_at is null or o.id = any($2::uuid[]) and o.id < u.id)))
     returning u.id`,
    [organisationId, ids, removed],
  );
  return new Set(rows.map(({ id }) => id));
}

/**
 * Puts items beside parts, with the work state of those parts; what stands in a place already stays.
 * @returns for each that was sent, in that order, the use that stands in its place (null where its id was used for
 *   another), and whether it came now
 */
export async function addUses(
  scope: Scope,
  organisationId: string,
  cycleId: string,
  uses: readonly AddedEvidenceUse[],
): Promise<readonly { readonly id: string | null; readonly isNew: boolean }[]> {
  const values = [
    organisationId,
    cycleId,
    uses.map(({ id }) => id),
    uses.map(({ evidenceId }) => evidenceId),
    uses.map(({ part }) => part),
    uses.map(({ slot }) => slot),
    uses.map(({ page }) => page),
  ];
  const sent = `unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[])
    with ordinality as sent (id, evidence_id, part, slot, page, place)`;
  const added = await scope.sql<{ id: string }>(
    "add evidence uses",
    `with added as (
       insert into toetssteen.evidence_use (organisation_id, id, evidence_id, cycle_id, part, slot, page, added_by)
       select $1, id, evidence_id, $2, part, slot, page, $8 from ${sent} order by place
       on conflict do nothing returning id, part
     ), worked as (
       insert into toetssteen.progress (organisation_id, cycle_id, part, state, touched_at, touched_by)
       select $1, $2, part, 'IN_PROGRESS', now(), $8 from (select distinct part from added order by part) begun
       on conflict (organisation_id, cycle_id, part) do update
       set state = case progress.state when 'TO_DO' then 'IN_PROGRESS' else progress.state end,
         touched_at = excluded.touched_at, touched_by = excluded.touched_by
     )
     select id from added`,
    [...values, scope.actor.personId],
  );
  const standing = await scope.sql<{ id: string | null }>(
    "evidence uses in places",
    `select u.id from ${sent}
     left join toetssteen.evidence_use u on u.organisation_id = $1 and u.cycle_id = $2 and u.evidence_id = sent.evidence_id
       and u.part = sent.part and u.slot is not distinct from sent.slot and u.page = sent.page and u.removed_at is null
     order by place`,
    values,
  );
  const isNew = new Set(added.map(({ id }) => id));
  return standing.map(({ id }) => ({ id, isNew: id !== null && isNew.has(id) }));
}
