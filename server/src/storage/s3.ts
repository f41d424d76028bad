import { Readable } from "node:stream";
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import type { ObjectStore } from "../env.ts";
import {
  answersWithin,
  checkedWithin,
  inTime,
  StorageError,
  type ObjectKey,
  type Storage,
  type StoredObject,
} from "./storage.ts";

/** Begins the keys of what was set aside; an organisation's begin with its id. */
const asidePrefix = "aside/";

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/**
 * An object store by the S3 API. One PUT of a known length is all or nothing there, so no parts are left behind that
 * somebody would have to clear away.
 */
export function createS3Storage(store: ObjectStore): Storage {
  const client = new S3Client({
    endpoint: store.endpoint,
    region: store.region,
    credentials: { accessKeyId: store.accessKeyId, secretAccessKey: store.secretAccessKey },
    // The bucket in the path: a store of one's own seldom has a name per bucket.
    forcePathStyle: true,
    // Checksums in a trailer are Amazon's; ours is in the database.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    requestHandler: { connectionTimeout: 2_000, socketTimeout: 60_000 },
    // Whoever asked tries again; each of ours would wait as long as the first.
    maxAttempts: 2,
    // What fails is thrown, and said once where it is caught.
    logger: silent,
  });
  const { bucket: Bucket } = store;
  /** Asks, and gives it up when there is no answer in time; the bytes of an answer may come later. */
  const ask = async <T>(send: (abortSignal: AbortSignal) => Promise<T>, milliseconds: number) => {
    const given = new AbortController();
    return inTime(milliseconds, send(given.signal).catch(asStorageError)).catch(
      (error: unknown) => {
        given.abort();
        throw error;
      },
    );
  };
  const remove = async (Key: string) =>
    void (await ask(
      (abortSignal) => client.send(new DeleteObjectCommand({ Bucket, Key }), { abortSignal }),
      answersWithin,
    ));
  /** The copy first: what breaks off between leaves both, which the next round puts right. */
  const move = async (from: string, to: string): Promise<boolean> => {
    try {
      await client.send(
        new CopyObjectCommand({ Bucket, Key: to, CopySource: `${Bucket}/${from}` }),
      );
    } catch (error) {
      const failure = toStorageError(error);
      if (failure.reason === "missing") return false;
      throw failure;
    }
    await remove(from);
    return true;
  };
  async function* objectsIn(Prefix: string): AsyncGenerator<StoredObject> {
    try {
      for await (const page of paginateListObjectsV2({ client }, { Bucket, Prefix }))
        for (const { Key, LastModified } of page.Contents ?? []) {
          const key = Key?.slice(Prefix.length);
          if (key?.includes("/") && LastModified)
            yield { key: key as ObjectKey, keptAt: LastModified };
        }
    } catch (error) {
      throw toStorageError(error);
    }
  }
  return {
    async write(key, bytes, size) {
      let broken: Error | undefined;
      // A source that breaks off doesn't end the request by itself: it would wait for bytes for ever.
      const given = new AbortController();
      bytes.once("error", (error: Error) => {
        broken ??= error;
        given.abort();
      });
      // While bytes come it may take long; once all are sent, the store says what became of them.
      let waiting: NodeJS.Timeout | undefined;
      bytes.once("end", () => {
        waiting = setTimeout(() => given.abort(), 2 * answersWithin);
      });
      try {
        await client.send(
          new PutObjectCommand({ Bucket, Key: key, Body: bytes, ContentLength: size }),
          { abortSignal: given.signal },
        );
      } catch (error) {
        bytes.destroy();
        throw broken ?? toStorageError(error);
      } finally {
        clearTimeout(waiting);
      }
    },
    async read(key, range) {
      const Range = range && `bytes=${range.start}-${range.end}`;
      const { Body } = await ask(
        (abortSignal) =>
          client.send(new GetObjectCommand({ Bucket, Key: key, ...(Range && { Range }) }), {
            abortSignal,
          }),
        answersWithin,
      );
      if (!(Body instanceof Readable)) throw new StorageError("failed");
      return Body;
    },
    remove,
    async *list() {
      for await (const object of objectsIn(""))
        if (!object.key.startsWith(asidePrefix)) yield object;
    },
    aside: {
      put: async (key) => void (await move(key, asidePrefix + key)),
      bringBack: (key) => move(asidePrefix + key, key),
      list: () => objectsIn(asidePrefix),
      remove: (key) => remove(asidePrefix + key),
    },
    async check() {
      await ask(
        (abortSignal) => client.send(new HeadBucketCommand({ Bucket }), { abortSignal }),
        checkedWithin,
      );
    },
    async close() {
      client.destroy();
    },
  };
}

/** @throws {StorageError} always */
function asStorageError(error: unknown): never {
  throw toStorageError(error);
}

function toStorageError(error: unknown): StorageError {
  const { name, $metadata } = (error ?? {}) as {
    name?: string;
    $metadata?: { httpStatusCode?: number };
  };
  if (name === "NoSuchKey" || name === "NotFound") return new StorageError("missing", error);
  return new StorageError($metadata?.httpStatusCode === 507 ? "full" : "failed", error);
}
