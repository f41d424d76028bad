import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream, constants } from "node:fs";
import { access, mkdir, open, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  answersWithin,
  checkedWithin,
  inTime,
  StorageError,
  type ObjectKey,
  type Storage,
  type StoredObject,
} from "./storage.ts";

/** What is still being written; left behind only by a process that was killed. */
const unfinished = ".part";
const fullCodes = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);

/** Below the folder, with a folder per organisation like it. */
const asideFolder = ".aside";

/** Files in a folder, one folder per organisation. @param root made when it isn't there */
export function createLocalStorage(root: string): Storage {
  const fileOf = (key: ObjectKey) => {
    const file = path.resolve(root, key);
    // Keys are made of ids, so this only holds off a mistake of ours.
    if (path.dirname(path.dirname(file)) !== path.resolve(root))
      throw new StorageError("failed", new Error("A key has two parts."));
    return file;
  };
  const asideOf = (key: ObjectKey) =>
    path.join(root, asideFolder, path.relative(root, fileOf(key)));
  return {
    async write(key, bytes) {
      const file = fileOf(key);
      const part = `${file}.${randomUUID()}${unfinished}`;
      // It may break off before the pipeline below listens; an error that nobody hears ends the process.
      bytes.once("error", () => {});
      try {
        await mkdir(path.dirname(file), { recursive: true, mode: 0o700 }).catch(asStorageError);
        await pipeline(bytes, createWriteStream(part, { flags: "wx", mode: 0o600, flush: true }));
        await rename(part, file).catch(asStorageError);
        await flushFolder(path.dirname(file));
      } catch (error) {
        await rm(part, { force: true }).catch(() => undefined);
        throw isSystemError(error) ? toStorageError(error) : error;
      }
    },
    async read(key, range) {
      const stream: Readable = createReadStream(fileOf(key), range);
      // Opened before anybody is told that it is there.
      const opened = new Promise<void>((resolve, reject) => {
        stream.once("open", () => resolve());
        stream.once("error", (error) => reject(toStorageError(error)));
      });
      // A folder on another machine may never answer.
      await inTime(answersWithin, opened).catch((error: unknown) => {
        stream.destroy();
        throw error;
      });
      return stream;
    },
    async remove(key) {
      await rm(fileOf(key), { force: true }).catch(asStorageError);
    },
    list: () => filesIn(root),
    aside: {
      async put(key) {
        if (await moved(fileOf(key), asideOf(key)))
          await utimes(asideOf(key), new Date(), new Date());
      },
      bringBack: (key) => moved(asideOf(key), fileOf(key)),
      list: () => filesIn(path.join(root, asideFolder)),
      async remove(key) {
        await rm(asideOf(key), { force: true }).catch(asStorageError);
      },
    },
    async check() {
      const made = mkdir(root, { recursive: true, mode: 0o700 });
      const asked = made.then(() => access(root, constants.R_OK | constants.W_OK | constants.X_OK));
      await inTime(checkedWithin, asked.catch(asStorageError));
    },
    async close() {},
  };
}

async function* filesIn(root: string): AsyncGenerator<StoredObject> {
  await mkdir(root, { recursive: true, mode: 0o700 }).catch(asStorageError);
  for (const folder of await readdir(root, { withFileTypes: true })) {
    if (!folder.isDirectory()) continue;
    for (const name of await readdir(path.join(root, folder.name))) {
      const found = await stat(path.join(root, folder.name, name)).catch(() => null);
      if (found?.isFile()) yield { key: `${folder.name}/${name}`, keptAt: found.mtime };
    }
  }
}

/** @returns whether there was something to move */
async function moved(from: string, to: string): Promise<boolean> {
  try {
    await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
    await rename(from, to);
    await flushFolder(path.dirname(to));
    return true;
  } catch (error) {
    const failure = toStorageError(error);
    if (failure.reason === "missing") return false;
    throw failure;
  }
}

/** Until the folder is on disk, a power cut may forget the name of a file that is. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}

/** @throws {StorageError} always */
function asStorageError(error: unknown): never {
  throw toStorageError(error);
}

export function toStorageError(error: unknown): StorageError {
  const code = isSystemError(error) ? error.code : undefined;
  if (code === "ENOENT") return new StorageError("missing", error);
  return new StorageError(fullCodes.has(code ?? "") ? "full" : "failed", error);
}
