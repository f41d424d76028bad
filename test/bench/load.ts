import { once } from "node:events";
import { Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { columns, type Rows, type Table, type Value } from "./columns.ts";
import { rowsOf, supportRows } from "./library-rows.ts";

/** Libraries whose rows are in memory at once. */
const atOnce = 50;

/** Fills a migrated database by COPY, as its owner: libraries `from` up to `to`, and before the first what they refer to. */
export async function loadLibraries(adminUrl: string, from: number, to: number): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    if (from === 0) await copyAll(client, [supportRows()]);
    for (let first = from; first < to; first += atOnce) {
      const count = Math.min(atOnce, to - first);
      await copyAll(
        client,
        Array.from({ length: count }, (_, index) => rowsOf(first + index)),
      );
    }
    await client.query("vacuum analyze");
    // What was loaded is on disk before anything is measured.
    await client.query("checkpoint");
  } finally {
    await client.end();
  }
}

/** Copies rows in one transaction. */
export async function copyAll(client: Client, many: readonly Rows[]): Promise<void> {
  await client.query("begin");
  for (const table of Object.keys(columns) as Table[]) {
    // Foreign keys hold by how the rows are made; to check them takes most of the time. Oversights need their trigger.
    const role = table === "toetssteen.oversight" ? "origin" : "replica";
    await client.query(`set local session_replication_role = ${role}`);
    await copy(
      client,
      table,
      many.flatMap((rows) => rows[table] ?? []),
    );
  }
  await client.query("commit");
}

async function copy(client: Client, table: Table, rows: readonly Value[][]): Promise<void> {
  if (rows.length === 0) return;
  const stream = client.query(copyFrom(`copy ${table} (${columns[table].join(", ")}) from stdin`));
  const done = once(stream, "finish");
  stream.end(rows.map((row) => `${row.map(textOf).join("\t")}\n`).join(""));
  await done;
}

/** A value in COPY's text format. */
function textOf(value: Value): string {
  if (value === null) return "\\N";
  if (Array.isArray(value)) return `{${value.join(",")}}`;
  return String(value)
    .replaceAll("\\", "\\\\")
    .replaceAll("\t", "\\t")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r");
}
