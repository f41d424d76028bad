import fastify from "fastify";
import type { Pool } from "pg";
import { afterAll, expect, test, vi } from "vitest";
import { freePort } from "../../../test/support/free-port.ts";
import { createIdentity } from "./auth.ts";
import { identityRoutes } from "./http.ts";

/** Nobody listens there. */
const databaseUrl = `postgres://toetssteen_identity:x@127.0.0.1:${await freePort()}/toetssteen`;
const publicUrl = "http://127.0.0.1:4000";
const identity = createIdentity({ databaseUrl, secret: "x".repeat(32), publicUrl });
const app = fastify();
await app.register(identityRoutes, { identity });
afterAll(async () => {
  await app.close();
  await identity.close();
});

test.each([
  ["/sign-in/email", { email: "noor@waterlinie.example", password: "een lange zin" }],
  ["/request-reset", { email: "noor@waterlinie.example", locale: "nl" }],
])("while the database is away %s says when to come back", async (path, payload) => {
  const reply = await app.inject({ method: "POST", url: `/api/auth${path}`, payload });
  expect([reply.statusCode, reply.headers["retry-after"], reply.json()]).toEqual([
    503,
    "2",
    { code: "BUSY" },
  ]);
});

test.each(["53100", "53200", "53300", "57P03", "55P03"])(
  "and so it does while PostgreSQL answers %s, for want of room or of a connection",
  async (code) => {
    const full = () => Promise.reject(Object.assign(new Error("no room"), { code }));
    const pool = identity.pool as Pool;
    const connect = vi.spyOn(pool, "connect").mockImplementation(full as never);
    const query = vi.spyOn(pool, "query").mockImplementation(full as never);
    const payload = { email: "noor@waterlinie.example", locale: "nl" };
    const reply = await app.inject({ method: "POST", url: "/api/auth/request-reset", payload });
    expect([reply.statusCode, reply.json()]).toEqual([503, { code: "BUSY" }]);
    connect.mockRestore();
    query.mockRestore();
  },
);
