import { once } from "node:events";
import { connect } from "node:net";
import fastify from "fastify";
import { afterAll, expect, test } from "vitest";
import { healthRoutes } from "./health.ts";
import { createLeaving } from "./leaving.ts";

const app = fastify();
const leaving = createLeaving(app);
healthRoutes(app, { database: async () => {} }, leaving);
app.get("/", async () => "fine");
afterAll(() => app.close());

async function asked(url: string): Promise<unknown[]> {
  const { statusCode, headers, body } = await app.inject({ method: "GET", url });
  return [statusCode, headers.connection, body];
}

test("a server that leaves says so, and goes on answering, each connection once", async () => {
  const fine = JSON.stringify({ status: "ok", checks: { database: "ok" } });
  expect(await asked("/readyz")).toEqual([200, "keep-alive", fine]);
  expect(await asked("/")).toEqual([200, "keep-alive", "fine"]);
  void leaving.leave();
  expect(await asked("/readyz")).toEqual([503, "close", JSON.stringify({ status: "leaving" })]);
  expect(await asked("/healthz")).toEqual([200, "close", JSON.stringify({ status: "ok" })]);
  expect(await asked("/")).toEqual([200, "close", "fine"]);
});

test("a server that closes does not wait for those who connected and asked nothing", async () => {
  const closing = fastify({ forceCloseConnections: "idle" });
  createLeaving(closing);
  closing.get("/", async () => "fine");
  const origin = await closing.listen({ port: 0, host: "127.0.0.1" });
  expect(await (await fetch(origin)).text()).toBe("fine");
  const silent = connect(Number(new URL(origin).port), "127.0.0.1").on("error", () => {});
  await once(silent, "connect");
  const ended = once(silent, "close");
  await closing.close();
  await ended;
  expect(silent.destroyed).toBe(true);
});
