import { getNamedType, getNullableType, isListType, type GraphQLInputType } from "graphql";
import { schema } from "../../roles/by-the-table.ts";
import type { Answer } from "../../support/app.ts";
import { fieldDocuments } from "../../support/field-documents.ts";
import { operationsOf, type Leaf, type Operation } from "../../support/operations.ts";
import { entitledTo, ordinaryVariables, withValue } from "../entitled.ts";
import { placesOf, type Area, type Range } from "../range.ts";
import type { Reply } from "../remote.ts";
import { routesOf } from "../routes.ts";
import { rowsOf } from "../sql/kept-state.ts";
import type { Verdict } from "../tally.ts";

/** SQL in every argument of every field, in every body, path, header and cookie, from somebody who may ask. */
export const injection: Area = {
  name: "injection",
  async run(range) {
    const before = await elsewhere(range);
    const places = operationsOf(schema, { optional: true }).flatMap((operation) =>
      operation.leaves.map((leaf) => ({ operation, leaf })),
    );
    for (const { operation, leaf } of range.some(places, 60))
      for (const payload of range.some(payloadsFor(leaf.type), 2))
        await tryArgument(range, operation, leaf, payload);
    for (const payload of range.some(payloads, 4)) await tryBelow(range, payload);
    await tryDoors(range);
    await range.tally.attempt("injection", "rows of other organisations", async () =>
      (await elsewhere(range)) === before ? "refused" : { unlike: "they were changed" },
    );
  },
};

/** Longer than an answer takes on a busy machine, shorter than the database lets a statement run. */
const sleeps = 9;
const tooLong = 8_500;

const payloads: readonly string[] = [
  "'",
  '"',
  "\\",
  "' or '1'='1",
  "' or true --",
  "') or true --",
  `'; select pg_sleep(${sleeps}) --`,
  `' || pg_sleep(${sleeps}) || '`,
  `\\'; select pg_sleep(${sleeps}) --`,
  `1; select pg_sleep(${sleeps})`,
  `(select pg_sleep(${sleeps}))`,
  `name; select pg_sleep(${sleeps})`,
  `case when true then pg_sleep(${sleeps}) end`,
  "' union select name, null, null from organisation --",
  "'; update membership set roles = '{administrator}' --",
  "$1",
  "$$; select 1; $$",
  "%",
  "_%' escape '",
  "{}",
  '{"$gt": ""}',
  "{{7*7}}${7*7}<%= 7*7 %>",
  "\u02bc or 1=1",
  "\uff07 or 1=1",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\r\nx-injected: yes",
  "../../../../etc/passwd",
  "4.1' and (select count(*) from pg_authid) > 0 and '1'='1",
  "0199a000-0000-7000-8000-000000000001' or '1'='1",
  "a".repeat(30_000),
];
const ofAnotherType: readonly unknown[] = [
  "1 or 1=1",
  { "": "'" },
  [["'"]],
  1e308,
  -1,
  2_147_483_648,
  Number.MAX_SAFE_INTEGER,
  "9999-99-99' or '1'='1",
  null,
];

function payloadsFor(type: GraphQLInputType): readonly unknown[] {
  const takesText = /^(ID|String)$/.test(getNamedType(type).name);
  const some = takesText ? payloads : [...ofAnotherType, "'", `'; select pg_sleep(${sleeps}) --`];
  return isListType(getNullableType(type)) ? some.map((one) => [one, one]) : some;
}

async function tryArgument(
  range: Range,
  operation: Operation,
  leaf: Leaf,
  payload: unknown,
): Promise<void> {
  const { fixture, tally } = range;
  const right = entitledTo(operation);
  await tally.attempt("injection", `${leaf.place}: ${shown(payload)}`, async () => {
    const ordinary = await ordinaryVariables(range, operation, right);
    const began = performance.now();
    const answer = await fixture.server.ask(
      fixture.personas[right].caller,
      operation.document,
      withValue(ordinary, leaf.path, payload),
    );
    return judged(answer, performance.now() - began);
  });
}

