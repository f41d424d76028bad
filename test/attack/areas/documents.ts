import { serverAudits } from "graphql-http";
import type { Area, Range } from "../range.ts";
import type { Remote, Reply, Request } from "../remote.ts";
import type { Verdict } from "../tally.ts";

/** Documents that are made to cost, to confuse or to learn from; and what GraphQL over HTTP promises every client. */
export const documents: Area = {
  name: "documents",
  async run(range) {
    const { fixture, tally, target } = range;
    const { cookie, hat } = fixture.personas.administrator.caller;
    const headers = { "content-type": "application/json", cookie, "x-hat": hat };
    for (const [name, body] of Object.entries(costly(fixture.library.id)))
      await tally.attempt("documents", name, async () =>
        heldOff(await fixture.server.send({ method: "POST", path: "/graphql", headers, body })),
      );
    const known = await target.known();
    known.onReply = range.watch.reply;
    for (const [name, request] of Object.entries(unknown))
      await tally.attempt("documents", `where documents are known: ${name}`, async () =>
        heldOff(await known.send({ path: "/graphql", ...request })),
      );
    if (range.size === "full") await audit(range, fixture.server);
  },
};

/** As long as a document may keep the server busy, on a machine that is busy already. */
const tooLong = 5_000;

function heldOff({ status, text, ms }: Reply): Verdict {
  if (ms > tooLong) return { unlike: `it kept the server busy for ${Math.round(ms)} ms` };
  if (/Did you mean|__schema|"queryType"/.test(text)) return { unlike: text.slice(0, 200) };
  return status >= 400 ? "refused" : { unlike: `${status} ${text.slice(0, 200)}` };
}

/** Bodies for somebody who may ask the server anything. */
function costly(id: string): Record<string, string> {
  const asked = (query: string, more: object = {}) => JSON.stringify({ query, ...more });
  const overseen = `members(organisationId: "${id}") { canManage }`;
  const aliases = Array.from({ length: 1_001 }, (_, n) => `a${n}: ${overseen}`).join(" ");
  const deep = "... on Query { ".repeat(40) + overseen + " }".repeat(40);
  const nested = `query ($x: ID!) { members(organisationId: $x) { canManage } }`;
  const doubling = Array.from(
    { length: 30 },
    (_, n) => `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} }`,
  ).join(" ");
  return {
    "a thousand aliases": asked(`{ ${aliases} }`),
    "forty levels": asked(`{ ${deep} }`),
    "ten thousand levels": asked("{a".repeat(10_000)),
    "fragments in a circle": asked(
      `{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }`,
    ),
    "fragments that double": asked(`{ ...f0 } ${doubling} fragment f30 on Query { ${overseen} }`),
    "a batch of a hundred": JSON.stringify(Array(100).fill({ query: `{ ${overseen} }` })),
    "a list of ten thousand": asked(nested, { variables: { x: Array(10_000).fill(id) } }),
    "a text beyond all bounds": asked(nested, { variables: { x: "x".repeat(2_000_000) } }),
    "a thousand directives": asked(
      `{ members(organisationId: "${id}") { canManage ${"@skip(if: false) ".repeat(1_000)} } }`,
    ),
    "a directive that isn't there": asked(
      `{ members(organisationId: "${id}") @defer @stream { canManage } }`,
    ),
    "half a letter": asked(nested, { variables: { x: "\ud800" } }),
    "bytes that are no text": '{"query":"{ \xff\xfe }"}',
    "an object for a text": asked(nested, { variables: { x: { toString: "x" } } }),
    "a prototype": `{"query":"{ __typename ","variables":{"__proto__":{"x":1}}}`,
    "no JSON": "{",
    nothing: "",
    null: "null",
    "a document that is a number": JSON.stringify({ query: 1 }),
    "a subscription": asked("subscription { x }"),
    "two mutations at once": asked(
      `mutation { a: acceptInvitation(token: "x") { person { id } } b: acceptInvitation(token: "y") { person { id } } }`,
    ),
  };
}

const post = (body: unknown): Partial<Request> => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

/** Requests to a server that answers its own documents only. */
const unknown: Readonly<Record<string, Partial<Request>>> = {
  introspection: post({ query: "{ __schema { queryType { name } } }" }),
  "the type of everything": post({ query: "{ __typename }" }),
  "a slip that asks for a suggestion": post({ query: "{ viewr { person { id } } }" }),
  "a document of one's own": post({ query: "{ viewer { person { id } } }" }),
  "a hash that nobody made": post({
    extensions: { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } },
  }),
  "a document with a hash to keep": post({
    query: "{ viewer { person { id } } }",
    extensions: { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } },
  }),
  "a hash that is a property of every object": post({
    extensions: { persistedQuery: { version: 1, sha256Hash: "constructor" } },
  }),
  "a document in the address": {
    path: `/graphql?query=${encodeURIComponent("{ viewer { person { id } } }")}`,
    headers: { "apollo-require-preflight": "1" },
  },
};

/** The audit suite of graphql-http: what every server of GraphQL over HTTP must and should do. */
async function audit({ tally }: Range, { origin }: Remote): Promise<void> {
  for (const { id, name, fn } of serverAudits({ url: `${origin}/graphql`, fetchFn: fetch }))
    await tally.attempt("documents", `audit ${id}: ${name}`, async () => {
      const result = await fn();
      if (result.status === "error") return { unlike: result.reason };
      return "allowed";
    });
}
