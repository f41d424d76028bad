/**
 * PostgreSQL that comes with the program: real, durable, and for one server on this machine.
 * Whoever runs a service gives DATABASE_URL instead.
 */
import { rm } from "node:fs/promises";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { StartError } from "../start-error.ts";
import { readText, writePrivately } from "../installation/files.ts";
import { stopLeftover } from "./leftover.ts";
import { claim, FolderInUse } from "./lock.ts";
import { findDirectory } from "./directory.ts";
import { freePort, initialise, startServer, stopServer } from "./process.ts";
import { readOrMakeSecrets, type Secrets } from "./secrets.ts";

export interface EmbeddedPostgres {
  /** As the application role, which the migrations make. */
  databaseUrl: string;
  /** As the superuser. */
  adminUrl: string;
  /** Kept with the data: signs session cookies. */
  sessionSecret: string;
  /** Ends when PostgreSQL does, asked for or not. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

const databaseName = "toetssteen";

const settings = [
  "cluster_name=toetssteen",
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "max_connections=100",
  "shared_buffers=256MB",
  "timezone=UTC",
  "log_timezone=UTC",
  // Its errors quote what was sent; ours says them without.
  "log_min_messages=log",
  "log_error_verbosity=terse",
];

/** Loses data when the power fails; for clusters that live as long as a test run. */
const forgetful = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

/**
 * Starts PostgreSQL on the data folder, making both at the first start and stopping what a killed server left behind.
 * While it runs, `database.env` in the folder holds both URLs, for its owner only.
 *
 * @throws one clear line when another server holds the folder, or the database can't be started
 */
export async function openEmbeddedPostgres(input: {
  dataDir: string;
  durable?: boolean;
  /** Of the server that opens it: the operator's command makes links with it. */
  publicUrl?: string;
}): Promise<EmbeddedPostgres> {
  const { dataDir, durable = true, publicUrl } = input;
  const directory = await findDirectory(dataDir);
  const held = await claim(join(directory.home, "server.lock")).catch((error: unknown) => {
    throw error instanceof FolderInUse
      ? new StartError(`DATA_DIR ${dataDir} is ${error.message}`)
      : error;
  });
  try {
    const urlFile = join(dataDir, "database.env");
    await rm(urlFile, { force: true });
    const secrets = await readOrMakeSecrets(dataDir);
    await stopLeftover(directory.cluster);
    await initialise(directory, secrets.superuserPassword);
    const port = await keptPort(dataDir);
    const running = await startServer(
      directory,
      port,
      durable ? settings : [...settings, ...forgetful],
    );
    const abandon = () => {
      running.child.kill("SIGINT");
      rmSync(urlFile, { force: true });
    };
    process.once("exit", abandon);
    let stopping: Promise<void> | undefined;
    const stop = async () => {
      await rm(urlFile, { force: true });
      await stopServer(running);
      process.off("exit", abandon);
      await held.release();
    };
    const urls = urlsOf(port, secrets);
    try {
      await createDatabase(urls.maintenance);
      await writePrivately(
        urlFile,
        `DATABASE_URL=${urls.databaseUrl}\nDATABASE_ADMIN_URL=${urls.adminUrl}\n${publicUrl ? `PUBLIC_URL=${publicUrl}\n` : ""}`,
      );
    } catch (error) {
      await stop();
      throw error;
    }
    const { databaseUrl, adminUrl } = urls;
    const { sessionSecret } = secrets;
    return {
      databaseUrl,
      adminUrl,
      sessionSecret,
      ended: running.ended,
      stop: () => (stopping ??= stop()),
    };
  } catch (error) {
    await held.release();
    throw error;
  }
}

/** The port of the last start while nobody else took it, so that tools needn't be told anew. */
async function keptPort(dataDir: string): Promise<number> {
  const file = join(dataDir, "postgres-port");
  const last = Number(await readText(file));
  const port = await freePort(Number.isInteger(last) && last > 0 ? last : 0);
  if (port !== last) await writePrivately(file, `${port}\n`);
  return port;
}

function urlsOf(port: number, secrets: Secrets) {
  const url = (user: string, password: string, database: string) =>
    `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
  return {
    databaseUrl: url("toetssteen_app", secrets.applicationPassword, databaseName),
    adminUrl: url("postgres", secrets.superuserPassword, databaseName),
    maintenance: url("postgres", secrets.superuserPassword, "postgres"),
  };
}

async function createDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    const found = await client.query("select from pg_database where datname = $1", [databaseName]);
    if (found.rowCount === 0) await client.query(`create database ${databaseName}`);
  } catch (error) {
    if ((error as { code?: string }).code !== "28P01") throw error;
    const advice =
      "The database doesn't know the passwords in DATA_DIR/secrets.json; put that file back from a backup.";
    throw new StartError(advice, { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
}
