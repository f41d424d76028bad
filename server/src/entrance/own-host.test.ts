import fastify from "fastify";
import { afterAll, describe, expect, test } from "vitest";
import { requireOwnHost } from "./own-host.ts";

const app = fastify();
requireOwnHost(app, { publicUrl: "https://toetssteen.example", host: "0.0.0.0" });
for (const url of ["/healthz", "/readyz", "/metrics", "/demo/outbox.json", "/graphql"])
  app.get(url, async () => "answered");
afterAll(() => app.close());

async function ask(host: string, more: Record<string, string> = {}, url = "/demo/outbox.json") {
  const { statusCode, body } = await app.inject({ url, headers: { host, ...more } });
  return [statusCode, body];
}

const refused = [403, '{"code":"FOREIGN_ORIGIN"}'];
const answered = [200, "answered"];

describe("what was sent to a name that isn't ours is refused", () => {
  test.each([
    "evil.example",
    "evil.example:4000",
    "toetssteen.example.evil.example",
    "eviltoetssteen.example",
    "127.0.0.1.evil.example",
    "localhost.evil.example:4000",
    "toetssteen.example@evil.example",
    "127.0.0.1@evil.example",
    "[evil.example]",
    "toetssteen.example:80:90",
  ])("%j", async (host) => {
    expect(await ask(host)).toEqual(refused);
    expect(await ask(host, {}, "/graphql")).toEqual(refused);
  });

  test("also where a proxy says so", async () => {
    const own = "toetssteen.example";
    expect(await ask(own, { "x-forwarded-host": "evil.example" })).toEqual(refused);
    expect(await ask(own, { "x-forwarded-host": `${own}, evil.example` })).toEqual(refused);
    expect(await ask(own, { "x-forwarded-host": own })).toEqual(answered);
  });
});

test.each([
  "toetssteen.example",
  "Toetssteen.Example",
  "toetssteen.example.",
  "toetssteen.example:443",
  "localhost:4000",
  "127.0.0.1:4000",
  "192.0.2.9",
  "[::1]:4000",
  "[2001:db8::1]",
])("%s is ours, or an address that nobody can lead elsewhere", async (host) => {
  expect(await ask(host)).toEqual(answered);
});

test.each(["/healthz", "/readyz", "/metrics"])("%s is answered under any name", async (url) => {
  expect(await ask("server-7.internal", {}, url)).toEqual(answered);
});
