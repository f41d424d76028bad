import { join } from "node:path";
import pg from "pg";
import type { OperatorSettings } from "../env.ts";
import { loadEditions } from "../norms/edition-files.ts";
import { openEmbeddedPostgres } from "../embedded/embedded.ts";
import { exists, readText } from "../installation/files.ts";
import { migrate } from "../migrating/migrate.ts";
import type { Command } from "./command.ts";
import { OperatorError } from "./refusal.ts";

/** Runs one statement as the owner, who sees every organisation's rows: select names and counts, never what people wrote. */
export type Query = <Row = unknown>(text: string, values?: readonly unknown[]) => Promise<Row[]>;

export interface Database {
  /** For the operator to see, without its password. */
  readonly where: string;
  /** Whether it belongs to the data folder. */
  readonly embedded: boolean;
  /** The address that people type, as the server that runs on it knows it. */
  readonly publicUrl?: string;
  /** Runs a command in one transaction and writes it into the log; what it throws undoes everything. */
  run<T>(command: Command, work: (query: Query) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * The database that was given, else that of the running server, else the embedded one, opened for the while.
 *
 * @throws {OperatorError} when it can't be reached, or holds no Toetssteen yet
 */
export async function openDatabase(settings: OperatorSettings): Promise<Database> {
  if (settings.adminUrl !== undefined) {
    const client = await connect(settings.adminUrl).catch((error: unknown) => {
      throw new OperatorError(`DATABASE_ADMIN_URL opent geen database: ${reasonOf(error)}.`);
    });
    const { pathname, host } = new URL(settings.adminUrl);
    const where = `${decodeURIComponent(pathname.slice(1))} op ${host}, van DATABASE_ADMIN_URL`;
    return { ...(await ready(client, where, () => client.end())), embedded: false };
  }
  const { dataDir } = settings;
  const running = await connectToRunning(dataDir);
  if (running) {
    const publicUrl = await noted(dataDir, "PUBLIC_URL");
    const opened = await ready(running, `van de server die draait op ${dataDir}`, () =>
      running.end(),
    );
    return { ...opened, ...(publicUrl && { publicUrl }) };
  }
  await requireMade(dataDir);
  const embedded = await openEmbeddedPostgres({ dataDir });
  try {
    const { adminUrl, databaseUrl, sessionSecret: secret } = embedded;
    const editions = await loadEditions(dataDir);
    await migrate({ adminUrl, databaseUrl, secret, editions });
    const client = await connect(adminUrl);
    return await ready(client, `in ${dataDir}`, async () => {
      await client.end();
      await embedded.stop();
    });
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

/** The embedded database of a data folder as it is: the running one, else opened for the while. */
export async function openEmbedded(
  dataDir: string,
): Promise<{ adminUrl: string; close(): Promise<void> }> {
  const adminUrl = await noted(dataDir, "DATABASE_ADMIN_URL");
  const found = await connectToRunning(dataDir);
  await found?.end();
  if (!found) await requireMade(dataDir);
  if (found && adminUrl !== undefined) return { adminUrl, close: async () => {} };
  const embedded = await openEmbeddedPostgres({ dataDir });
  return { adminUrl: embedded.adminUrl, close: () => embedded.stop() };
}

/** A file that a killed server left behind leads nowhere: then there is no running one. */
async function connectToRunning(dataDir: string): Promise<pg.Client | null> {
  const url = await noted(dataDir, "DATABASE_ADMIN_URL");
  return url === undefined ? null : connect(url).catch(() => null);
}

/** What a running server wrote down for tools. */
async function noted(
  dataDir: string,
  name: "DATABASE_ADMIN_URL" | "PUBLIC_URL",
): Promise<string | undefined> {
  const lines = ((await readText(join(dataDir, "database.env"))) ?? "").split("\n");
  return lines.find((line) => line.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** An operator who forgot a setting must not be given an empty database that nobody uses. */
async function requireMade(dataDir: string): Promise<void> {
  if (await exists(join(dataDir, "secrets.json"))) return;
  throw new OperatorError(
    `In DATA_DIR ${dataDir} staat geen database. Zet DATABASE_ADMIN_URL, of DATA_DIR op de map waar de server draait; een nieuwe database maakt de eerste start.`,
  );
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: "toetssteen operator",
  });
  await client.connect();
  return client;
}

async function ready(
  client: pg.Client,
  where: string,
  close: () => Promise<void>,
): Promise<Database> {
  const { rows } = await client.query("select to_regclass('tenancy.operator_log') as log");
  if (rows[0].log === null) {
    await close();
    throw new OperatorError(
      "Deze database is nog niet ingericht: draai eerst npm run migrate, of start de server met zijn eigen database.",
    );
  }
  const query: Query = async (text, values) =>
    (await client.query(text, values && [...values])).rows;
  return {
    where,
    embedded: true,
    run: (command, work) => inTransaction(query, command, work),
    close,
  };
}

async function inTransaction<T>(
  query: Query,
  { name, ...parameters }: Command,
  work: (query: Query) => Promise<T>,
): Promise<T> {
  await query("begin");
  try {
    await query("set local role toetssteen_owner");
    const value = await work(query);
    await query("insert into tenancy.operator_log (command, arguments) values ($1, $2)", [
      name,
      parameters,
    ]);
    await query("commit");
    return value;
  } catch (error) {
    await query("rollback");
    throw error;
  }
}

/** Node tries every address of a name and gives an error without a message when all refuse. */
function reasonOf(error: unknown): string {
  const { message, code } = error as NodeJS.ErrnoException;
  return (message || code || String(error)).split("\n")[0] ?? "";
}
