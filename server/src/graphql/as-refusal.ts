import type { FastifyBaseLogger as Logger } from "fastify";
import { StorageError } from "../storage/storage.ts";
import { databaseCode } from "../tenancy/database-code.ts";
import { QueueFull } from "../tenancy/scope.ts";
import { Refusal } from "./errors.ts";

/** SQLSTATE classes and codes after which trying again later is the right answer. */
const busyCodes = new Set([
  "25P03",
  "25P04",
  "40001",
  "40P01",
  "53300",
  "55P03",
  "57014",
  "57P01",
  "57P02",
  "57P03",
]);
/** What driver and TypeORM say, without a code of PostgreSQL's, when there is no connection, or it was lost or fell silent. */
const disconnected =
  /timeout exceeded when trying to connect|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|Connection terminated|not queryable|Query runner already released|Query read timeout/;

/** Whether trying again later is the right answer: the database said so, is out of reach, or has too many waiting for it. */
export function isBusy(error: unknown): boolean {
  return (
    error instanceof QueueFull ||
    busyCodes.has(databaseCode(error) ?? "") ||
    (error instanceof Error && disconnected.test(error.message))
  );
}

/** What the person who asked may know of anything that was thrown; the rest goes into the log. */
export function asRefusal(error: unknown, log: Logger): Refusal {
  if (error instanceof Refusal) return error;
  if (isBusy(error)) {
    log.warn(
      { code: databaseCode(error) },
      "an operation was turned away because the database was busy",
    );
    return new Refusal("BUSY");
  }
  if (error instanceof StorageError) {
    log.error({ err: error }, "the storage of files failed");
    return new Refusal("STORAGE_UNAVAILABLE");
  }
  log.error({ err: error }, "an operation failed");
  return new Refusal("INTERNAL");
}
