import { randomUUID } from "node:crypto";
import { mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { openServer } from "../../../test/support/app.ts";
import { openFakeClamd } from "../../../test/support/fake-clamd.ts";
import { openFiles, pdf } from "../../../test/support/files.ts";
import { openWorld, type Library, type Member } from "../../../test/support/scenario.ts";
import { completeEnv, readEnv } from "../env.ts";
import { workerDatabaseUrl } from "../jobs/database.ts";
import { openFileRows } from "../worker/file-rows.ts";
import { startWork } from "../worker/works.ts";
import type { Worker } from "../worker/worker.ts";
import { chooseStorage } from "../storage/choose.ts";
import { createScanner } from "./clamd.ts";
import { scanOverdue } from "./scanning.ts";
import { sweepFiles } from "./sweep.ts";

/** What is uploaded can't be read before it was scanned; and what nobody needs is swept. */
const clamd = await openFakeClamd();
const world = await openWorld();
const server = await openServer(world, { settings: { CLAMD_URL: clamd.url } });
const databaseUrl = workerDatabaseUrl(world.database);
const rows = openFileRows(databaseUrl, () => undefined);
const storage = await chooseStorage({ s3: undefined, dataDir: server.dataDir });
const scanning = { rows, storage, scan: createScanner(clamd.url) };
const log = { info() {}, warn() {}, error() {} };
let worker: Worker | undefined;
let library: Library;
let noor: Member;
let item: string;
const files = openFiles(server, () => library);
beforeEach(async () => {
  clamd.answer(null);
  library = await world.library();
  noor = await world.member(library, "quality_coordinator");
  item = await files.add(noor);
});
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
});
afterAll(async () => {
  await rows.close();
  await clamd.close();
});

const { databaseUrl: appUrl, adminUrl, secret } = world.database;
async function work(): Promise<void> {
  const settings = readEnv({
    DATABASE_URL: appUrl,
    DATABASE_ADMIN_URL: adminUrl,
    SESSION_SECRET: secret,
    DATA_DIR: server.dataDir,
    CLAMD_URL: clamd.url,
  });
  worker = await startWork(completeEnv(settings, { databaseUrl: appUrl, adminUrl }, secret), log);
}
const stateOf = async () => (await files.read(noor, item)).files[0]?.versions[0];
const read = (id: string) => files.get(server.as(noor), library.id, id);
const kept = async (organisationId = library.id) =>
  readdir(path.join(server.dataDir, "files", organisationId)).catch((): string[] => []);
const later = (interval: string) =>
  world.rows(
    `update toetssteen.evidence_file set started_at = now() - interval '${interval}' where organisation_id = $1`,
    [library.id],
  );

describe("a file that is finished", () => {
  test("can't be read before it was scanned, and can be after", async () => {
    const id = await files.upload(noor, item, pdf());
    expect(await stateOf()).toMatchObject({ state: "QUARANTINED" });
    expect(await read(id)).toMatchObject({ status: 409, code: "FILE_NOT_READY" });
    await work();
    await expect.poll(stateOf, { timeout: 10_000 }).toMatchObject({ state: "READY" });
    expect((await read(id)).bytes.equals(pdf())).toBe(true);
    expect(clamd.scanned.at(-1)?.equals(pdf())).toBe(true);
  });

  test("with a virus in it is refused, its bytes are gone, and it says why", async () => {
    const id = await files.upload(noor, item, pdf("VIRUS"));
    await work();
    await expect.poll(stateOf, { timeout: 10_000 }).toMatchObject({
      state: "REFUSED",
      refusedFor: "FILE_INFECTED",
    });
    expect((await read(id)).code).toBe("FILE_INFECTED");
    await expect.poll(() => kept()).toEqual([]);
  });

  test("waits while the scanner is down, and is scanned once it is back", async () => {
    const id = await files.upload(noor, item, pdf());
    clamd.answer("geen zin ERROR");
    await later("2 hours");
    await expect(scanOverdue(scanning)).rejects.toThrow("gives no verdict");
    expect((await read(id)).code).toBe("FILE_NOT_READY");
    clamd.answer(null);
    await scanOverdue(scanning);
    expect((await read(id)).status).toBe(200);
  });

  test("is scanned by itself when its job was lost, but not before that had its time", async () => {
    const id = await files.upload(noor, item, pdf());
    await scanOverdue(scanning);
    expect((await read(id)).code).toBe("FILE_NOT_READY");
    await later("2 hours");
    await scanOverdue(scanning);
    expect((await read(id)).status).toBe(200);
  });

  test("of one library says nothing of the file of another with the same id", async () => {
    const [id, second] = [
      await files.upload(noor, item, pdf()),
      await files.upload(noor, item, pdf()),
    ];
    const organisationId = library.id;
    const object = await rows.quarantinedObject({ organisationId, id });
    expect(object).not.toBe(await rows.quarantinedObject({ organisationId, id: second }));
    const other = { organisationId: (await world.library()).id, id };
    expect(await rows.quarantinedObject(other)).toBeNull();
    await rows.settleScan(other, object!, false);
    await rows.settleScan({ organisationId, id }, randomUUID(), false);
    await rows.settleScan({ organisationId, id: second }, object!, false);
    for (const one of [id, second]) expect((await read(one)).code).toBe("FILE_NOT_READY");
    await rows.settleScan({ organisationId, id }, object!, false);
    expect([(await read(id)).status, (await read(second)).code]).toEqual([200, "FILE_NOT_READY"]);
  });

  test("is scanned once: nothing is asked of it or said about it afterwards", async () => {
    const file = { organisationId: library.id, id: await files.upload(noor, item, pdf()) };
    const object = await rows.quarantinedObject(file);
    await later("2 hours");
    expect(await rows.overdueScans()).toEqual([file]);
    await rows.settleScan(file, object!, false);
    expect(await rows.overdueScans()).toEqual([]);
    expect(await rows.quarantinedObject(file)).toBeNull();
    await rows.settleScan(file, object!, true);
    expect((await read(file.id)).status).toBe(200);
  });
});

