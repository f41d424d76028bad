import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeTemporaryFolder } from "../../../test/support/temporary-folder.ts";
import { openEmbeddedPostgres } from "../embedded/embedded.ts";
import { parseCommand } from "./command.ts";
import { runCommand } from "./run.ts";

/** What a backup refuses; that a server goes on from one is `test/launch/backup.test.ts`. */
let home: string;
let dataDir: string;
beforeAll(async () => {
  home = await makeTemporaryFolder();
  dataDir = join(home, "data");
  await (await openEmbeddedPostgres({ dataDir, durable: false })).stop();
  await mkdir(join(dataDir, "files/een"), { recursive: true });
  await writeFile(join(dataDir, "files/een/verslag"), "bytes");
  await writeFile(join(dataDir, "files/een/half.part"), "by");
});
afterAll(() => rm(home, { recursive: true, force: true }));

const operate = (words: string, given: { dataDir?: string; adminUrl?: string } = {}) =>
  runCommand(parseCommand(words.split(" ")), {
    dataDir,
    publicUrl: "http://127.0.0.1:4000",
    adminUrl: undefined,
    workingFolder: home,
    ...given,
  });
const refusal = (message: string) => ({
  name: "OperatorError",
  message: expect.stringContaining(message),
});
const all = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(() => [] as string[])).toSorted();

test("a backup is taken without a server too, for its owner only, and holds what must survive", async () => {
  const [said] = await operate("backup bewaard");
  expect(said).toMatch(/^De back-up staat in .*bewaard: \d+ bestanden, \d+ MB\.$/);
  const to = join(home, "bewaard");
  expect((await stat(to)).mode & 0o777).toBe(0o700);
  expect(await all(to)).toEqual(["backup.json", "data", "postgres"]);
  expect(await all(join(to, "data"))).toEqual(["files", "secrets.json"]);
  expect(await all(join(to, "data/files/een"))).toEqual(["verslag"]);
  expect(await all(join(to, "postgres"))).not.toContain("postmaster.pid");
  await expect(stat(join(dataDir, "server.lock"))).rejects.toMatchObject({ code: "ENOENT" });
});

test("a folder that holds something isn't taken, nor one inside the data", async () => {
  await mkdir(join(home, "vol"));
  await writeFile(join(home, "vol/brief.txt"), "van iemand");
  await expect(operate("backup vol")).rejects.toMatchObject(refusal("vol is niet leeg"));
  expect(await all(join(home, "vol"))).toEqual(["brief.txt"]);
  await expect(operate("backup data/bewaard")).rejects.toMatchObject(
    refusal("ligt in DATA_DIR zelf"),
  );
  const nothing = { dataDir: join(home, "niets") };
  await expect(operate("backup elders", nothing)).rejects.toMatchObject(
    refusal("nog niets om te bewaren"),
  );
  expect(await all(join(home, "elders"))).toEqual([]);
});

test("a restore overwrites nothing, and takes no backup that isn't whole", async () => {
  await operate("backup heel");
  const before = await readFile(join(dataDir, "secrets.json"), "utf8");
  await expect(operate("restore heel")).rejects.toMatchObject(refusal("is niet leeg"));
  expect(await readFile(join(dataDir, "secrets.json"), "utf8")).toBe(before);

  const empty = { dataDir: join(home, "leeg") };
  await rm(join(home, "heel/backup.json"));
  await expect(operate("restore heel", empty)).rejects.toMatchObject(
    refusal("geen back-up, of een die nooit is afgemaakt"),
  );
  expect(await all(empty.dataDir)).toEqual([]);
});

test("a backup that lost a file isn't restored, and the data folder stays empty", async () => {
  await operate("backup beschadigd");
  await rm(join(home, "beschadigd/postgres/global/pg_control"));
  const empty = { dataDir: join(home, "begonnen") };
  await expect(operate("restore beschadigd", empty)).rejects.toMatchObject(
    refusal("is beschadigd"),
  );
  expect(await all(empty.dataDir)).toEqual([]);
});

test("with a PostgreSQL of one's own both say what to do instead", async () => {
  const own = { adminUrl: "postgres://postgres@db.example/toetssteen" };
  await expect(operate("backup elders", own)).rejects.toMatchObject(refusal("pg_dump"));
  await expect(operate("restore elders", own)).rejects.toMatchObject(refusal("pg_dump"));
});
