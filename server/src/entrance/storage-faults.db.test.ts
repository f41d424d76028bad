import { PassThrough, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { beforeEach, describe, expect, test } from "vitest";
import { openServer } from "../../../test/support/app.ts";
import { openFiles, pdf } from "../../../test/support/files.ts";
import { succeeded } from "../../../test/support/readers.ts";
import { openWorld, type Library, type Member } from "../../../test/support/scenario.ts";
import { StorageError, type ObjectKey, type Storage } from "../storage/storage.ts";

/** A storage that keeps in memory, and fails as it is told. */
const objects = new Map<ObjectKey, Buffer>();
let failing: { write?: StorageError; read?: StorageError; remove?: StorageError } = {};
const storage: Storage = {
  async write(key, bytes) {
    const parts: Buffer[] = [];
    const taken = new PassThrough().on("data", (part: Buffer) => parts.push(part));
    await pipeline(bytes, taken);
    if (failing.write) throw failing.write;
    objects.set(key, Buffer.concat(parts));
  },
  async read(key, range) {
    const found = objects.get(key);
    if (failing.read || !found) throw failing.read ?? new StorageError("missing");
    return Readable.from([range ? found.subarray(range.start, range.end + 1) : found]);
  },
  async remove(key) {
    if (failing.remove) throw failing.remove;
    objects.delete(key);
  },
  async *list() {},
  aside: {
    async put() {},
    bringBack: async () => false,
    async *list() {},
    async remove() {},
  },
  async check() {
    if (failing.read) throw failing.read;
  },
  async close() {},
};

const world = await openWorld();
const server = await openServer(world, { storage });
let library: Library;
let noor: Member;
let item: string;
const files = openFiles(server, () => library);
beforeEach(async () => {
  failing = {};
  objects.clear();
  library = await world.library();
  noor = await world.member(library, "quality_coordinator");
  item = await files.add(noor);
});

const begun = async () => {
  const id = crypto.randomUUID();
  succeeded(await files.start(noor, { id, evidenceId: item, size: pdf().length }));
  return id;
};
const unavailable = { status: 503, code: "STORAGE_UNAVAILABLE", headers: { "retry-after": "2" } };

describe("a storage", () => {
  test.each(["full", "failed"] as const)(
    "that is %s keeps nothing half, and takes the file once it is mended",
    async (reason) => {
      const id = await begun();
      failing = { write: new StorageError(reason) };
      expect(await files.put(server.as(noor), id, pdf())).toMatchObject(unavailable);
      expect(objects.size).toBe(0);
      expect((await files.finish(noor, id)).code).toBe("UPLOAD_INCOMPLETE");
      failing = {};
      expect((await files.put(server.as(noor), id, pdf())).status).toBe(200);
      expect((await files.finish(noor, id)).code).toBeNull();
    },
  );

  test("that fails while the type is looked for leaves nothing behind", async () => {
    const id = await begun();
    failing = { read: new StorageError("failed") };
    expect(await files.put(server.as(noor), id, pdf())).toMatchObject(unavailable);
    expect(objects.size).toBe(0);
  });

  test("that can't remove what was replaced keeps the new bytes all the same", async () => {
    const id = await begun();
    await files.put(server.as(noor), id, pdf());
    failing = { remove: new StorageError("failed") };
    const other = pdf("partnerz");
    expect((await files.put(server.as(noor), id, other)).status).toBe(200);
    succeeded(await files.finish(noor, id));
    expect((await files.get(server.as(noor), library.id, id)).bytes.equals(other)).toBe(true);
  });

  test("that lost a file says so of that file, and of no other", async () => {
    const [lost, there] = [
      await files.upload(noor, item, pdf()),
      await files.upload(noor, item, pdf()),
    ];
    const [first] = objects.keys();
    objects.delete(first!);
    expect(await files.get(server.as(noor), library.id, lost)).toMatchObject({
      status: 410,
      code: "FILE_LOST",
    });
    expect((await files.get(server.as(noor), library.id, there)).status).toBe(200);
  });

  test("that is away takes files away, and nothing else", async () => {
    const id = await files.upload(noor, item, pdf());
    failing = { read: new StorageError("failed") };
    expect(await files.get(server.as(noor), library.id, id)).toMatchObject(unavailable);
    const ready = await server.app.fastify.inject("/readyz");
    expect([ready.statusCode, ready.json()]).toEqual([
      200,
      { status: "ok", checks: { database: "ok", identity: "ok" } },
    ]);
  });
});
