import pg from "pg";
import type { Edition } from "@toetssteen/norms";
import { insertInventedPeople } from "../identity/invented-people.ts";
import { demoPassword, demoPeople } from "./accounts.ts";
import { faultsIn } from "./check.ts";
import { libraries, otherOrganisations } from "./content/organisations.ts";
import { addDossier } from "./dossier-rows.ts";
import { addEvidence, type FileToKeep } from "./evidence-rows.ts";
import { seedReaders } from "./readers.ts";
import { addLibrary, addOrganisation, keyOf, RowMaker } from "./rows.ts";

interface Origin {
  readonly adminUrl: string;
  readonly databaseUrl: string;
  readonly editions: ReadonlyMap<string, Edition>;
  /** Keeps the bytes of a file. */
  readonly keep: (file: FileToKeep) => Promise<void>;
}

/** Fills an empty database with the demonstration's organisations; leaves any other alone. */
export async function seedDemoIfEmpty(origin: Origin): Promise<void> {
  const client = new pg.Client({
    connectionString: origin.adminUrl,
    options: "-c role=toetssteen_owner",
  });
  await client.connect();
  try {
    const { rowCount } = await client.query("select from toetssteen.organisation limit 1");
    if (!rowCount) await seed(client, origin.keep);
    await seedReaders(client, origin);
  } finally {
    await client.end();
  }
}

/** All or nothing, and one statement a table: there are thousands of rows. */
async function seed(client: pg.Client, keep: Origin["keep"]): Promise<void> {
  const faults = libraries.flatMap(faultsIn);
  if (faults.length > 0) throw new Error(`The demonstration is wrong: ${faults.join("; ")}`);
  await client.query("begin");
  const ids = await insertInventedPeople(client, demoPeople, demoPassword);
  const make = new RowMaker(new Map([...ids].map(([email, id]) => [keyOf(email), id])), new Date());
  const files: FileToKeep[] = [];
  for (const organisation of [...libraries, ...otherOrganisations])
    addOrganisation(make, organisation);
  for (const library of libraries) {
    addLibrary(make, library);
    addDossier(make, library);
    files.push(...addEvidence(make, library));
  }
  // Before the rows that say so are kept.
  await Promise.all(files.map(keep));
  for (const table of inOrder) await insert(client, table, make.rows.get(table) ?? []);
  await client.query("commit");
}

/** Tables in the order in which their rows can refer to each other. */
const inOrder = [
  "organisation",
  "appointment",
  "membership",
  "library_profile",
  "cycle",
  "passage",
  "passage_history",
  "indicator_answer",
  "answer_history",
  "plan",
  "discussion",
  "comment",
  "progress",
  "evidence",
  "evidence_file",
  "evidence_use",
  "activity",
] as const;

async function insert(
  client: pg.Client,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).join(", ");
  await client.query(
    `insert into toetssteen.${table} (${columns})
     select ${columns} from json_populate_recordset(null::toetssteen.${table}, $1)`,
    [JSON.stringify(rows)],
  );
}
