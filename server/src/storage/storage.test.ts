import { randomBytes, randomUUID } from "node:crypto";
import { readdir, rm, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, describe, expect, test } from "vitest";
import { openFakeS3 } from "../../../test/support/fake-s3.ts";
import { makeTemporaryFolder } from "../../../test/support/temporary-folder.ts";
import { chooseStorage } from "./choose.ts";
import { toStorageError } from "./local.ts";
import { objectKey, StorageError, type ObjectKey, type Storage } from "./storage.ts";

const dataDir = await makeTemporaryFolder();
const s3 = await openFakeS3();
const store = {
  endpoint: s3.endpoint,
  bucket: s3.bucket,
  region: "us-east-1",
  accessKeyId: "sleutel",
  secretAccessKey: "geheim",
};
const local = await chooseStorage({ s3: undefined, dataDir });
const remote = await chooseStorage({ s3: store, dataDir });
afterAll(async () => {
  await remote.close();
  await s3.close();
  await rm(dataDir, { recursive: true, force: true });
});

const newKey = () => objectKey(randomUUID(), randomUUID());
const read = async (storage: Storage, key: ObjectKey, start?: number, end?: number) =>
  buffer(
    await storage.read(key, start === undefined || end === undefined ? undefined : { start, end }),
  );
const keysOf = async (storage: Storage) => {
  const keys = [];
  for await (const { key } of storage.list()) keys.push(key);
  return keys.toSorted();
};
const kept = (storage: Storage, key: ObjectKey, bytes: Buffer) =>
  storage.write(key, Readable.from([bytes.subarray(0, 5), bytes.subarray(5)]), bytes.length);

describe.each([
  { where: "a folder", storage: local },
  { where: "an object store", storage: remote },
])("bytes in $where", ({ storage }) => {
  test("come back as they were, whole or in pieces", async () => {
    const [key, bytes] = [newKey(), randomBytes(200_000)];
    await kept(storage, key, bytes);
    expect((await read(storage, key)).equals(bytes)).toBe(true);
    expect((await read(storage, key, 0, 0)).equals(bytes.subarray(0, 1))).toBe(true);
    expect((await read(storage, key, 70_000, 199_999)).equals(bytes.subarray(70_000))).toBe(true);
  });

  test("are all kept or not at all", async () => {
    const key = newKey();
    const before = await keysOf(storage);
    const cut = async function* () {
      yield Buffer.from("half");
      throw new Error("de verbinding viel weg");
    };
    await expect(storage.write(key, Readable.from(cut()), 100)).rejects.toThrow(
      "de verbinding viel weg",
    );
    await expect(storage.read(key)).rejects.toMatchObject({ reason: "missing" });
    expect(await keysOf(storage)).toEqual(before);
  });

  test("that break off at once, before anything is written, end nothing else", async () => {
    const bytes = new Readable({ read() {} });
    const written = storage.write(newKey(), bytes, 100);
    bytes.destroy(new Error("de verbinding viel meteen weg"));
    await expect(written).rejects.toThrow("de verbinding viel meteen weg");
  });

  test("of two who write at once are each their own", async () => {
    const writers = Array.from({ length: 6 }, () => [newKey(), randomBytes(50_000)] as const);
    await Promise.all(writers.map(([key, bytes]) => kept(storage, key, bytes)));
    for (const [key, bytes] of writers) expect((await read(storage, key)).equals(bytes)).toBe(true);
  });

  test("are gone when they are removed, and removing twice is removing once", async () => {
    const key = newKey();
    await kept(storage, key, Buffer.from("even maar"));
    await storage.remove(key);
    await storage.remove(key);
    await expect(storage.read(key)).rejects.toMatchObject({ reason: "missing" });
  });

  test("that are set aside are neither read nor listed, and can be brought back", async () => {
    const [key, bytes] = [newKey(), randomBytes(1_000)];
    await kept(storage, key, bytes);
    await storage.aside.put(key);
    await expect(storage.read(key)).rejects.toMatchObject({ reason: "missing" });
    expect(await keysOf(storage)).not.toContain(key);
    const aside = [];
    for await (const one of storage.aside.list()) if (one.key === key) aside.push(one);
    expect(aside).toHaveLength(1);
    expect(Math.abs(Date.now() - aside[0]!.keptAt.getTime())).toBeLessThan(60_000);
    expect(await storage.aside.bringBack(key)).toBe(true);
    expect((await read(storage, key)).equals(bytes)).toBe(true);
    expect(await storage.aside.bringBack(key)).toBe(false);
    await storage.aside.put(key);
    await storage.aside.remove(key);
    expect(await storage.aside.bringBack(key)).toBe(false);
  });

  test("are listed with the time since which they are there", async () => {
    const key = newKey();
    await kept(storage, key, Buffer.from("een lijst"));
    const found = [];
    for await (const one of storage.list()) if (one.key === key) found.push(one);
    expect(found).toHaveLength(1);
    expect(Math.abs(Date.now() - found[0]!.keptAt.getTime())).toBeLessThan(60_000);
    await expect(storage.check()).resolves.toBeUndefined();
  });
});

