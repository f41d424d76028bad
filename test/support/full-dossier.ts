import { randomUUID } from "node:crypto";
import { passageFields } from "@toetssteen/contract";
import { kwaliteitInBeeld2 as edition, partsOf } from "@toetssteen/norms";
import type { Kind } from "@toetssteen/server/rights/kinds";
import { relations } from "@toetssteen/server/rights/relations";
import type { Library, Member, World } from "./scenario.ts";

/** A text that stands nowhere else, and where it was planted. */
export interface Planted {
  /** `table.column`. */
  readonly column: string;
  /** The norm that it belongs to; null for what is about the cycle as a whole. */
  readonly norm: string | null;
  readonly canary: string;
}

export interface FullDossier {
  /** What the library wrote: all of it has to be in what is handed in and in what is printed. */
  readonly texts: readonly Planted[];
  /** Dates that it filled in, no two alike, as YYYY-MM-DD. */
  readonly dates: readonly Planted[];
  /** What stands beside it and is nobody's business outside. */
  readonly internal: readonly string[];
}

/** Rows of these kinds are the dossier; a new text in one is planted, and looked for, by itself. */
const dossierKinds: readonly Kind[] = ["answers", "documents"];
/** Earlier texts, which are not handed in. */
const earlier = ["answer_history", "passage_history"];
/** What the system found out about a file, and the code of a slot: no words of the library. */
const found = ["refused_for", "media_type", "slot"];
/** What the library notes for itself beside its documents. */
const forItself = "evidence.personal_data_note";
const partColumns = ["part", "indicator", "norm"];

/**
 * Fills every box that a dossier has. Which columns take text is asked of the database: a table or column that is added
 * later is filled too, and turns whoever forgets it red.
 */
export async function fillDossier(
  world: World,
  library: Library,
  by: Member,
): Promise<FullDossier> {
  let made = 0;
  // Letters that no word begins with and no line breaks in.
  const canary = (letter = "q") => `${letter}x${String(++made).padStart(4, "0")}z`;
  const owner = await world.person(canary());
  await world.membership(owner, library, ["colleague"]);
  await world.rows(
    `update toetssteen.cycle set certificate_expires_on = '2099-06-30', announced_quarter = '2099-Q2', audit_on = '2099-05-04'
     where organisation_id = $1`,
    [library.id],
  );
  await fillRows(world, library, by, owner.id);

  const internal: string[] = [];
  const texts: Planted[] = [{ column: "membership.name", norm: null, canary: owner.name }];
  const dates: Planted[] = [];
  for (const { table, column, type } of await columnsOf(world))
    for (const { ctid, norm } of await rowsOf(world, table, library)) {
      const value = type === "date" ? `2098-01-01` : canary();
      const day = new Date(Date.UTC(2098, 0, ++made)).toISOString().slice(0, 10);
      const planted = { column: `${table}.${column}`, norm, canary: type === "date" ? day : value };
      const sql = `update toetssteen.${table} set "${column}" = $1 where ctid = $2 returning 1`;
      const written = await world
        .rows(sql, [planted.canary, ctid])
        // A check: such a column takes codes, no text of somebody's own.
        .catch((error: { code?: string }) => (error.code === "23514" ? [] : Promise.reject(error)));
      if (written.length === 0) continue;
      if (planted.column === forItself) internal.push(planted.canary);
      else (type === "date" ? dates : texts).push(planted);
    }
  internal.push(...(await fillInternal(world, library, by, () => canary("w"))));
  return { texts, dates, internal };
}

