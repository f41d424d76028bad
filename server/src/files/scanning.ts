import type { Work } from "../jobs/catalogue.ts";
import type { FileRows, OfOrganisation } from "./file-rows.ts";
import { objectKey, type Storage } from "../storage/storage.ts";
import type { Scan } from "./clamd.ts";

export interface Scanning {
  readonly rows: FileRows;
  readonly storage: Storage;
  readonly scan: Scan;
}

/**
 * Scans a file that waits for it, and lets it be read or forgets its bytes. A scanner or storage that is down makes it
 * throw, and the file goes on waiting.
 */
export async function scanFile(
  { rows, storage, scan }: Scanning,
  file: OfOrganisation,
): Promise<void> {
  const objectId = await rows.quarantinedObject(file);
  if (objectId === null) return;
  const key = objectKey(file.organisationId, objectId);
  const infected = (await scan(await storage.read(key))) === "infected";
  await rows.settleScan(file, objectId, infected);
  if (infected) await storage.remove(key);
}

/** The job that is asked for when an upload is finished. */
export function scanWork(scanning: Scanning): Work<"scan"> {
  return async ({ organisationId, payload }) => {
    if (organisationId !== null) await scanFile(scanning, { organisationId, id: payload.fileId });
  };
}

/** Scans what should have been by now; one that fails doesn't keep the others waiting. @throws the first failure, afterwards */
export async function scanOverdue(scanning: Scanning): Promise<void> {
  const failures: unknown[] = [];
  for (const file of await scanning.rows.overdueScans())
    await scanFile(scanning, file).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}