describe("sweeping", () => {
  const sweep = (days = 0) => sweepFiles(rows, storage, Date.now() + days * 86_400_000);
  const rowsLeft = async () =>
    (
      await world.rows<{ name: string }>(
        "select name from toetssteen.evidence_file where organisation_id = $1 order by name",
        [library.id],
      )
    ).map(({ name }) => name);

  test("forgets uploads of which nothing came for a day, with their bytes, and nothing else", async () => {
    const done = await files.upload(noor, item, pdf("heel"), { name: "heel.pdf" });
    await files.send(noor, item, pdf("half"), { name: "half.pdf" });
    await files.start(noor, { evidenceId: item, name: "leeg.pdf" });
    await sweep(8);
    expect(await rowsLeft()).toEqual(["half.pdf", "heel.pdf", "leeg.pdf"]);
    expect(await kept()).toHaveLength(2);
    await later("25 hours");
    await sweep();
    expect(await rowsLeft()).toEqual(["heel.pdf"]);
    expect((await files.read(noor, item)).files).toHaveLength(1);
    expect(await kept()).toHaveLength(2);
    await sweep(8);
    expect(await kept()).toHaveLength(1);
    await scanOverdue(scanning);
    expect((await read(done)).status).toBe(200);
  });

  test("keeps the first version, never finished, of a file with a later one that was", async () => {
    const id = randomUUID();
    await files.start(noor, { id, evidenceId: item, name: "eerste.pdf" });
    await files.upload(noor, item, pdf(), { fileId: id, name: "tweede.pdf" });
    await later("25 hours");
    await sweep();
    expect(await rowsLeft()).toEqual(["eerste.pdf", "tweede.pdf"]);
  });

  test("looks at each library's own versions, also where another has the same ids", async () => {
    const id = randomUUID();
    await files.start(noor, { id, evidenceId: item });
    await later("25 hours");
    library = await world.library();
    const marit = await world.member(library, "administrator");
    const theirs = await files.add(marit);
    await files.start(marit, { id, evidenceId: theirs, name: "eerste.pdf" });
    await files.start(marit, { evidenceId: theirs, fileId: id, name: "tweede.pdf" });
    await sweep();
    expect(await rowsLeft()).toEqual(["eerste.pdf", "tweede.pdf"]);
    expect(
      await world.rows("select from toetssteen.evidence_file where organisation_id = $1", [
        noor.organisationId,
      ]),
    ).toEqual([]);
  });

  test("keeps what was removed, what an earlier version was, and what went along with a submission", async () => {
    const first = await files.upload(noor, item, pdf("een"));
    await files.upload(noor, item, pdf("twee"), { fileId: first });
    await files.remove(noor, item);
    await later("400 days");
    await sweep(8);
    expect(await kept()).toHaveLength(2);
  });

  test("removes bytes that no row knows, a week after they came, of organisations that are here", async () => {
    const folder = (id: string) => path.join(server.dataDir, "files", id);
    const elsewhere = randomUUID();
    const stray = async (organisationId: string, name: string, days: number) => {
      await mkdir(folder(organisationId), { recursive: true });
      const file = path.join(folder(organisationId), name);
      await writeFile(file, "x");
      const at = Date.now() / 1000 - days * 86_400;
      await utimes(file, at, at);
    };
    const [old, recent, foreign] = [randomUUID(), randomUUID(), randomUUID()];
    await stray(library.id, old, 8);
    await stray(library.id, recent, 6);
    await stray(library.id, `${old}.1.part`, 8);
    await stray(library.id, "aantekening.txt", 8);
    await stray(elsewhere, foreign, 8);
    const done = await files.upload(noor, item, pdf());
    const known = await rows.quarantinedObject({ organisationId: library.id, id: done });
    const twin = (await world.library()).id;
    await stray(twin, known!, 8);
    await sweep();
    expect(new Set(await kept())).toEqual(new Set([recent, known, "aantekening.txt"]));
    expect(await kept(twin)).toEqual([]);
    expect(await kept(elsewhere)).toEqual([foreign]);
  });
});