/** Arguments below the root stand in the document itself. */
async function tryBelow(range: Range, payload: string): Promise<void> {
  const { fixture, tally } = range;
  const documents = fieldDocuments(schema, { also: [], values: { code: JSON.stringify(payload) } });
  const taking = documents.find(({ text }) => text.includes("(code:"));
  await tally.attempt("injection", `an argument in a document: ${shown(payload)}`, async () => {
    const began = performance.now();
    const { caller } = fixture.personas.administrator;
    const variables = { organisationId: fixture.library.id };
    const answer = await fixture.server.ask(caller, taking?.text ?? "", variables);
    return judged(answer, performance.now() - began);
  });
}

function judged({ code, errors }: Answer, ms: number): Verdict {
  if (ms > tooLong) return { unlike: `it took ${Math.round(ms)} ms, as if the database slept` };
  if (code === "INTERNAL") return { unlike: "it failed inside" };
  return errors.length > 0 ? "refused" : "allowed";
}

/** Names that bodies and addresses take anywhere; a door ignores those that it doesn't know. */
const named = [
  "email",
  "password",
  "token",
  "code",
  "recoveryCode",
  "id",
  "locale",
  "currentPassword",
  "newPassword",
  "name",
];

/** Every door with the same in its address, its query, its body and its headers. */
async function tryDoors(range: Range): Promise<void> {
  const { fixture, tally, watch } = range;
  const { world, server, library, personas } = fixture;
  // Some of these doors end sessions: somebody who is needed for nothing else goes through them.
  const member = await world.member(library, "administrator");
  for (const { method, url } of await routesOf(world))
    for (const payload of range.some(payloads.slice(0, -1), 2)) {
      const caller = server.as({ ...member, token: await world.session(member) });
      watch.knowAlike(personas.administrator.caller, caller);
      const encoded = encodeURIComponent(payload.toWellFormed());
      const path = url.replaceAll(/:\w+\*?|\*/g, encoded) + `?id=${encoded}&token=${encoded}`;
      const header = payload.replaceAll(/[^\x20-\x7e]/g, "?");
      const headers = {
        "content-type": "application/json",
        "user-agent": header,
        "x-forwarded-for": "198.51.100.77",
      };
      const body = JSON.stringify(Object.fromEntries(named.map((name) => [name, payload])));
      const kinds = [
        { headers: { ...headers, cookie: caller.cookie, "x-hat": caller.hat }, as: "a member" },
        {
          headers: { ...headers, cookie: `toetssteen.session_token=${encoded}`, "x-hat": header },
          as: "its cookie",
        },
      ];
      for (const { headers: sent, as } of kinds)
        await tally.attempt(
          "injection",
          `${method} ${url} (${as}): ${shown(payload)}`,
          async () => {
            const more = method === "GET" || method === "HEAD" ? {} : { body };
            const reply = await server.send({ method, path, headers: sent, ...more });
            return doorJudged(reply);
          },
        );
    }
}

function doorJudged({ status, headers, ms }: Reply): Verdict {
  if (ms > tooLong) return { unlike: `it took ${Math.round(ms)} ms, as if the database slept` };
  if (headers["x-injected"] !== undefined) return { unlike: "a header came from what was sent" };
  return status >= 400 ? "refused" : "allowed";
}

async function elsewhere({ fixture }: Range): Promise<string> {
  const others = [...placesOf(fixture)].filter(([place]) =>
    ["other", "former", "lonely"].includes(place),
  );
  // Whom a library lets look leaves a line there by looking; what such a line says is tried by another area.
  const but = ["access_log"];
  return (await Promise.all(others.map(([, id]) => rowsOf(fixture.world, id, but)))).join();
}

const shown = (payload: unknown) => JSON.stringify(payload)?.slice(0, 60) ?? "nothing";
