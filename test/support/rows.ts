import { randomInt, randomUUID } from "node:crypto";
import { qualified } from "@toetssteen/server/rights/policies";
import type { Relation } from "@toetssteen/server/rights/relations";
import { foreignKeys, kept, nameOf, type ForeignKey, type Kept } from "./inspect-relations.ts";
import type { World } from "./scenario.ts";

export type Row = Record<string, unknown>;

type Table = Pick<Relation, "schema" | "name">;

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly hasDefault: boolean;
  /** The first value that a check lists, where one lists them. */
  readonly allowed: string | null;
}

/**
 * Values for columns whose checks take more than any text or number. A new table needs an entry here only when the
 * catalogue doesn't say what fits; the tests then fail and name the table.
 */
const samples = (text: string): Readonly<Record<string, Row>> => ({
  "toetssteen.membership": { roles: ["reader"] },
  "toetssteen.invitation": { roles: ["reader"] },
  "toetssteen.cycle": { announced_quarter: "2027-Q1" },
  "toetssteen.indicator_answer": { indicator: "4.1" },
  "toetssteen.passage": { part: "4", field: "facts" },
  "toetssteen.passage_history": { part: "4", field: "facts" },
  "toetssteen.plan": { part: "4.1" },
  "toetssteen.discussion": { norm: "4" },
  // A first comment: one that goes on from itself has no end.
  "toetssteen.comment": { part: "4.1", thread_id: null },
  "toetssteen.progress": { part: "4.1" },
  "toetssteen.evidence": { url: null },
  // A first version: one that goes on from itself has no end.
  "toetssteen.evidence_file": {
    first_id: null,
    sha256: "0".repeat(64),
    object_id: randomUUID(),
    refused_for: null,
  },
  "toetssteen.evidence_use": { part: "4.1" },
  "toetssteen.submission_file": { sha256: "0".repeat(64) },
  "toetssteen.submission": { sha256: "0".repeat(64), document: submitted(text) },
  "toetssteen.mandate": { opens_at: "2020-01-01", closes_at: "2100-01-01" },
  "toetssteen.published_edition": { code: randomUUID() },
  "toetssteen.published_wording": { revision: randomInt(1000, 2 ** 31), words: "0".repeat(64) },
  "identity.user": { email: `${randomUUID()}@example.org` },
  "identity.session": { token: randomUUID() },
  "identity.account": { accountId: randomUUID() },
  "identity.twoFactor": { backupCodes: "[]" },
  "identity.throttle": { key: randomUUID() },
});

/** A frozen document as the server reads it back. */
function submitted(text: string): string {
  const words = { nl: text, en: text };
  return JSON.stringify({
    version: 1,
    library: { id: randomUUID(), name: text },
    edition: { code: text, revision: 1 },
    profile: { vobMember: true, runsIdo: true },
    norms: [
      {
        code: "4",
        title: words,
        question: words,
        indicators: [{ code: "4.1", statement: words, verdict: "nee", explanation: text }],
      },
    ],
  });
}

export interface RowMaker {
  /** A row that would be accepted, and all it points to. @param organisations by column; one for every side */
  rowFor(relation: Table, organisations: Readonly<Record<string, string>>): Promise<Row>;
  insert(relation: Table, row: Row): Promise<void>;
  /** One row in every table: of `one`, and of `one` with `other` where there are two sides. */
  fill(one: string, other: string): Promise<ReadonlyMap<string, Row>>;
  columns(relation: Table): readonly Column[];
  foreignKeys(relation: Table): readonly ForeignKey[];
}

