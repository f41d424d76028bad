import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { makeTemporaryFolder } from "../../../test/support/temporary-folder.ts";
import { openEmbeddedPostgres } from "./embedded.ts";
import { startOf } from "./lock.ts";

let folder: string;
let number = 0;
/** The test's own copy of a data folder that was started once. */
let dataDir: string;

beforeAll(async () => {
  folder = await makeTemporaryFolder();
  await (await openEmbeddedPostgres({ dataDir: join(folder, "prepared") })).stop();
});

beforeEach(async () => {
  dataDir = join(folder, `with spaces ${++number}`);
  await promisify(execFile)("cp", ["-a", join(folder, "prepared"), dataDir]);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function ask(url: string, query: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(query)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

test("what was written is there at the next start, behind the same addresses", async () => {
  const first = await openEmbeddedPostgres({ dataDir });
  await ask(first.adminUrl, "create table kept as select 'bewaard' as word");
  await first.stop();
  const second = await openEmbeddedPostgres({ dataDir });
  try {
    expect(await ask(second.adminUrl, "select word from kept")).toEqual([{ word: "bewaard" }]);
    expect(second).toMatchObject({
      databaseUrl: first.databaseUrl,
      adminUrl: first.adminUrl,
      sessionSecret: first.sessionSecret,
    });
  } finally {
    await second.stop();
  }
});

test("the cluster is durable, speaks every language, keeps UTC and listens to this machine only", async () => {
  const opened = await openEmbeddedPostgres({ dataDir });
  try {
    const query = `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
      current_setting('timezone') as zone, current_setting('listen_addresses') as listens,
      current_setting('unix_socket_directories') as sockets, current_setting('data_checksums') as checksums,
      current_setting('server_encoding') as encoding, datlocprovider as provider,
      (select string_agg(distinct auth_method, ',') from pg_hba_file_rules) as authentication
      from pg_database where datname = current_database()`;
    expect(await ask(opened.adminUrl, query)).toEqual([
      {
        fsync: "on",
        commit: "on",
        zone: "UTC",
        listens: "127.0.0.1",
        sockets: "",
        checksums: "on",
        encoding: "UTF8",
        provider: "i",
        authentication: "scram-sha-256",
      },
    ]);
  } finally {
    await opened.stop();
  }
});

test("the addresses stand in a file for its owner only, while the database runs", async () => {
  const opened = await openEmbeddedPostgres({ dataDir });
  const file = join(dataDir, "database.env");
  const lines = (await readFile(file, "utf8")).trim().split("\n");
  const modes = await Promise.all(
    [file, join(dataDir, "secrets.json")].map(async (path) => (await stat(path)).mode & 0o777),
  );
  await opened.stop();
  expect(lines).toEqual([
    `DATABASE_URL=${opened.databaseUrl}`,
    `DATABASE_ADMIN_URL=${opened.adminUrl}`,
  ]);
  expect(modes).toEqual([0o600, 0o600]);
  await expect(stat(file)).rejects.toMatchObject({ code: "ENOENT" });
});

test("stopping lets connections that are leaving go in peace, and cuts off one that stays", async () => {
  const opened = await openEmbeddedPostgres({ dataDir });
  const lost: string[] = [];
  const connect = async (name: string) => {
    const client = new Client({ connectionString: opened.adminUrl });
    client.on("error", () => lost.push(name));
    await client.connect();
    return client;
  };
  const leaving = await Promise.all(Array.from({ length: 10 }, () => connect("leaving")));
  await connect("staying");
  for (const client of leaving) void client.end();
  await opened.stop();
  await expect.poll(() => lost).toContain("staying");
  expect(new Set(lost)).toEqual(new Set(["staying"]));
});

test("a second server on the same folder is refused by name, and leaves the first alone", async () => {
  const first = await openEmbeddedPostgres({ dataDir });
  try {
    const refused = openEmbeddedPostgres({ dataDir });
    await expect(refused).rejects.toThrow(
      `DATA_DIR ${dataDir} is already in use by the server with process number ${process.pid}`,
    );
    expect(await ask(first.adminUrl, "select 1 as one")).toEqual([{ one: 1 }]);
    expect((await stat(join(dataDir, "database.env"))).isFile()).toBe(true);
  } finally {
    await first.stop();
  }
});

test("of servers that start at the same moment one gets the folder", async () => {
  const fresh = join(folder, "fresh");
  const outcomes = await Promise.allSettled(
    [1, 2, 3].map(() => openEmbeddedPostgres({ dataDir: fresh })),
  );
  const opened = outcomes.filter((outcome) => outcome.status === "fulfilled");
  for (const { value } of opened) await value.stop();
  expect(opened).toHaveLength(1);
});

test("what a killed server committed is there, and its PostgreSQL is replaced", async () => {
  const orphan = await killedServer("create table kept as select 'bewaard' as word");
  const opened = await openEmbeddedPostgres({ dataDir });
  try {
    expect(await ask(opened.adminUrl, "select word from kept")).toEqual([{ word: "bewaard" }]);
    expect(await startOf(orphan)).toBeUndefined();
  } finally {
    await opened.stop();
  }
});

test("a start works when the first process of PostgreSQL was killed too", async () => {
  const orphan = await killedServer("create table kept as select 'bewaard' as word");
  process.kill(orphan, "SIGKILL");
  const opened = await openEmbeddedPostgres({ dataDir });
  try {
    expect(await ask(opened.adminUrl, "select word from kept")).toEqual([{ word: "bewaard" }]);
  } finally {
    await opened.stop();
  }
});

test("a lock file whose number went to another program doesn't keep the database closed", async () => {
  const other = spawn("sleep", ["60"]);
  try {
    await writeFile(join(dataDir, "postgres", "postmaster.pid"), `${other.pid}\n`);
    await (await openEmbeddedPostgres({ dataDir })).stop();
    expect(await startOf(other.pid ?? 0)).toBeDefined();
  } finally {
    other.kill();
    await once(other, "exit");
  }
});

test("a damaged file of secrets is told by its name", async () => {
  await writeFile(join(dataDir, "secrets.json"), "{}");
  await expect(openEmbeddedPostgres({ dataDir })).rejects.toThrow("secrets.json");
});

test.runIf(process.getuid?.() === 0)(
  "where PostgreSQL's user can't come in, the cluster lives elsewhere and is found again",
  async () => {
    const closed = join(folder, "closed");
    await mkdir(closed, { mode: 0o700 });
    const first = await openEmbeddedPostgres({ dataDir: closed });
    const elsewhere = (await readFile(join(closed, "cluster-folder"), "utf8")).trim();
    try {
      await ask(first.adminUrl, "create table kept as select 'bewaard' as word");
      expect((await stat(join(closed, "database.env"))).mode & 0o777).toBe(0o600);
      await first.stop();
      const second = await openEmbeddedPostgres({ dataDir: closed });
      expect(await ask(second.adminUrl, "select word from kept")).toEqual([{ word: "bewaard" }]);
      await expect(openEmbeddedPostgres({ dataDir: closed })).rejects.toThrow("already in use");
      await second.stop();
      await rm(closed, { recursive: true });
      await mkdir(closed, { mode: 0o700 });
      const anew = await openEmbeddedPostgres({ dataDir: closed });
      expect(await ask(anew.adminUrl, "select to_regclass('kept') as kept")).toEqual([
        { kept: null },
      ]);
      await anew.stop();
      await rm(elsewhere, { recursive: true });
      await expect(openEmbeddedPostgres({ dataDir: closed })).rejects.toThrow(
        `belongs in ${elsewhere}, which is gone`,
      );
    } finally {
      await rm(elsewhere, { recursive: true, force: true });
      await rm(`${elsewhere}.old`, { recursive: true, force: true });
    }
  },
);

/** Opens the database in another process, runs a query, kills that process and gives PostgreSQL's number. */
async function killedServer(query: string): Promise<number> {
  const program = `
    const [, dataDir, query] = process.argv;
    const { openEmbeddedPostgres } = await import(${JSON.stringify(new URL("./embedded.ts", import.meta.url).href)});
    const { Client } = await import("pg");
    const opened = await openEmbeddedPostgres({ dataDir });
    const client = new Client({ connectionString: opened.adminUrl });
    await client.connect();
    await client.query(query);
    process.kill(process.pid, "SIGKILL");`;
  const child = spawn(
    process.execPath,
    ["--input-type=module", "--eval", program, dataDir, query],
    {
      cwd: import.meta.dirname,
      stdio: ["ignore", "inherit", "inherit"],
    },
  );
  const [, signal] = (await once(child, "exit")) as [number | null, string | null];
  expect(signal).toBe("SIGKILL");
  const lock = await readFile(join(dataDir, "postgres", "postmaster.pid"), "utf8");
  return Number(lock.split("\n")[0]);
}
