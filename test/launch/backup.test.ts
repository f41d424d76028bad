import { readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Client } from "pg";
import { afterAll, expect, inject, test } from "vitest";
import { freePort } from "../support/free-port.ts";
import { foldersAlike } from "./folders-alike.ts";
import { start, type Started } from "./product.ts";

/** As docs/operations.md says: taken while people work, the data lost, put back elsewhere, and gone on from there. */
const { folder } = inject("product");
const at = (name: string) => join(dirname(folder), name);
const running: Started[] = [];
afterAll(async () => {
  const on = running.filter(({ child }) => child.exitCode === null && child.signalCode === null);
  for (const started of on) {
    started.pressControlC();
    await started.ended;
  }
  for (const name of ["werk", "bewaard", "terug"])
    await rm(at(name), { recursive: true, force: true });
});

async function startOn(dataDir: string): Promise<{ origin: string; started: Started }> {
  const port = await freePort();
  const started = start(["npm", "start"], folder, { PORT: String(port), DATA_DIR: dataDir });
  running.push(started);
  await started.ready;
  return { origin: `http://127.0.0.1:${port}`, started };
}

async function operate(dataDir: string, ...words: string[]): Promise<string> {
  const command = ["npm", "run", "--silent", "operator", "--", ...words] as const;
  const run = start(command, folder, { DATA_DIR: dataDir });
  expect(await run.ended, run.output()).toBe(0);
  return run.output();
}

async function connect(dataDir: string): Promise<Client> {
  const text = await readFile(join(dataDir, "database.env"), "utf8");
  const connectionString = /^DATABASE_ADMIN_URL=(.+)$/m.exec(text)?.[1];
  const client = new Client({ connectionString });
  await client.connect();
  return client;
}

/** What stands in every table and which policies keep it, as digests; left out is what goes on by itself. */
async function contentOf(client: Client): Promise<Record<string, string>> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname in ('toetssteen', 'identity', 'tenancy') and c.relname <> 'operator_log' order by 1`,
  );
  const content: Record<string, string> = {};
  for (const name of [...tables.map((table) => table.name), "pg_policies"]) {
    const { rows } = await client.query<{ print: string }>(
      `select count(*) || ' ' || md5(coalesce(string_agg(t::text, ' ' order by t::text), '')) as print from ${name} t`,
    );
    content[name] = rows[0]?.print ?? "";
  }
  return content;
}

/** Notes numbers until it is stopped, one transaction each; as somebody does who works on while the backup is made. */
async function keepWriting(dataDir: string): Promise<() => Promise<void>> {
  const client = await connect(dataDir);
  let on = true;
  const writing = (async () => {
    for (let number = 1; on; number += 1)
      await client.query(
        "insert into tenancy.operator_log (command, arguments) values ('note', $1)",
        [JSON.stringify(number)],
      );
  })();
  return async () => {
    on = false;
    await writing;
    await client.end();
  };
}

const noted = async (client: Client): Promise<number[]> =>
  (
    await client.query<{ number: number }>(
      "select (arguments #>> '{}')::int as number from tenancy.operator_log where command = 'note' order by 1",
    )
  ).rows.map(({ number }) => number);

test("a backup of a server at work stands elsewhere as it was: the same rows, files, policies and sessions", async () => {
  const [work, kept, back] = [at("werk"), at("bewaard"), at("terug")];
  const { origin, started } = await startOn(work);
  const [account] = await (await fetch(`${origin}/demo/accounts.json`)).json();
  const signIn = (server: string) =>
    fetch(`${server}/api/auth/sign-in/email`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: server },
      body: JSON.stringify({ email: account.email, password: account.password }),
    });
  const cookie = (await signIn(origin)).headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const who = async (server: string) =>
    (
      await fetch(`${server}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", cookie, origin: server },
        body: JSON.stringify({ query: "{ viewer { person { name } } }" }),
      })
    ).json();
  expect(await who(origin)).toEqual({ data: { viewer: { person: { name: account.name } } } });

  const before = await connect(work);
  const content = await contentOf(before);
  expect(Number.parseInt(content["toetssteen.organisation"] ?? "", 10)).toBeGreaterThan(1);
  const stopWriting = await keepWriting(work);
  const atFirst = (await noted(before)).length;
  expect(await operate(work, "backup", kept)).toContain(`De back-up staat in ${kept}`);
  await stopWriting();
  expect(await contentOf(before)).toEqual(content);
  const written = await noted(before);
  await before.end();
  started.pressControlC();
  await started.ended;
  const files = await foldersAlike(join(work, "files"), join(kept, "data/files"));
  await rm(work, { recursive: true });

  expect(await operate(back, "restore", kept)).toContain(`staat in ${back}`);
  const again = await startOn(back);
  const after = await connect(back);
  try {
    expect(await contentOf(after)).toEqual(content);
    const found = await noted(after);
    // All that was committed when it began, and no gap in what came while it went on.
    expect(found).toEqual(written.slice(0, found.length));
    expect(found.length).toBeGreaterThanOrEqual(atFirst);
  } finally {
    await after.end();
  }
  expect(files).toBe(true);
  expect(await foldersAlike(join(back, "files"), join(kept, "data/files"))).toBe(true);
  expect(await who(again.origin)).toEqual({ data: { viewer: { person: { name: account.name } } } });
  expect((await signIn(again.origin)).status).toBe(200);
});