/** @param text what stands in every column that takes any text */
export async function createRowMaker(world: World, text = "tekst"): Promise<RowMaker> {
  const columns = await world.rows<Column>(columnsQuery);
  const keys = await foreignKeys(world.rows);
  const byName = new Map(kept.map((relation) => [nameOf(relation), relation]));
  const made = new Map<string, Row>();

  const columnsOf = (relation: Table) =>
    columns.filter((column) => column.table === nameOf(relation));
  const keysOf = (relation: Table) => keys.filter((key) => key.child === nameOf(relation));

  const insert: RowMaker["insert"] = async (relation, row) => {
    try {
      await world.rows(insertInto(relation, row), Object.values(row));
    } catch (error) {
      throw new Error(`No row fits ${nameOf(relation)}; say in test/support/rows.ts what would.`, {
        cause: error,
      });
    }
  };

  const ensure = async (
    relation: Kept,
    organisations: Readonly<Record<string, string>>,
  ): Promise<Row> => {
    const key = [
      nameOf(relation),
      ...relation.sides.map(({ column }) => organisations[column]),
    ].join(" ");
    const known = made.get(key);
    if (known) return known;
    const row = await rowFor(relation, organisations);
    await insert(relation, row);
    made.set(key, row);
    return row;
  };

  /** The row that a foreign key points to, in the same organisation. */
  const parentOf = async (key: ForeignKey, row: Row): Promise<Row> => {
    const parent = byName.get(key.parent);
    if (parent) {
      const through = (column: string) =>
        row[key.columns[key.referenced.indexOf(column)] ?? ""] ?? row[column];
      return ensure(
        parent,
        Object.fromEntries(parent.sides.map(({ column }) => [column, String(through(column))])),
      );
    }
    if (key.parent === "identity.user") return { id: (await world.person(text)).id };
    const [any] = await world.rows<Row>(`select * from ${key.parent} limit 1`);
    if (!any)
      throw new Error(
        `${nameOf({ schema: "", name: key.child })} points to ${key.parent}, which is empty.`,
      );
    return any;
  };

  const rowFor: RowMaker["rowFor"] = async (relation, organisations) => {
    const row: Row = { ...organisations, ...samples(text)[nameOf(relation)] };
    for (const key of keysOf(relation)) {
      const open = key.columns.some((column) => row[column] === undefined);
      if (!open) continue;
      const parent = await parentOf(key, row);
      for (const [place, column] of key.columns.entries())
        row[column] ??= parent[key.referenced[place] ?? ""];
    }
    for (const column of columnsOf(relation)) {
      if (row[column.name] !== undefined || !needsValue(column)) continue;
      row[column.name] = valueFor(column, text);
    }
    return row;
  };

  return {
    rowFor,
    insert,
    columns: columnsOf,
    foreignKeys: keysOf,
    async fill(one, other) {
      const rows = new Map<string, Row>();
      for (const relation of kept) {
        const sides = relation.sides.map(
          ({ column }, place) => [column, place === 0 ? one : other] as const,
        );
        if (nameOf(relation) === "toetssteen.organisation") continue;
        rows.set(nameOf(relation), await ensure(relation, Object.fromEntries(sides)));
      }
      return rows;
    },
  };
}

export function insertInto(relation: Table, row: Row): string {
  const names = Object.keys(row);
  return `insert into ${qualified(relation)} (${names.map((name) => `"${name}"`).join(", ")}) values (${names.map((_, place) => `$${place + 1}`).join(", ")})`;
}

/** Text is always filled in, so that it can be looked for where it shouldn't be. */
function needsValue(column: Column): boolean {
  return column.type === "text" || (!column.nullable && !column.hasDefault);
}

function valueFor(column: Column, text: string): unknown {
  switch (column.type) {
    case "text":
      return column.allowed ?? text;
    case "uuid":
      return randomUUID();
    case "integer":
    case "bigint":
    case "numeric":
      return 1;
    case "boolean":
      return true;
    case "bytea":
      return Buffer.from(text);
    case "date":
    case "timestamp with time zone":
      return new Date();
    default:
      throw new Error(
        `Say in test/support/rows.ts what fits ${column.table}.${column.name} (${column.type}).`,
      );
  }
}

const columnsQuery = `
  select n.nspname || '.' || c.relname as table, a.attname::text as name, format_type(a.atttypid, null) as type,
    not a.attnotnull as nullable, a.atthasdef or a.attidentity <> '' as "hasDefault",
    (select (regexp_match(pg_get_constraintdef(k.oid), '= (?:ANY \\(\\(?ARRAY\\[)?''([^'']+)''::text'))[1]
     from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]) as allowed
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and c.relkind in ('r', 'p')
    and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
  order by c.oid, a.attnum`;
