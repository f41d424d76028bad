import { buffer } from "node:stream/consumers";
import { Readable } from "node:stream";
import { z } from "zod";
import { StorageError, type ObjectKey, type Storage } from "../storage/storage.ts";

/** What stands beside the files: whose they are, and how often that installation has said that it lives. */
const mark = z.object({
  installation: z.uuid(),
  beat: z.number().int().nonnegative(),
  at: z.iso.datetime(),
});
export type Mark = z.infer<typeof mark>;

/** No organisation's: the first part of theirs is an id. */
const key: ObjectKey = "installation/mark";

/** @returns null where nobody left one. @throws {StorageError} also for one that can't be read as such */
export async function readMark(storage: Storage): Promise<Mark | null> {
  try {
    const text = (await buffer(await storage.read(key))).toString("utf8");
    return mark.parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof StorageError && error.reason === "missing") return null;
    throw error instanceof StorageError ? error : new StorageError("failed", error);
  }
}

/** @throws {StorageError} */
export async function writeMark(storage: Storage, given: Omit<Mark, "at">): Promise<void> {
  const bytes = Buffer.from(
    JSON.stringify({ ...given, at: new Date().toISOString() } satisfies Mark),
  );
  await storage.write(key, Readable.from([bytes]), bytes.length);
}
