import { once } from "node:events";
import { chown, mkdir, readFile, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { Client } from "pg";
import { afterEach, expect, inject, test } from "vitest";
import { freePort } from "../support/free-port.ts";
import { leftovers, processesOf, start, type Started } from "./product.ts";

const npmStart = ["npm", "start"] as const;
const { folder, port, firstStart } = inject("product");
let running: Started[] = [];

function npm(settings: Record<string, string> = {}): Started {
  const started = start(npmStart, folder, { PORT: String(port), ...settings });
  running.push(started);
  return started;
}

afterEach(stopAll);

async function stopAll(): Promise<void> {
  for (const started of running) {
    if (started.child.exitCode === null && started.child.signalCode === null)
      started.pressControlC();
    await started.ended;
  }
  running = [];
  expect(await leftovers(folder)).toEqual([]);
}

async function health(): Promise<number> {
  return (await fetch(`http://127.0.0.1:${port}/healthz`)).status;
}

async function serverProcess(): Promise<number> {
  const found = (await processesOf(folder)).find((line) => line.includes("dist/main.js"));
  return Number.parseInt(found ?? "", 10);
}

test("the first start shows its stages, the address and accounts to sign in with", () => {
  console.log(
    `First start, from a bare checkout: ${(firstStart.milliseconds / 1000).toFixed(1)} s`,
  );
  expect(firstStart.output).toMatch(/Installing packages …\n(.*\n)*? {2}done in/);
  expect(firstStart.output).toMatch(/Building the server …\n(.*\n)*? {2}done in/);
  expect(firstStart.output).toContain(`Toetssteen is ready: http://127.0.0.1:${port}`);
});

test("a second start installs and builds nothing", async () => {
  const started = npm();
  console.log(`Second start: ${((await started.ready) / 1000).toFixed(1)} s`);
  expect(await health()).toBe(200);
  expect(started.output()).not.toMatch(/Installing|Building/);
});

test("while it runs, tools find the database in a file for its owner only", async () => {
  await npm().ready;
  const file = join(folder, ".data/database.env");
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const lines = (await readFile(file, "utf8")).trim().split("\n");
  const urls = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s)));
  for (const [name, user] of [
    ["DATABASE_URL", "toetssteen_app"],
    ["DATABASE_ADMIN_URL", "postgres"],
  ] as const) {
    const client = new Client({ connectionString: urls[name] });
    await client.connect();
    const answer = await client.query(
      "select current_user::text as user, current_database()::text as database",
    );
    await client.end();
    expect(answer.rows).toEqual([{ user, database: "toetssteen" }]);
  }
});

test("Ctrl-C stops everything that was started", async () => {
  const started = npm();
  await started.ready;
  expect(await processesOf(folder)).not.toEqual([]);
  started.pressControlC();
  // npm itself ends by the signal; what it started has no error to tell.
  expect([0, "SIGINT"]).toContain(await started.ended);
  expect(await leftovers(folder)).toEqual([]);
  await expect(stat(join(folder, ".data/database.env"))).rejects.toMatchObject({ code: "ENOENT" });
  expect(started.output()).not.toMatch(/error/i);
});

test("so does a service manager's signal to npm alone", async () => {
  const started = npm();
  await started.ready;
  started.child.kill("SIGTERM");
  await started.ended;
  expect(await leftovers(folder)).toEqual([]);
});

test("when npm is killed, the rest stops by itself", async () => {
  const started = npm();
  await started.ready;
  started.child.kill("SIGKILL");
  expect(await leftovers(folder)).toEqual([]);
});

test("after the server was killed the next start works, on the same data", async () => {
  const killed = npm();
  await killed.ready;
  process.kill(await serverProcess(), "SIGKILL");
  expect(await killed.ended).not.toBe(0);
  const [orphan] = await processesOf(folder);
  expect(orphan).toContain("postgres");
  await npm().ready;
  expect(await health()).toBe(200);
  expect((await processesOf(folder)).map((line) => line.split(" ")[0])).not.toContain(
    orphan?.split(" ")[0],
  );
});

test("a taken port is told in one line that names PORT", async () => {
  const other = createServer().listen(port, "127.0.0.1");
  await once(other, "listening");
  try {
    const started = npm();
    expect(await started.ended).toBe(1);
    expect(started.output()).toContain(
      `Toetssteen can't start: PORT ${port} on 127.0.0.1 is taken`,
    );
    expect(started.output()).not.toMatch(/^\s+at /m);
  } finally {
    other.close();
  }
});

test("a second server on the same data is refused in one line, and the first goes on", async () => {
  await npm().ready;
  const second = npm({ PORT: String(await freePort()) });
  expect(await second.ended).toBe(1);
  expect(second.output()).toMatch(
    /Toetssteen can't start: DATA_DIR .* is already in use by the server with process number \d+/,
  );
  expect(second.output()).not.toMatch(/^\s+at /m);
  expect(await health()).toBe(200);
});

test.runIf(process.getuid?.() === 0)(
  "another user than root can start it, on data of their own",
  async () => {
    const nobody = { uid: 65_534, gid: 65_534 };
    const dataDir = join(dirname(folder), "data of nobody");
    await mkdir(dataDir);
    await chown(dataDir, nobody.uid, nobody.gid);
    const settings = { PORT: String(port), DATA_DIR: dataDir, HOME: dataDir };
    const started = start(npmStart, folder, settings, nobody);
    running.push(started);
    await started.ready;
    expect(await health()).toBe(200);
    expect((await stat(join(dataDir, "postgres"))).uid).toBe(nobody.uid);
  },
);

test("a wrong setting is told by its name", async () => {
  const started = npm({ DATABASE_URL: "postgres://127.0.0.1/x" });
  expect(await started.ended).toBe(1);
  expect(started.output()).toContain("Toetssteen can't start: SESSION_SECRET is missing");
});
