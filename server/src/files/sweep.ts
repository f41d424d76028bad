import type { FileRows, OfOrganisation } from "./file-rows.ts";
import { objectKey, type ObjectKey, type Storage } from "../storage/storage.ts";

const dayInMs = 86_400_000;
/**
 * Bytes that no row knows are left alone this long. Nothing needs them, but somebody who restored a database of some days
 * ago and finds that it should have been a later one must still find the files of that.
 */
const leftAloneMs = 7 * dayInMs;
/** And this long they lie aside, from where they can be brought back, before they are gone for good. */
const asideMs = 30 * dayInMs;
/** Objects that the database is asked about at once. */
const batch = 1_000;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What a round did. */
export interface Swept {
  readonly setAside: number;
  readonly broughtBack: number;
  readonly removed: number;
}

/**
 * Forgets uploads that nobody finished, and sets bytes aside that no row knows; what has lain there long enough is
 * removed, unless a row knows it by now. Finding nothing costs a list of what is kept.
 */
export async function sweepFiles(
  rows: FileRows,
  storage: Storage,
  now = Date.now(),
): Promise<Swept> {
  await rows.forgetUploads();
  const { broughtBack, removed } = await clearAside(rows, storage, now);
  let setAside = 0;
  const old = atLeast(leftAloneMs, storage.list(), now);
  for await (const keys of batches(withoutParts(old, storage))) {
    for (const key of await unknownAmong(rows, keys)) {
      await storage.aside.put(key);
      setAside += 1;
    }
  }
  return { setAside, broughtBack, removed };
}

/** What a row knows after all, because the database was put back for instance, is where it was. */
async function clearAside(
  rows: FileRows,
  storage: Storage,
  now: number,
): Promise<Pick<Swept, "broughtBack" | "removed">> {
  const counts = { broughtBack: 0, removed: 0 };
  const since = new Map<ObjectKey, Date>();
  for await (const { key, keptAt } of storage.aside.list()) since.set(key, keptAt);
  for await (const keys of batches(since.keys())) {
    const unknown = new Set(await unknownAmong(rows, keys));
    for (const key of keys) {
      if (!unknown.has(key)) {
        if (await storage.aside.bringBack(key)) counts.broughtBack += 1;
      } else if ((since.get(key)?.getTime() ?? now) <= now - asideMs) {
        await storage.aside.remove(key);
        counts.removed += 1;
      }
    }
  }
  return counts;
}

async function* atLeast(
  ms: number,
  objects: ReturnType<Storage["list"]>,
  now: number,
): AsyncGenerator<ObjectKey> {
  for await (const { key, keptAt } of objects) if (keptAt.getTime() <= now - ms) yield key;
}

/** What a killed process left half written isn't anybody's file. */
async function* withoutParts(
  keys: AsyncIterable<ObjectKey>,
  storage: Storage,
): AsyncGenerator<ObjectKey> {
  for await (const key of keys) {
    if (objectIn(key)) yield key;
    else if (key.endsWith(".part")) await storage.remove(key);
  }
}

async function* batches(
  keys: AsyncIterable<ObjectKey> | Iterable<ObjectKey>,
): AsyncGenerator<ObjectKey[]> {
  let some: ObjectKey[] = [];
  for await (const key of keys) {
    if (some.push(key) < batch) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

async function unknownAmong(rows: FileRows, keys: readonly ObjectKey[]): Promise<ObjectKey[]> {
  const objects = keys.map(objectIn).filter((object) => object !== null);
  const unknown = await rows.unknownObjects(objects);
  return unknown.map(({ organisationId, id }) => objectKey(organisationId, id));
}

function objectIn(key: ObjectKey): OfOrganisation | null {
  const [organisationId = "", id = "", ...more] = key.split("/");
  const ours = more.length === 0 && uuid.test(organisationId) && uuid.test(id);
  return ours ? { organisationId, id } : null;
}
