import { fastify } from "fastify";
import { afterAll, describe, expect, test } from "vitest";
import { nobody } from "../tenancy/principal.ts";
import type { Scope } from "../tenancy/scope.ts";
import { createGateway } from "../entrance/gateway.ts";
import { createSchema } from "../register/schema.ts";

/** Variables that don't fit the document are the client's, and named; it makes no difference whether the document is known. */
const organisationId = "0199a000-0000-7000-8000-000000000001";
const scope = {
  actor: {
    personId: organisationId,
    hat: organisationId,
    standing: new Map([[organisationId, new Set(["administrator"])]]),
  },
  sql: async () => [],
} as unknown as Scope;
const texts: Record<string, string> = {
  invite: `mutation Invite($input: InviteMemberInput!) { inviteMember(input: $input) { id } }`,
  seen: `query Seen($token: String!) { invitation(token: $token) { name } }`,
  norm: `query Norm($id: ID!, $locale: Locale!) {
    selfEvaluation(organisationId: $id) { norms { title(locale: $locale) } }
  }`,
};
const logged: string[] = [];
const gateway = await createGateway({
  scans: false,
  schema: createSchema(),
  enter: async (_entry, work) => (await work(scope)).value,
  documents: { textOrThrow: ({ hash, query }) => query ?? texts[hash ?? ""] ?? "" },
  editions: new Map(),
  log: fastify({ logger: { stream: { write: (line) => void logged.push(line) } } }).log,
  open: false,
});
afterAll(() => gateway.stop());

async function ask(name: string, variables: object, { known = true, modern = true } = {}) {
  const accept = modern ? "application/graphql-response+json" : "application/json";
  const persisted = { extensions: { persistedQuery: { version: 1, sha256Hash: name } } };
  const { status, body } = await gateway.handle(
    {
      method: "POST",
      url: "/graphql",
      headers: { "content-type": "application/json", accept },
      body: { variables, ...(known ? persisted : { query: texts[name] }) },
    },
    { principal: nobody, hat: organisationId, person: null },
  );
  const { errors } = JSON.parse(body) as {
    errors?: { extensions: { code: string; severity: string; issues: { path: string }[] } }[];
  };
  const [first] = errors ?? [];
  const { code, severity, issues } = first?.extensions ?? {};
  return [status, code, severity, issues?.map(({ path }) => path)];
}

const person = { organisationId, email: "noor@waterlinie.example", name: "Noor" };

describe.each([[true], [false]])("a variable, of a document that is known: %s,", (known) => {
  test.each([
    [
      "that is no value of its list",
      "invite",
      { input: { ...person, roles: ["EDITOR"] } },
      "roles",
    ],
    ["of which a field is missing", "invite", { input: { organisationId, roles: [] } }, "input"],
    ["with a field that isn't there", "invite", { input: { ...person, roles: [], x: 1 } }, "input"],
    ["that is missing", "seen", {}, "token"],
    ["that is nothing", "seen", { token: null }, "token"],
    ["that is a number", "seen", { token: 1 }, "token"],
    ["that is an object", "seen", { token: { a: 1 } }, "token"],
    ["in small letters", "norm", { id: organisationId, locale: "nl" }, "locale"],
  ])("%s is refused by its name", async (_what, name, variables, path) => {
    const [status, code, severity, paths] = await ask(name, variables, { known });
    expect([status, code, severity]).toEqual([400, "INVALID_INPUT", "refused"]);
    expect(String(paths)).toContain(path);
  });

  test("that fits is taken", async () => {
    expect(await ask("seen", { token: "x" }, { known })).toEqual([
      200,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("is refused in the same way for those who take plain JSON", async () => {
    expect((await ask("seen", {}, { known, modern: false })).slice(1)).toEqual([
      "INVALID_INPUT",
      "refused",
      ["token"],
    ]);
  });
});

test("nothing of what doesn't fit is logged as a fault", () => {
  expect(logged).toEqual([]);
});