describe("a folder", () => {
  test("keeps nothing outside itself, whatever a key says", async () => {
    for (const key of ["../elders/x", "a/../../x", "a/b/c", "/etc/x"] as ObjectKey[])
      await expect(kept(local, key, Buffer.from("x"))).rejects.toThrow(StorageError);
    expect(await readdir(dataDir)).toEqual(["files"]);
  });

  test("lists what a killed process left half written, so that it can be swept", async () => {
    const key = newKey();
    await kept(local, key, Buffer.from("heel"));
    const half = path.join(dataDir, "files", `${key}.1.part`);
    await writeFile(half, "half");
    await utimes(half, 1, 1);
    expect(await keysOf(local)).toContain(`${key}.1.part`);
    await rm(half);
  });

  test("says that it is full, or that it fails", () => {
    const fault = (code: string) => Object.assign(new Error(code), { code, syscall: "write" });
    expect(toStorageError(fault("ENOSPC")).reason).toBe("full");
    expect(toStorageError(fault("EDQUOT")).reason).toBe("full");
    expect(toStorageError(fault("EIO")).reason).toBe("failed");
  });

  test("that can't be written to is not ready", async () => {
    const blocked = path.join(dataDir, "geen-map");
    await writeFile(blocked, "");
    const storage = await chooseStorage({ s3: undefined, dataDir: blocked });
    await expect(storage.check()).rejects.toThrow(StorageError);
    await expect(kept(storage, newKey(), Buffer.from("x"))).rejects.toThrow(StorageError);
    await rm(blocked);
  });
});

describe("an object store", () => {
  test("that refuses is not ready, and keeps nothing", async () => {
    s3.refuse(403);
    try {
      const key = newKey();
      await expect(remote.check()).rejects.toMatchObject({ reason: "failed" });
      await expect(kept(remote, key, Buffer.from("x"))).rejects.toMatchObject({ reason: "failed" });
      await expect(remote.read(key)).rejects.toMatchObject({ reason: "failed" });
      await expect(remote.remove(key)).rejects.toMatchObject({ reason: "failed" });
      await expect(keysOf(remote)).rejects.toMatchObject({ reason: "failed" });
      expect(s3.objects.has(key)).toBe(false);
    } finally {
      s3.refuse(null);
    }
  });

  test("that says nothing is given up in time, and is asked again", async () => {
    const [key, bytes] = [newKey(), Buffer.from("stil")];
    await kept(remote, key, bytes);
    const timed = async (work: Promise<unknown>) => {
      const began = performance.now();
      await expect(work).rejects.toMatchObject({ reason: "failed" });
      return performance.now() - began;
    };
    s3.fallSilent(true);
    try {
      const [checked, read_, removed, written] = await Promise.all([
        timed(remote.check()),
        timed(remote.read(key)),
        timed(remote.remove(key)),
        timed(kept(remote, newKey(), bytes)),
      ]);
      expect(checked).toBeLessThan(3_500);
      expect(Math.max(read_, removed)).toBeLessThan(8_000);
      expect(written).toBeLessThan(15_000);
    } finally {
      s3.fallSilent(false);
    }
    expect((await read(remote, key)).equals(bytes)).toBe(true);
  });

  test("that has no room says so", async () => {
    s3.refuse(507);
    try {
      await expect(kept(remote, newKey(), Buffer.from("x"))).rejects.toMatchObject({
        reason: "full",
      });
    } finally {
      s3.refuse(null);
    }
  });
});
