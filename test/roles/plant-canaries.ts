import type { World } from "../support/scenario.ts";

/** A text that says where it stands. */
export interface Canary {
  /** Name of the organisation that it was planted in: small letters. */
  readonly place: string;
  /** `table.column` */
  readonly column: string;
}

const shape = /kanarie-([a-z]+)-([a-z_]+\.[a-z_]+)/g;

/** The canaries in a text, each as often as it is there. */
export function canariesIn(text: string): Canary[] {
  return [...text.matchAll(shape)].map(([, place = "", column = ""]) => ({ place, column }));
}

/**
 * Writes into every column of an organisation that takes text which organisation and column it is.
 * @param more what stands behind it; a column that has no room for it is left as it was
 * @returns the columns that could be written, as `table.column`
 */
export async function plantCanaries(
  world: World,
  organisationId: string,
  place: string,
  more = "",
): Promise<string[]> {
  const done: string[] = [];
  for (const { table, column, type, of } of await textColumns(world)) {
    const name = `${table}.${column}`;
    const text = `kanarie-${place}-${name}${more}`;
    const inJson = JSON.stringify(text).slice(1, -1);
    const values: Record<string, string> = {
      "submission.document": `replace(document, 'Toelichting', ${literal(inJson)})`,
      "invitation.email": `${literal(text)} || id`,
      "oversight.library_name": "library_name",
      // A document stands beside a part once for each page.
      "evidence_use.page": `${literal(`${text} `)} || id`,
      // A code of ours; under another one the same id would be somebody else's mistake.
      "submission.norm": "norm",
    };
    const plain =
      type === "jsonb"
        ? literal(`[{"field": "${inJson}", "from": "${inJson}", "to": "${inJson}"}]`)
        : literal(text);
    const written = await world
      .rows(
        `update toetssteen.${table} set "${column}" = ${values[name] ?? plain} where "${of}" = $1 returning 1`,
        [organisationId],
      )
      .catch((error: { code?: string }) => {
        // A check: such a column takes no text of somebody's own.
        if (error.code === "23514") return [];
        throw error;
      });
    if (written.length > 0) done.push(name);
  }
  return done.toSorted();
}

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

function textColumns(world: World) {
  return world.rows<{ table: string; column: string; type: string; of: string }>(
    `select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type,
       case when c.relname = 'organisation' then 'id'
         when c.relname in ('submission_notice', 'mandate') then 'subject_organisation_id' else 'organisation_id' end as of
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'toetssteen'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       and format_type(a.atttypid, null) in ('text', 'jsonb')
       and (c.relname = 'organisation' or exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'organisation_id'))
       and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'f') and a.attnum = any (k.conkey))`,
  );
}
