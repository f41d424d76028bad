import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";

/** Bibliotheek Waterlinie and De Leesvaart, where browser tests write. */
const written = ["0199a000-0000-7000-8000-000000000001", "0199a000-0000-7000-8000-000000000002"];
/** Of what Bibliotheek Heuvelrand submitted norm 4 stays, with the mandate of the auditor who has two hats. */
const removed = [
  "delete from toetssteen.mandate where id <> '0199a000-0000-7000-8000-000000000402'",
  ...["submission_notice", "submission_file"].map(
    (name) =>
      `delete from toetssteen.${name} where submission_id <> '0199a000-0000-7000-8000-000000000301'`,
  ),
  "delete from toetssteen.submission where id <> '0199a000-0000-7000-8000-000000000301'",
];

/**
 * The demonstration's libraries have long been at work. In two of them nothing is written yet when the browser tests
 * begin, nobody looks at them, and the office and its auditor Wim Oosterhuis have nothing of anybody to do; people,
 * profiles and cycles stay.
 * @param dataDir of the server that runs
 */
export async function blankLibraries(dataDir: string): Promise<void> {
  const settings = await readFile(join(dataDir, "database.env"), "utf8");
  const client = new Client({
    connectionString: /^DATABASE_ADMIN_URL=(.+)$/m.exec(settings)?.[1] ?? "",
  });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relnamespace = 'toetssteen'::regnamespace and c.relkind = 'r' and a.attname = 'organisation_id'
         and c.relname not in ('membership', 'library_profile', 'cycle', 'appointment')`,
    );
    await client.query("begin");
    // All at once, so no order among what refers to each other is needed.
    await client.query("set local session_replication_role = replica");
    for (const statement of removed) await client.query(statement);
    for (const { name } of rows)
      await client.query(`delete from toetssteen.${name} where organisation_id = any ($1)`, [
        written,
      ]);
    await client.query("commit");
  } finally {
    await client.end();
  }
}
