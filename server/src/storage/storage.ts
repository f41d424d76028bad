import type { Readable } from "node:stream";

/** How long an answer is waited for, in milliseconds; bytes that come or go may take as long as they take. */
export const answersWithin = 5_000;
/** And where somebody only asks whether it is there. */
export const checkedWithin = 2_000;

/** Bytes by key. A key names bytes that never change: what is written anew gets another. */
export interface Storage {
  /**
   * Keeps all bytes, or nothing. An error of the stream itself is thrown as it is.
   * @param size how many come; fewer or more are an error of the stream
   * @throws {StorageError}
   */
  write(key: ObjectKey, bytes: Readable, size: number): Promise<void>;
  /** @param range first and last byte; all without it. @throws {StorageError} */
  read(key: ObjectKey, range?: ByteRange): Promise<Readable>;
  /** Removing what isn't there is no error. @throws {StorageError} */
  remove(key: ObjectKey): Promise<void>;
  /** Everything that is kept, in no order, but for what was set aside. @throws {StorageError} */
  list(): AsyncIterable<StoredObject>;
  /** What nobody needs, as far as is known, and will be removed: until then it can be brought back. */
  readonly aside: Aside;
  /** @throws {StorageError} when nothing can be kept or read now */
  check(): Promise<void>;
  close(): Promise<void>;
}

export interface Aside {
  /** Moves an object here; it is no longer read or listed. What isn't there is no error. @throws {StorageError} */
  put(key: ObjectKey): Promise<void>;
  /** @returns whether it was here. @throws {StorageError} */
  bringBack(key: ObjectKey): Promise<boolean>;
  /** `keptAt` is since when it is here. @throws {StorageError} */
  list(): AsyncIterable<StoredObject>;
  /** For good. @throws {StorageError} */
  remove(key: ObjectKey): Promise<void>;
}

export interface ByteRange {
  readonly start: number;
  /** Included. */
  readonly end: number;
}

export interface StoredObject {
  readonly key: ObjectKey;
  readonly keptAt: Date;
}

/** Where bytes are. Begins with the organisation that they belong to, and holds nothing that a person chose. */
export type ObjectKey = `${string}/${string}`;

export function objectKey(organisationId: string, objectId: string): ObjectKey {
  return `${organisationId}/${objectId}`;
}

/** That the storage failed, and not who sent or asked. */
export class StorageError extends Error {
  override readonly name = "StorageError";

  constructor(
    /** `full`: no room for more. `missing`: nothing under this key. `failed`: anything else. */
    readonly reason: "full" | "missing" | "failed",
    cause?: unknown,
  ) {
    super(`The storage of files says: ${reason}.`, { cause });
  }
}

/** @throws {StorageError} when there is no answer in time */
export async function inTime<T>(milliseconds: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new StorageError("failed", new Error(`No answer in ${milliseconds} ms.`))),
      milliseconds,
    );
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
