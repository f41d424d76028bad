import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { StartError } from "../start-error.ts";
import { reasonOf } from "./query.ts";

/** A release of the program, as far as the database goes. */
export interface Release {
  /** Higher is newer. */
  readonly number: number;
  /** The oldest release whose programs still find in the database what they use. */
  readonly servesFrom: number;
}

/**
 * This one. A release adds, and the next takes away: what the one before it calls stays until `servesFrom` passes it.
 * The number is raised by the first change after a version was given out; 0 is everything from before there were numbers.
 */
export const release: Release = { number: 1, servesFrom: 0 };

/** What the database says of itself; every role of ours may ask. */
export const releaseQuery = `select number, serves_from as "servesFrom" from tenancy.release`;

/** Null: this program and the database bear each other. Else why not, in one line without an end. */
export function misfit(database: Release | undefined, program = release): string | null {
  if (database === undefined || database.number < program.number)
    return `the database is of release ${database?.number ?? 0} and this program needs ${program.number}: run npm run migrate of this version`;
  if (program.number < database.servesFrom)
    return `the database is of release ${database.number}, which serves programs from ${database.servesFrom} on, and this program is of ${program.number}: start the newer version`;
  return null;
}

/** What PostgreSQL answers while nobody migrated yet: no role or password, no database, no right, no schema or table. */
const notYet = new Set(["28P01", "28000", "3D000", "42501", "3F000", "42P01"]);

const patienceInMs = 60_000;

/**
 * Waits until the database is of a release that this program bears, for at most a minute.
 *
 * @param say hears once that there is something to wait for
 * @throws {StartError} when it isn't by then, or is too new for this program
 */
export async function awaitRelease(
  databaseUrl: string,
  say: (line: string) => void,
  patience = patienceInMs,
): Promise<void> {
  const until = Date.now() + patience;
  for (let isSaid = false; ; await pause(500)) {
    const { found, why } = await lookAtRelease(databaseUrl);
    if (why === null) return;
    const isTooNew = found !== undefined && found.number >= release.number;
    if (isTooNew || Date.now() >= until) throw new StartError(why);
    if (!isSaid) say(`Waiting for the database: ${why}.`);
    isSaid = true;
  }
}

async function lookAtRelease(
  databaseUrl: string,
): Promise<{ found?: Release | undefined; why: string | null }> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  // A loss is told by the query; without a listener it would end the process.
  client.on("error", () => {});
  try {
    await client.connect();
    const [found] = (await client.query<Release>(releaseQuery)).rows;
    return { found, why: misfit(found) };
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (!notYet.has(code))
      throw new StartError(`DATABASE_URL opens no database: ${reasonOf(error)}`, { cause: error });
    return {
      why: `DATABASE_URL finds nothing that this program can use (${reasonOf(error)}): run npm run migrate of this version`,
    };
  } finally {
    await client.end().catch(() => undefined);
  }
}
