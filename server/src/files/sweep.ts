import type { FileRows, OfOrganisation } from "../jobs/file-rows.ts";
import { objectKey, type ObjectKey, type Storage } from "../storage/storage.ts";

const dayInMs = 86_400_000;
/**
 * Bytes that no row knows are kept this long. Nothing needs them, but somebody who restored a database of some days ago
 * and finds that it should have been a later one must still find the files of that.
 */
const keptMs = 7 * dayInMs;
/** Objects that the database is asked about at once. */
const batch = 1_000;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Forgets uploads that nobody finished, and removes bytes that no row knows. Finding nothing costs a list of what is kept. */
export async function sweepFiles(
  rows: FileRows,
  storage: Storage,
  now = Date.now(),
): Promise<void> {
  await rows.forgetUploads();
  let asked: OfOrganisation[] = [];
  const removeUnknown = async () => {
    for (const { organisationId, id } of await rows.unknownObjects(asked))
      await storage.remove(objectKey(organisationId, id));
    asked = [];
  };
  for await (const { key, keptAt } of storage.list()) {
    if (keptAt.getTime() > now - keptMs) continue;
    const object = objectIn(key);
    if (object) asked.push(object);
    else if (key.endsWith(".part")) await storage.remove(key);
    if (asked.length >= batch) await removeUnknown();
  }
  if (asked.length > 0) await removeUnknown();
}

function objectIn(key: ObjectKey): OfOrganisation | null {
  const [organisationId = "", id = "", ...more] = key.split("/");
  const ours = more.length === 0 && uuid.test(organisationId) && uuid.test(id);
  return ours ? { organisationId, id } : null;
}
