import type { FastifyBaseLogger as Logger } from "fastify";
import { StorageError } from "../storage/storage.ts";
import { databaseCode } from "../persistence/database-code.ts";
import { whyBusy } from "../tenancy/busy.ts";
import { Refusal } from "../refusal.ts";

/** What the person who asked may know of anything that was thrown; the rest goes into the log. */
export function asRefusal(error: unknown, log: Logger): Refusal {
  if (error instanceof Refusal) return error;
  const why = whyBusy(error);
  if (why !== null) {
    log.warn({ code: databaseCode(error) }, `an operation was turned away because ${why}`);
    return new Refusal("BUSY");
  }
  if (error instanceof StorageError) {
    log.error({ err: error }, "the storage of files failed");
    return new Refusal(error.reason === "missing" ? "FILE_LOST" : "STORAGE_UNAVAILABLE");
  }
  log.error({ err: error }, "an operation failed");
  return new Refusal("INTERNAL");
}
