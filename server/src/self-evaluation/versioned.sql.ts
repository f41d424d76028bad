import { v7 as uuidv7 } from "uuid";
import type { Scope } from "../tenancy/scope.ts";

/** A table of texts with a version, and the table with their history; both keyed by organisation, cycle and a place. */
export interface VersionedTable {
  readonly table: string;
  readonly history: string;
  /** Columns that say where in the self-evaluation a text stands. */
  readonly place: readonly string[];
  /** Columns that hold what was written. */
  readonly content: readonly string[];
}

/** What is written where. Place and content are in the order of the table's columns. */
export interface VersionedWrite {
  readonly organisationId: string;
  readonly cycleId: string;
  readonly place: readonly string[];
  /** Version that the words were based on; 0 for the first. */
  readonly baseVersion: number;
  readonly content: readonly (string | null)[];
  /** The part whose work state this touches; null for texts of the cycle as a whole. */
  readonly part: string | null;
  /** An earlier version is put back: always an entry of its own in the history, so that what stood is kept. */
  readonly restoring: boolean;
}

/** Words by the same person within this time are one entry in the history. */
const quiet = "interval '10 minutes'";

/**
 * Text, history, work state and activity in one statement, so that a write is one round trip and can't be half.
 * A stale `baseVersion` matches no row, nor does a cycle of nobody or of others: then nothing is written anywhere.
 * @returns whether it was written
 */
export async function writeVersioned(
  scope: Scope,
  versioned: VersionedTable,
  write: VersionedWrite,
): Promise<boolean> {
  const rows = await scope.sql(`write ${versioned.table}`, statementFor(versioned), [
    write.organisationId,
    write.cycleId,
    write.part,
    write.baseVersion,
    scope.actor.personId,
    uuidv7(),
    uuidv7(),
    write.restoring,
    ...write.place,
    ...write.content,
  ]);
  return rows.length === 1;
}

const statements = new Map<VersionedTable, string>();

function statementFor(versioned: VersionedTable): string {
  const known = statements.get(versioned);
  if (known !== undefined) return known;
  const made = makeStatement(versioned);
  statements.set(versioned, made);
  return made;
}

function makeStatement({ table, history, place, content }: VersionedTable): string {
  const first = 9;
  const placeValues = place.map((_, index) => `$${first + index}`);
  const contentValues = content.map((_, index) => `$${first + place.length + index}`);
  const here = (alias: string) =>
    [
      `${alias}.organisation_id = $1`,
      `${alias}.cycle_id = $2`,
      ...place.map((column, index) => `${alias}.${column} = ${placeValues[index]}`),
    ].join(" and ");
  const contentSet = content
    .map((column, index) => `${column} = ${contentValues[index]}`)
    .join(", ");
  const columns = [...place, ...content].join(", ");
  const values = [...placeValues, ...contentValues].join(", ");
  return `
    with first as (
      insert into toetssteen.${table} (organisation_id, cycle_id, ${columns}, version, changed_at, changed_by)
      select $1, $2, ${values}, 1, now(), $5 where $4::int = 0
        and exists (select from toetssteen.cycle c where c.organisation_id = $1 and c.id = $2)
      on conflict do nothing
      returning version
    ), later as (
      update toetssteen.${table} t
      set ${contentSet}, version = t.version + 1, changed_at = now(), changed_by = $5
      where ${here("t")} and t.version = $4 and $4 > 0
      returning t.version
    ), written as (
      select version from first union all select version from later
    ), grown as (
      update toetssteen.${history} h
      set ${contentSet}, version = written.version, written_at = now()
      from written
      where ${here("h")} and h.version = written.version - 1 and h.written_by = $5 and h.written_at > now() - ${quiet}
        and not $8::boolean
      returning h.id
    ), begun as (
      insert into toetssteen.${history} (organisation_id, id, cycle_id, ${columns}, version, written_by, opened_at, written_at)
      select $1, $6, $2, ${values}, written.version, $5, now(), now()
      from written where not exists (select from grown)
      returning id
    ), worked as (
      insert into toetssteen.progress (organisation_id, cycle_id, part, state, touched_at, touched_by)
      select $1, $2, $3, 'IN_PROGRESS', now(), $5 from written where $3::text is not null
      on conflict (organisation_id, cycle_id, part) do update
      set state = case progress.state when 'TO_DO' then 'IN_PROGRESS' else progress.state end,
        touched_at = excluded.touched_at, touched_by = excluded.touched_by
    ), noted as (
      insert into toetssteen.activity (organisation_id, id, at, person_id, what, cycle_id, part)
      select $1, $7, now(), $5, case when $8 then 'restored' else 'answered' end, $2, $3 from begun
    )
    select version from written`;
}
