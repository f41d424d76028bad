import fastify from "fastify";
import { afterAll, expect, test } from "vitest";
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
