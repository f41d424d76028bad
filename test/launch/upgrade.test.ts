import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import { createDatabase } from "@toetssteen/server/migrating/sound-database";
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from "vitest";
import { openTemporaryCluster } from "../support/temporary-cluster.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { keepAsking, makeRelease, runProgram, type Asking, type Program } from "./releases.ts";

/** Programs of three releases on one database while people ask: the built one, and two that were made from it. */
const { folder: first } = inject("product");
const secret = "s".repeat(48);
const ends: (() => unknown)[] = [];
let running: Program[] = [];
let [second, third] = ["", ""];
let cluster: Awaited<ReturnType<typeof openTemporaryCluster>>;
let folder: string;
let settings: Record<string, string>;
let token: string;

beforeAll(async () => {
  cluster = await openTemporaryCluster();
  ends.push(() => cluster.stop());
  folder = await makeTemporaryFolder();
  ends.push(() => rm(folder, { recursive: true, force: true }));
  [second, third] = await Promise.all([
    makeRelease(first, join(folder, "second"), 2),
    makeRelease(first, join(folder, "third"), 3),
  ]);
});

afterEach(async () => {
  for (const program of running) if (program.child.exitCode === null) await program.stop("SIGKILL");
  running = [];
});
afterAll(async () => {
  for (const end of ends.toReversed()) await end();
});

const at = (name: string, user?: string) =>
  Object.assign(new URL(cluster.adminUrl), {
    pathname: `/${name}`,
    ...(user !== undefined && { username: user, password: "gekozen" }),
  }).href;

async function say<Row>(url: string, sql: string, values?: unknown[]): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

async function start(release: string, file: string, own = {}): Promise<Program> {
  const program = await runProgram(release, file, { ...settings, ...own });
  running.push(program);
  return program;
}

async function serve(release: string): Promise<Program> {
  const program = await start(release, "main.js");
  await program.says("Toetssteen is ready");
  return program;
}

async function migrate(release: string): Promise<{ code: number | null; said: string }> {
  const admin = { DATABASE_ADMIN_URL: at(new URL(settings["DATABASE_URL"]!).pathname.slice(1)) };
  const program = await start(release, "migrate.js", admin);
  return { code: await program.ended(), said: program.output() };
}

/** A database of the first release with somebody who is signed in. */
async function openDatabase(name: string): Promise<void> {
  await say(at("postgres"), createDatabase.replace("toetssteen", name));
  settings = {
    DATABASE_URL: at(name, "toetssteen_app"),
    SESSION_SECRET: secret,
    DATA_DIR: join(folder, `data ${name}`),
    GRAPHQL_DOCUMENTS: "any",
  };
  expect(await migrate(first)).toEqual({ code: 0, said: "The database is ready.\n" });
  token = randomBytes(24).toString("base64url");
  await say(
    at(name),
    `with u as (insert into identity."user" (name, email) values ('Els Vos', 'els@zeegras.example') returning id)
     insert into identity.session (token, "userId", "expiresAt") select $1, id, now() + interval '1 day' from u`,
    [token],
  );
}

const ask = ({ origin }: Program) => keepAsking(origin, { token, secret });
/** Goes on until each was asked so many times more. */
const whileAsked = (asking: readonly Asking[], times = 10) =>
  Promise.all(
    asking.map(({ count }) => {
      const until = count() + times;
      return vi.waitUntil(() => count() >= until, { timeout: 60_000, interval: 20 });
    }),
  );
const statusOf = async ({ origin }: Program) => (await fetch(`${origin}/readyz`)).status;

/** Some eight programs start in each, one after the other. */
const patience = { timeout: 600_000 };

test(
  "a new release comes and the old goes, and starts again meanwhile, without a request that fails",
  patience,
  async () => {
    await openDatabase("rollend");
    const old = await serve(first);
    const asking = [ask(old)];
    await whileAsked(asking);

    // One of the new release that starts too early waits for the step that migrates.
    const early = await start(second, "main.js");
    await early.says(
      "Waiting for the database: the database is of release 1 and this program needs 2",
    );
    expect(await migrate(second)).toEqual({ code: 0, said: "The database is ready.\n" });
    await early.says("Toetssteen is ready");
    asking.push(ask(early));
    await whileAsked(asking);

    // An old one that starts again changes nothing, and works.
    const again = await serve(first);
    asking.push(ask(again));
    await whileAsked(asking);
    const refused = await migrate(first);
    expect(refused.code).toBe(1);
    expect(refused.said).toBe(
      "Toetssteen can't migrate: the database is of release 2 and this program of 1: only a program of 2 or newer may migrate it.\n",
    );
    await whileAsked(asking);
    for (const each of asking) expect(await each.stop()).toEqual([]);
  },
);

test(
  "a release later the oldest programs are told that they are too old, and those of the release before serve on",
  patience,
  async () => {
    await openDatabase("verder");
    await migrate(second);
    const [oldest, before] = await Promise.all([serve(first), serve(second)]);
    const asking = ask(before);
    expect(await statusOf(oldest)).toBe(200);
    expect((await migrate(third)).code).toBe(0);
    const newest = await serve(third);
    const both = [asking, ask(newest)];
    await whileAsked(both);
    expect(await statusOf(oldest)).toBe(503);
    const line =
      "the database is of release 3, which serves programs from 2 on, and this program is of 1: start the newer version";
    for (const file of ["main.js", "worker.js"]) {
      const late = await start(first, file);
      expect(await late.ended()).toBe(1);
      expect(late.output()).toContain(line);
      expect(late.output()).not.toMatch(/^\s+at /m);
    }
    await whileAsked(both);
    for (const each of both) expect(await each.stop()).toEqual([]);
    const functions = await say<{ name: string }>(
      at("verder"),
      "select proname::text as name from pg_proc where pronamespace = 'tenancy'::regnamespace and proname ~ '^enter' order by 1",
    );
    expect(functions.map(({ name }) => name)).toEqual(["enter_2", "enter_3"]);
  },
);
