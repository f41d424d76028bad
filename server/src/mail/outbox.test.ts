import { appendFile, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import fastify from "fastify";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Message } from "./message.ts";
import { openOutbox, outboxFolder, readOutbox } from "./outbox.ts";
import { outboxRoutes } from "./outbox-pages.ts";

const message: Message = {
  id: "abc-1",
  from: "toetssteen@toetssteen.example",
  to: "noor@waterlinie.example",
  locale: "nl",
  at: new Date("2026-11-03T13:30:00Z"),
  subject: "Doe mee met <Waterlinie>",
  text: "Hallo <Noor>,\n",
  html: "<p>Hallo &lt;Noor&gt;,</p>",
  fragment:
    '<p>Hallo &lt;Noor&gt;,</p>\n<p><a href="http://127.0.0.1:4000/uitnodiging/abc">Neem aan</a></p>',
};

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "toetssteen-outbox-"));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

async function send(...messages: Message[]): Promise<void> {
  const outbox = await openOutbox(outboxFolder(dataDir));
  for (const one of messages) await outbox.send(one);
  outbox.close();
}

async function get(url: string) {
  const app = fastify();
  outboxRoutes(app, dataDir);
  const reply = await app.inject({ url });
  await app.close();
  return reply;
}

test("an outbox that nothing was put into is empty", async () => {
  expect(await readOutbox(outboxFolder(dataDir))).toEqual([]);
  expect((await get("/demo/outbox")).body).toContain("Er is nog geen mail.");
});

test("mail lies in it with the latest on top, also after a new start", async () => {
  await send(message);
  await send({ ...message, id: "abc-2", subject: "Een tweede" });
  const entries = await readOutbox(outboxFolder(dataDir));
  expect(entries.map(({ id, subject, to }) => [id, subject, to])).toEqual([
    ["abc-2", "Een tweede", message.to],
    ["abc-1", message.subject, message.to],
  ]);
  expect((await get("/demo/outbox.json")).json()).toEqual(entries);
});

test("a mail that was tried twice is there once", async () => {
  await send(message, message);
  expect(await readOutbox(outboxFolder(dataDir))).toHaveLength(1);
  expect((await readdir(outboxFolder(dataDir))).toSorted()).toEqual(["abc-1.eml", "index.ndjson"]);
});

test("a line that a crash cut off costs no other mail", async () => {
  await send(message);
  await appendFile(path.join(outboxFolder(dataDir), "index.ndjson"), '{"id":"abc-2","subj\n');
  expect((await readOutbox(outboxFolder(dataDir))).map(({ id }) => id)).toEqual(["abc-1"]);
});

test("nobody else on the machine can read it", async () => {
  await send(message);
  expect((await stat(outboxFolder(dataDir))).mode & 0o077).toBe(0);
  expect((await stat(path.join(outboxFolder(dataDir), "abc-1.eml"))).mode & 0o077).toBe(0);
});

test("a mail can be read on a page, with links that work and names as they are written", async () => {
  await send(message);
  const list = await get("/demo/outbox");
  expect(list.body).toContain(
    '<a href="/demo/outbox/abc-1" lang="nl">Doe mee met &lt;Waterlinie&gt;</a>',
  );
  const { body, headers } = await get("/demo/outbox/abc-1");
  expect(headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(body).toContain('<h1 lang="nl">Doe mee met &lt;Waterlinie&gt;</h1>');
  expect(body).toContain('<a href="http://127.0.0.1:4000/uitnodiging/abc">');
  expect(body).not.toMatch(/<script|<style|<Noor>|<Waterlinie>/);
});

test("a mail can be taken along as a file, and no other file can", async () => {
  await send(message);
  const { body, headers } = await get("/demo/outbox/abc-1.eml");
  expect(headers["content-type"]).toBe("message/rfc822");
  expect(body).toContain("To: noor@waterlinie.example");
  for (const id of [
    "abc-2",
    "abc-2.eml",
    "index.ndjson",
    "..%2f..%2fdatabase.env",
    "%2e%2e%2foutbox%2fabc-1.eml",
    ".eml",
  ]) {
    expect((await get(`/demo/outbox/${id}`)).statusCode, id).toBe(404);
  }
});
