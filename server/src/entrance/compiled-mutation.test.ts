import { fastify } from "fastify";
import { afterAll, expect, test } from "vitest";
import { nobody } from "../tenancy/principal.ts";
import type { Scope } from "../tenancy/scope.ts";
import { createGateway } from "./gateway.ts";
import { createSchema } from "../register/schema.ts";

const organisationId = "0199a000-0000-7000-8000-000000000001";
const scope = {
  actor: {
    personId: organisationId,
    hat: organisationId,
    standing: new Map([[organisationId, new Set(["quality_coordinator"])]]),
  },
} as unknown as Scope;
const texts: Record<string, string> = {
  name: "query Name { __typename }",
  answer: `mutation Answer($input: AnswerIndicatorInput!) {
    answerIndicator(input: $input) { ... on IndicatorAnswered { answer { version } } }
  }`,
};
/** Whether what each operation wrote was to be kept. */
const kept: boolean[] = [];
const gateway = await createGateway({
  scans: false,
  schema: createSchema(),
  enter: async (_entry, work) => {
    const { value, keep } = await work(scope);
    kept.push(keep);
    return value;
  },
  documents: { textOrThrow: ({ hash }) => texts[hash ?? ""] ?? "" },
  editions: new Map(),
  log: fastify({ logger: false }).log,
  open: false,
});
afterAll(() => gateway.stop());

const ask = (hash: string, variables = {}) =>
  gateway.handle(
    {
      method: "POST",
      url: "/graphql",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: { variables, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } },
    },
    { principal: nobody, hat: organisationId, person: null },
  );

test("a mutation of a page that failed keeps nothing, and tells its refusal", async () => {
  // From here on Apollo isn't asked about what goes well.
  expect((await ask("name")).body).toContain("Query");
  const input = {
    organisationId,
    cycleId: organisationId,
    indicator: "9.9",
    baseVersion: 0,
    explanation: "",
  };
  const { body } = await ask("answer", { input });
  expect(body).toContain('"code":"NOT_FOUND"');
  expect(kept).toEqual([true, false]);
});
