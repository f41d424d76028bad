import { rm } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { builtInEditions } from "@toetssteen/server/norms/editions";
import { migrate } from "@toetssteen/server/migrating/migrate";
import { freePort } from "../support/free-port.ts";
import { openMailServer, type MailServer } from "../support/mail-server.ts";
import { afterwards } from "../support/run.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { openDatabase, type Database } from "./database.ts";
import { isReady, openFront, type Front } from "./front.ts";
import { openLine, type Line } from "./line.ts";
import { openProgram, type Program } from "./program.ts";

/** Longest time in milliseconds in which everything must be well again once nothing troubles it. */
const recoversWithin = 60_000;

/** A program of the product, and its own line to the database. */
export interface Placed extends Program {
  readonly toDatabase: Line;
}

export interface PlacedServer extends Placed {
  readonly port: number;
}

/**
 * The hosted shape on this machine: two servers and a worker on one PostgreSQL, a mail server, and in front what sends
 * people to a server that is ready. Between all of them are lines that can be troubled.
 */
export interface Stage {
  readonly database: Database;
  /** Two, but while one takes the place of another. */
  readonly servers: PlacedServer[];
  readonly worker: Placed;
  readonly front: Front;
  readonly mail: MailServer;
  readonly dataDir: string;
  /** A server more, ready. */
  addServer(): Promise<PlacedServer>;
  /** What the programs said since this was last asked that tells of a fault of ours, and who ended by itself. */
  complaints(): string[];
  /** Ends all trouble and waits until everything is well. @throws when it isn't in time */
  recover(): Promise<void>;
}

/** Closed by whatever runs it. */
export async function openStage(): Promise<Stage> {
  const database = await openDatabase();
  afterwards(() => database.stop());
  const dataDir = await makeTemporaryFolder();
  const mail = await openMailServer();
  afterwards(async () => {
    mail.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  const complaints: string[] = [];
  const hear = (line: string) => {
    if (isFault(line)) complaints.push(line.slice(0, 600));
  };
  const place = async (
    file: "main.js" | "worker.js",
    more: Record<string, string>,
  ): Promise<Placed> => {
    const toDatabase = await openLine(async () => database.port);
    const program = openProgram({
      file,
      ready: file === "main.js" ? "Toetssteen is ready" : "the worker is ready",
      settings: {
        DATABASE_URL: database.url("app", toDatabase.port),
        SESSION_SECRET: database.secret,
        SMTP_URL: mail.url,
        DATA_DIR: dataDir,
        GRAPHQL_DOCUMENTS: "any",
        NODE_ENV: "test",
        ...more,
      },
      said: hear,
      died: (how) => complaints.push(how),
    });
    afterwards(async () => {
      await program.kill();
      await toDatabase.close();
    });
    return Object.assign(program, { toDatabase });
  };
  const addServer = async (): Promise<PlacedServer> => {
    const port = await freePort();
    const server = Object.assign(await place("main.js", { PORT: String(port) }), { port });
    await server.begin();
    return server;
  };

  await migrate({
    adminUrl: database.url("admin", database.port),
    databaseUrl: database.url("app", database.port),
    secret: database.secret,
    editions: builtInEditions,
  });
  const worker = await place("worker.js", {});
  const [first, second] = await Promise.all([addServer(), addServer(), worker.begin()]);
  const servers = [first, second];
  const front = await openFront(() => servers.map(({ port }) => port));
  afterwards(() => front.close());

  return {
    database,
    servers,
    worker,
    front,
    mail,
    dataDir,
    addServer,
    complaints: () => complaints.splice(0),
    async recover() {
      front.heal();
      for (const { toDatabase } of [...servers, worker]) toDatabase.heal();
      for (const program of [...servers, worker]) if (!program.runs) await program.begin();
      const wells = [
        () => database.as("admin", (query) => query("select 1")).then(() => true),
        ...servers.map(
          ({ port }) =>
            () =>
              isReady(port),
        ),
      ];
      const end = Date.now() + recoversWithin;
      for (const isWell of wells)
        while (!(await isWell().catch(() => false))) {
          if (Date.now() > end) throw new Error("Not everything was well again within a minute.");
          await pause(50);
        }
      await Promise.all(servers.map(({ port }) => front.knows(port)));
    },
  };
}

/** A line of the log from level error on. */
function isFault(line: string): boolean {
  const level = /"level":(\d+)/.exec(line)?.[1];
  // That a check of readiness failed, or that the queue was out of reach, while something was broken is to be said.
  return Number(level) >= 50 && !/"not ready"|"from":"queue"/.test(line);
}
