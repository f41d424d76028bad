import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { openWorld } from "../../../test/support/scenario.ts";
import { completeEnv, readEnv } from "../env.ts";
import { identityDatabaseUrl } from "../identity/database.ts";
import { outboxFolder, readOutbox } from "../mail/outbox.ts";
import { workerDatabaseUrl } from "../jobs/database.ts";
import { enqueueAccountMail } from "../jobs/enqueue.ts";
import { sweep } from "./sweep.ts";
import type { Worker } from "./worker.ts";
import { startWork } from "./works.ts";

const world = await openWorld();
const identity = new pg.Client({ connectionString: identityDatabaseUrl(world.database) });
await identity.connect();
const dataDir = await mkdtemp(path.join(tmpdir(), "toetssteen-work-"));
let worker: Worker | undefined;
let warnings: string[] = [];
let errors: string[] = [];
const log = {
  info() {},
  error: (_: object, message: string) => void errors.push(message),
  warn: (_: object, message: string) => void warnings.push(message),
};

beforeEach(() => {
  warnings = [];
  errors = [];
});
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
});
afterAll(async () => {
  await identity.end();
  await rm(dataDir, { recursive: true, force: true });
});

function settings(change: Record<string, string>) {
  const { databaseUrl, adminUrl, secret } = world.database;
  const given = {
    DATABASE_URL: databaseUrl,
    DATABASE_ADMIN_URL: adminUrl,
    SESSION_SECRET: secret,
    DATA_DIR: dataDir,
  };
  return completeEnv(readEnv({ ...given, ...change }), { databaseUrl, adminUrl }, secret);
}

function ask(): Promise<void> {
  return enqueueAccountMail(identity, {
    template: "password-changed",
    to: "noor@waterlinie.example",
    locale: "nl",
    values: { name: "Noor", changedAt: "2026-11-03T13:30:00Z", page: "/wachtwoord" },
  });
}

const waiting = () => world.rows("select id from graphile_worker._private_jobs");

test("without a mail server mail waits and the worker says so; nothing is lost, and a demonstration shows it", async () => {
  await ask();
  worker = await startWork(settings({}), log);
  expect(warnings).toEqual([
    "SMTP_URL is not set: mail stays in the queue and goes out once it is.",
  ]);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await waiting()).toHaveLength(1);
  await worker.stop();

  warnings = [];
  worker = await startWork(settings({ DEMO: "on" }), log);
  await vi.waitFor(async () => expect(await waiting()).toEqual([]), 10_000);
  expect([warnings, errors]).toEqual([[], []]);
  expect(await readOutbox(outboxFolder(dataDir))).toMatchObject([
    { to: "noor@waterlinie.example", from: "toetssteen@toetssteen.example" },
  ]);
});

test("what outsiders read is in the chain of the log soon after, without anybody asking", async () => {
  const { id } = await world.library();
  await world.rows(
    `insert into toetssteen.access_log (organisation_id, id, reader_id, reader_name, reader_organisation_id, reader_organisation_name, via, right_id, opened)
     values ($1, $1, $1, 'Naam', $1, 'Elders', 'mandate', $1, 'submission')`,
    [id],
  );
  worker = await startWork(settings({ DEMO: "on" }), log);
  await vi.waitFor(
    async () =>
      expect(await world.rows("select place from toetssteen.access_log_link")).toEqual([
        { place: 1 },
      ]),
    10_000,
  );
});

test("what a killed worker held is done by another after a quarter of an hour, and not sooner", async () => {
  for (let asked = 0; asked < 2; asked++) await ask();
  const held = (which: string, minutes: number) =>
    world.rows<{ id: string }>(
      `update graphile_worker._private_jobs set locked_by = 'gone', attempts = 1, locked_at = now() - make_interval(mins => $1)
       where id = (select ${which}(id) from graphile_worker._private_jobs) returning id`,
      [minutes],
    );
  await held("min", 16);
  const [kept] = await held("max", 14);
  worker = await startWork(settings({ DEMO: "on" }), log);
  await vi.waitFor(async () => expect(await waiting()).toEqual([kept]), 5_000);
  expect(warnings).toEqual(["jobs of a worker that is gone are done again"]);
  await world.rows("delete from graphile_worker._private_jobs");
});

test("what failed for good is kept for a month and then removed", async () => {
  for (let asked = 0; asked < 3; asked++) await ask();
  await world.rows(`update graphile_worker._private_jobs set attempts = max_attempts, run_at = now() - interval '31 days'
    where id = (select min(id) from graphile_worker._private_jobs)`);
  await world.rows(`update graphile_worker._private_jobs set attempts = max_attempts, run_at = now() - interval '29 days'
    where id = (select max(id) from graphile_worker._private_jobs)`);
  expect(await sweep(workerDatabaseUrl(world.database))).toBe(1);
  expect(await waiting()).toHaveLength(2);
});
