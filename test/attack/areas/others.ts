import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterwards } from "../../support/run.ts";
import { othersWait } from "../others-wait.ts";
import type { Area, Range } from "../range.ts";
import { openRemote, type Remote, type Reply, type Request } from "../remote.ts";
import type { Verdict } from "../tally.ts";

const manifest = join(import.meta.dirname, "../../../web/dist/persisted-documents.json");

/** As long as anybody may wait for a stranger, in milliseconds, on a machine that is busy already. */
const tooLong = 5_000;
/** Letters of which one takes two bytes, so that all of them do. */
const letters = `\u0101${"x".repeat(120_000)}`;

/** What somebody costs others, signed in or not: time that they wait, and memory that doesn't come back. */
export const others: Area = {
  name: "others",
  async run(range) {
    const crowd = openRemote(range.fixture.server.origin, "", 400);
    afterwards(async () => crowd.close());
    crowd.onReply = range.watch.reply;
    await waitingFor(range, crowd);
    if (range.size === "small") return;
    await atOnce(range, crowd);
    await remembered(range);
  },
};

/** Somebody of another library, who looks who they are. */
function bystander({ fixture }: Range) {
  const { cookie, hat } = fixture.personas["coordinator of another library"].caller;
  const body = JSON.stringify({ query: "{ viewer { person { id } } }" });
  const headers = { "content-type": "application/json", cookie, "x-hat": hat };
  return () => fixture.server.send({ method: "POST", path: "/graphql", headers, body });
}

/** Documents that are long to read, from somebody who isn't signed in. */
async function waitingFor(range: Range, crowd: Remote): Promise<void> {
  const { fixture, tally } = range;
  const profile = `libraryProfile(organisationId: "${fixture.library.id}") { locations }`;
  const fragments = Array.from({ length: 40 }, (_, n) => {
    const further = Array.from({ length: 40 - n }, (__, m) => `...f${n + m + 1}`).join(" ");
    return `fragment f${n} on Query { ${further} a: ${profile} }`;
  });
  const documents: Record<string, string> = {
    "one field many times": `{ ${`a: ${profile} `.repeat(300)} }`,
    "one object many times": `{ ${"viewer { person { id } } ".repeat(300)} }`,
    "one name many times": `{ ${"a: __typename ".repeat(900)} }`,
    "a mesh of fragments": `{ ...f0 } ${fragments.join(" ")} fragment f40 on Query { __typename }`,
    "many variables": `query (${Array.from({ length: 700 }, (_, n) => `$v${n}: ID`).join(" ")}) { __typename }`,
    "much that isn't there": `{ ${Array.from({ length: 900 }, (_, n) => `v${n}`).join(" ")} }`,
    "many texts": `{ ${Array.from({ length: 400 }, (_, n) => `a${n}: __typename @include(if: "${"x".repeat(500)}")`).join(" ")} }`,
  };
  for (const [name, query] of range.some(Object.entries(documents), 2))
    await tally.attempt("others", `thirty at once: ${name}`, async () => {
      const { value, longest, refused } = await othersWait(bystander(range), () =>
        // Each is another text, or it would be planned once.
        Promise.all(
          Array.from({ length: 30 }, (_, n) => sent(crowd, { query: `${query} # ${n}` })),
        ),
      );
      if (longest > tooLong || refused.length > 0)
        return { unlike: `others waited ${Math.round(longest)} ms, refused ${refused.join()}` };
      return answered(value);
    });
}

/** More of one person's requests than there are connections. */
async function atOnce(range: Range, crowd: Remote): Promise<void> {
  const { fixture, tally } = range;
  const { caller } = fixture.personas.administrator;
  const asks: Record<string, Request> = {
    "of one person": { path: "", headers: { cookie: caller.cookie, "x-hat": caller.hat } },
    "of nobody": { path: "" },
  };
  for (const [who, { headers }] of Object.entries(asks))
    await tally.attempt("others", `four hundred at once ${who}`, async () => {
      const query = `{ viewer { person { id } } libraryProfile(organisationId: "${fixture.library.id}") { locations } }`;
      const { value, longest, refused } = await othersWait(bystander(range), () =>
        Promise.all(Array.from({ length: 400 }, () => sent(crowd, { query }, headers))),
      );
      if (longest > tooLong || refused.length > 0)
        return { unlike: `others waited ${Math.round(longest)} ms, refused ${refused.join()}` };
      const foreign = value.find(({ status }) => ![200, 401, 503].includes(status));
      return foreign ? { unlike: `${foreign.status} ${foreign.text.slice(0, 200)}` } : "allowed";
    });
}

/** A server with little memory is sent more than that, of which nothing is worth keeping. */
async function remembered({ target, tally, watch }: Range): Promise<void> {
  const list = JSON.parse(await readFile(manifest, "utf8")) as Record<string, string>;
  const hash = Object.keys(list)[0]?.replace(/^sha256:/, "") ?? "";
  const known = await target.known();
  known.onReply = watch.reply;
  const kinds: Record<string, (count: number) => object> = {
    "a known document under a name that isn't in it": (count) => ({
      operationName: `${count}${letters}`,
      extensions: { persistedQuery: { version: 1, sha256Hash: hash } },
    }),
    "a known document with a variable that isn't in it": (count) => ({
      variables: { [`v${count}${letters}`]: `${count}${letters}` },
      extensions: { persistedQuery: { version: 1, sha256Hash: hash } },
    }),
    "a hash that nobody made": (count) => ({
      extensions: { persistedQuery: { version: 1, sha256Hash: `${count}${letters}` } },
    }),
    "a document of one's own": (count) => ({ query: `{ v${count}: __typename } #${letters}` }),
  };
  for (const [name, body] of Object.entries(kinds))
    await tally.attempt("others", `more than there is memory for: ${name}`, async () => {
      const replies: Reply[] = [];
      for (let count = 0; count < 1_500; count += 10)
        replies.push(
          ...(await Promise.all(
            Array.from({ length: 10 }, (_, of) => sent(known, body(count + of))),
          )),
        );
      return answered(replies);
    });
}

function sent(server: Remote, body: object, headers: Request["headers"] = {}): Promise<Reply> {
  return server.send({
    method: "POST",
    path: "/graphql",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

function answered(replies: readonly Reply[]): Verdict {
  const fault = replies.find(({ status }) => status >= 500 && status !== 503);
  return fault ? { unlike: `${fault.status} ${fault.text.slice(0, 200)}` } : "refused";
}
