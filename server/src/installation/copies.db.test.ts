import { randomUUID } from "node:crypto";
import { mkdir, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../test/support/cluster.ts";
import { openMailServer, type MailServer } from "../../../test/support/mail-server.ts";
import { makeTemporaryFolder } from "../../../test/support/temporary-folder.ts";
import { completeEnv, readEnv } from "../env.ts";
import { identityDatabaseUrl } from "../identity/database.ts";
import { enqueueAccountMail } from "../jobs/enqueue.ts";
import { startWork } from "../worker/works.ts";
import { parseCommand } from "../operator/command.ts";
import { runCommand } from "../operator/run.ts";

/** A database that is put back or copied beside another, with the same settings: it must destroy nothing and mail nobody. */
const organisationId = randomUUID();
let production: TestDatabase;
let dataDir: string;
let mail: MailServer;
let errors: string[];
const log = { info() {}, warn() {}, error: (_: object, text: string) => void errors.push(text) };

beforeEach(async () => {
  errors = [];
  production = await createTestDatabase();
  dataDir = await makeTemporaryFolder();
  mail = await openMailServer();
});
afterEach(async () => {
  mail.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function inDatabase<Row extends pg.QueryResultRow>(
  of: TestDatabase,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: of.adminUrl });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** A worker's whole round: whatever it wants to send or sweep at its start is done when it has stopped. */
async function work(of: TestDatabase): Promise<void> {
  const { databaseUrl, adminUrl, secret } = of;
  const settings = readEnv({
    DATABASE_URL: databaseUrl,
    DATABASE_ADMIN_URL: adminUrl,
    SESSION_SECRET: secret,
    DATA_DIR: dataDir,
    SMTP_URL: mail.url,
  });
  const worker = await startWork(completeEnv(settings, { databaseUrl, adminUrl }, secret), log);
  const waiting = () =>
    inDatabase<{ count: number }>(
      of,
      "select count(*)::int as count from graphile_worker._private_jobs where attempts = 0",
    );
  const until = Date.now() + (errors.length > 0 ? 0 : 10_000);
  while ((await waiting())[0]!.count > 0 && Date.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 50));
  await worker.stop();
}

async function ask(of: TestDatabase): Promise<void> {
  const identity = new pg.Client({ connectionString: identityDatabaseUrl(of) });
  await identity.connect();
  await enqueueAccountMail(identity, {
    template: "password-changed",
    to: "noor@waterlinie.example",
    locale: "nl",
    values: { name: "Noor", changedAt: "2026-11-03T13:30:00Z", page: "/wachtwoord" },
  });
  await identity.end();
}

const makeOrganisation = (of: TestDatabase) =>
  inDatabase(
    of,
    "insert into toetssteen.organisation (id, name) values ($1, 'Bibliotheek Zeegras')",
    [organisationId],
  );

/** Bytes that only a later state of the database knows. */
async function keepFile(): Promise<string> {
  const name = randomUUID();
  const folder = join(dataDir, "files", organisationId);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), "bytes");
  const weekAgo = Date.now() / 1_000 - 8 * 86_400;
  await utimes(join(folder, name), weekAgo, weekAgo);
  return name;
}
const files = () => readdir(join(dataDir, "files", organisationId));
const adopt = (of: TestDatabase, ...words: string[]) =>
  runCommand(parseCommand(["adopt", ...words]), {
    dataDir,
    workingFolder: dataDir,
    publicUrl: undefined,
    adminUrl: of.adminUrl,
  });

test("an installation of its own sends its mail and sets aside what no row knows", async () => {
  await makeOrganisation(production);
  await keepFile();
  await ask(production);
  await work(production);
  expect([await files(), mail.texts.length, errors]).toEqual([[], 1, []]);
});

test("a copy beside it sends nothing and removes nothing, and says so; the first goes on", async () => {
  await makeOrganisation(production);
  await work(production);
  await ask(production);
  const copy = await createTestDatabase({ copyOf: production });
  const name = await keepFile();
  await work(copy);
  expect([await files(), mail.texts.length]).toEqual([[name], 0]);
  expect(errors).toEqual([expect.stringContaining("until an operator adopts this installation")]);
  errors = [];
  await work(production);
  expect([await files(), mail.texts.length, errors]).toEqual([[], 1, []]);
});

test("so does a database that was put back to an earlier state in its place", async () => {
  await makeOrganisation(production);
  await work(production);
  const [earlier] = await inDatabase<{ beat: string }>(
    production,
    "select beat from tenancy.installation",
  );
  await work(production);
  await inDatabase(production, "update tenancy.installation set beat = $1", [earlier!.beat]);
  const name = await keepFile();
  await ask(production);
  await work(production);
  expect([await files(), mail.texts.length]).toEqual([[name], 0]);
  expect(errors).toHaveLength(1);
});

test("a database that was there before it could know isn't taken for the only one", async () => {
  await makeOrganisation(production);
  await inDatabase(production, "delete from tenancy.installation");
  await ask(production);
  await work(production);
  expect([mail.texts.length, errors.length]).toEqual([0, 1]);
});

test("a new database doesn't take the files of another", async () => {
  await work(production);
  const other = await createTestDatabase();
  await ask(other);
  await work(other);
  expect([mail.texts.length, errors.length]).toEqual([0, 1]);
});

test("an operator adopts a copy once nobody else uses its files, or takes them over", async () => {
  await makeOrganisation(production);
  await work(production);
  const copy = await createTestDatabase({ copyOf: production });
  await expect(adopt(copy)).rejects.toThrow(/^Een andere installatie gebruikt deze opslag/);
  await ask(copy);
  await ask(copy);
  expect(await adopt(copy, "--take-over", "--drop-mail")).toEqual([
    expect.stringContaining("is nu de echte"),
    "Wie deze opslag tot nu toe gebruikte, mailt niet meer en ruimt niet meer op.",
    "Vervallen mail: 2.",
  ]);
  await ask(copy);
  await keepFile();
  await work(copy);
  expect([await files(), mail.texts.length, errors]).toEqual([[], 1, []]);
  await ask(production);
  await work(production);
  expect([mail.texts.length, errors.length]).toEqual([1, 1]);
});