/** A row in every place where a library can write one. */
async function fillRows(
  world: World,
  library: Library,
  by: Member,
  ownerId: string,
): Promise<void> {
  const place = [library.id, library.cycleId];
  const parts = [{ code: "", kind: "cycle" as const }, ...partsOf(edition)];
  const evidenceId = randomUUID();
  await world.rows(
    `insert into toetssteen.evidence (organisation_id, id, kind, title, sharing, personal_data_note, about_to, added_by, changed_by)
     values ($1, $2, 'files', '-', 'shared', '', '2099-12-31', $3, $3)`,
    [library.id, evidenceId, by.id],
  );
  await world.rows(
    `insert into toetssteen.evidence_file
       (organisation_id, id, evidence_id, position, name, size, state, media_type, sha256, object_id, uploaded_by)
     values ($1, $2, $3, 0, '-', 12, 'ready', 'text/plain', repeat('0', 64), $2, $4)`,
    [library.id, randomUUID(), evidenceId, by.id],
  );
  for (const { code, kind } of parts) {
    if (kind !== "cycle")
      await world.rows(
        `insert into toetssteen.evidence_use (organisation_id, cycle_id, id, evidence_id, part, page, added_by)
         values ($1, $2, $3, $4, $5, '-', $6)`,
        [...place, randomUUID(), evidenceId, code, by.id],
      );
    for (const field of passageFields[kind])
      await world.rows(
        `insert into toetssteen.passage (organisation_id, cycle_id, part, field, body, version, changed_at, changed_by)
         values ($1, $2, $3, $4, '', 1, now(), $5)`,
        [...place, code, field, by.id],
      );
    if (kind === "indicator")
      await world.rows(
        `insert into toetssteen.indicator_answer
           (organisation_id, cycle_id, indicator, verdict, nee_label, explanation, version, changed_at, changed_by)
         values ($1, $2, $3, 'nee', 'not_yet', '', 1, now(), $4)`,
        [...place, code, by.id],
      );
    if (kind === "norm" || kind === "indicator")
      await world.rows(
        `insert into toetssteen.plan (organisation_id, cycle_id, part, owner_id, version, changed_by)
         values ($1, $2, $3, $4, 1, $5)`,
        [...place, code, ownerId, by.id],
      );
    if (kind === "norm")
      for (const withKind of ["function_group", "partner"])
        await world.rows(
          `insert into toetssteen.discussion (organisation_id, cycle_id, id, norm, with_kind, with_whom, added_by)
           values ($1, $2, $3, $4, $5, '-', $6)`,
          [...place, randomUUID(), code, withKind, by.id],
        );
  }
}

/** @returns what was planted where no reader of the dossier may find it, with the name of whoever typed */
async function fillInternal(
  world: World,
  library: Library,
  by: Member,
  canary: () => string,
): Promise<string[]> {
  const [comment, history, deed, removed] = [canary(), canary(), canary(), canary()];
  const place = [library.id, library.cycleId];
  await world.rows(
    `insert into toetssteen.comment (organisation_id, cycle_id, id, part, body, author_id) values ($1, $2, $3, '4', $4, $5)`,
    [...place, randomUUID(), comment, by.id],
  );
  await world.rows(
    `insert into toetssteen.passage_history
       (organisation_id, cycle_id, id, part, field, body, version, written_by, opened_at, written_at)
     values ($1, $2, $3, '4', 'facts', $4, 1, $5, now(), now())`,
    [...place, randomUUID(), history, by.id],
  );
  await world.rows(
    "insert into toetssteen.activity (organisation_id, id, at, person_id, what) values ($1, $2, now(), $3, $4)",
    [library.id, randomUUID(), by.id, deed],
  );
  await world.rows(
    `insert into toetssteen.progress (organisation_id, cycle_id, part, state, assignee_id, touched_at)
     values ($1, $2, '4', 'READY_TO_READ', $3, now())`,
    [...place, by.id],
  );
  await world.rows(
    `insert into toetssteen.discussion (organisation_id, cycle_id, id, norm, with_kind, with_whom, added_by, removed_at)
     values ($1, $2, $3, '4', 'partner', $4, $5, now())`,
    [...place, randomUUID(), removed, by.id],
  );
  return [comment, history, deed, removed, by.name, "READY_TO_READ"];
}

interface TextColumn {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

/** Every column of the dossier that takes text or a date and is no part of a key. */
async function columnsOf(world: World): Promise<TextColumn[]> {
  const tables = relations.flatMap((relation) =>
    "sides" in relation &&
    relation.sides.some(({ kind }) => dossierKinds.includes(kind)) &&
    !earlier.includes(relation.name)
      ? [relation.name]
      : [],
  );
  return world.rows<TextColumn>(
    `select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'toetssteen'::regnamespace and c.relname = any ($1) and a.attnum > 0 and not a.attisdropped
       and a.attgenerated = '' and not a.attname = any ($2) and format_type(a.atttypid, null) in ('text', 'date')
       and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'f') and a.attnum = any (k.conkey))
     order by 1, a.attnum`,
    [tables, [...partColumns, ...found]],
  );
}

/** @throws where nothing stands in a table: then `fillRows` has to learn of it */
async function rowsOf(
  world: World,
  table: string,
  library: Library,
): Promise<{ ctid: string; norm: string | null }[]> {
  const found = await world.rows<{ ctid: string; row: Record<string, string> }>(
    `select t.ctid::text, to_jsonb(t) as row from toetssteen.${table} t where t.organisation_id = $1`,
    [library.id],
  );
  if (found.length === 0) throw new Error(`Put rows into ${table}: fillRows in full-dossier.ts.`);
  return found.map(({ ctid, row }) => {
    const part = partColumns.map((column) => row[column]).find((code) => code !== undefined);
    return { ctid, norm: part?.split(".")[0] || null };
  });
}
