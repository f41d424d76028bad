import { fastify } from "fastify";
import { GraphQLError } from "graphql";
import { afterAll, describe, expect, test } from "vitest";
import { nobody } from "../tenancy/principal.ts";
import { QueueFull } from "../tenancy/turns.ts";
import { Refusal } from "../refusal.ts";
import { createGateway } from "./gateway.ts";
import { createSchema } from "../register/schema.ts";

/** What people are told when the database gives no answer: to try again when that helps, and never why. */
let failure: unknown;
const gateway = await createGateway({
  scans: false,
  schema: createSchema(),
  enter: () => Promise.reject(failure),
  documents: { textOrThrow: ({ query }) => query ?? "" },
  editions: new Map(),
  log: fastify({ logger: false }).log,
  open: false,
});
afterAll(() => gateway.stop());

async function told(error: unknown): Promise<unknown[]> {
  failure = error;
  const headers = { "content-type": "application/json" };
  const body = { query: "{ viewer { person { name } } }" };
  const reply = await gateway.handle(
    { method: "POST", url: "/graphql", headers, body },
    { principal: nobody, hat: null, person: null },
  );
  const text = reply.body;
  return [
    reply.status,
    (JSON.parse(text) as { errors: [GraphQLError] }).errors[0].extensions["code"],
    text.includes("secret"),
  ];
}

const withCode = (code: string) => Object.assign(new Error("secret"), { code });

describe("an operation that got no connection or lost it", () => {
  test.each([
    ["none was free in time", new Error("timeout exceeded when trying to connect")],
    [
      "the database is away",
      Object.assign(new Error("connect ECONNREFUSED secret"), { code: "ECONNREFUSED" }),
    ],
    ["it was cut", new Error("Connection terminated unexpectedly")],
    [
      "it was cut in between",
      new Error("Client has encountered a connection error and is not queryable"),
    ],
    ["it was reset", Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" })],
    ["it broke", Object.assign(new Error("write EPIPE"), { code: "EPIPE" })],
    ["it fell silent", new Error("Query read timeout")],
    ["it was given up", new Error("Query runner already released. Cannot run queries anymore.")],
    ["too many wait for one", new QueueFull("secret")],
    ["another process of the database crashed", withCode("57P02")],
    ["it stood idle too long", withCode("25P03")],
    ["its transaction took too long", withCode("25P04")],
    ["its statement took too long", withCode("57014")],
    [
      "it lost a race twice",
      new GraphQLError("x", {
        originalError: Object.assign(new Error("x"), { driverError: withCode("40P01") }),
      }),
    ],
    ["the database is full", withCode("53300")],
  ])("is turned away for now: %s", async (_why, error) => {
    expect(await told(error)).toEqual([503, "BUSY", false]);
  });
});

describe("an operation that failed", () => {
  test.each([
    ["for a reason of ours", new Error("secret")],
    ["for a reason of the database", withCode("23505")],
    ["with something that is no error", "secret"],
    ["with nothing", undefined],
  ])("is masked: %s", async (_why, error) => {
    expect(await told(error)).toEqual([500, "INTERNAL", false]);
  });

  test("by a refusal is told which", async () => {
    expect(await told(new Refusal("FORBIDDEN"))).toEqual([403, "FORBIDDEN", false]);
  });
});
