import type { FastifyBaseLogger as Logger } from "fastify";
import { StorageError } from "../storage/storage.ts";
import { databaseCode } from "../tenancy/database-code.ts";
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
  "57P03",
]);
/** What the driver says, without a code, when there is no connection or it was lost. */
const disconnected =
  /timeout exceeded when trying to connect|ECONNREFUSED|Connection terminated|not queryable/;

/** Whether the database said that trying again later is the right answer. */
export function isBusy(error: unknown): boolean {
  return busyCodes.has(databaseCode(error) ?? "");
}

/** What the person who asked may know of anything that was thrown; the rest goes into the log. */
export function asRefusal(error: unknown, log: Logger): Refusal {
  if (error instanceof Refusal) return error;
  const waited = error instanceof Error && disconnected.test(error.message);
  if (waited || isBusy(error)) {
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
