import { databaseCode } from "../persistence/database-code.ts";
import { QueueFull } from "./turns.ts";

/** Beside its classes, the SQLSTATE codes after which trying again later is the right answer. */
const busyCodes = new Set(["25P03", "25P04", "40001", "40P01", "55P03", "57014"]);
/** Out of connections, memory, or room on the disk. */
const exhausted = /^53/;
/** The connection was lost, or the database ends, begins or was taken away. */
const gone = /^(?:08|57P)/;
/** What driver and TypeORM say, without a code of PostgreSQL's, when there is no connection, or it was lost or fell silent. */
const disconnected =
  /timeout exceeded when trying to connect|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|Connection terminated|not queryable|Query runner already released|Query read timeout/;

/** Why trying again later is the right answer, in words for the log; null where it isn't. */
export function whyBusy(error: unknown): string | null {
  if (error instanceof QueueFull) return "others wait too";
  const code = databaseCode(error) ?? "";
  if (exhausted.test(code)) return "the database has no room";
  if (gone.test(code) || (error instanceof Error && disconnected.test(error.message)))
    return "the database is out of reach";
  return busyCodes.has(code) ? "the database was busy" : null;
}

/** Whether trying again later is the right answer: the database said so, is out of reach, or has too many waiting for it. */
export function isBusy(error: unknown): boolean {
  return whyBusy(error) !== null;
}
