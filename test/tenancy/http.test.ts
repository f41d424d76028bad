import { randomUUID } from "node:crypto";
import { createSchema } from "@toetssteen/server/register/schema";
import { qualified } from "@toetssteen/server/rights/policies";
import { beforeAll, describe, expect, test } from "vitest";
import { openServer, type Answer, type Caller } from "../support/app.ts";
import { createTenantMaker, type FilledTenant } from "../support/filled-tenant.ts";
import { kept } from "../support/inspect-relations.ts";
import { operationsOf, variablesFor, type Leaf, type Operation } from "../support/operations.ts";
import { newToken, openWorld } from "../support/scenario.ts";

/**
 * Every root field of the served schema, asked over HTTP with ids of another organisation in every argument that takes
 * one. A new field or argument is tried without a line here.
 */
const world = await openWorld();
const server = await openServer(world);
const canary = `kanarie ${randomUUID()}`;
const canaries = await createTenantMaker(world, canary);
const plain = await createTenantMaker(world, "tekst");
const operations = operationsOf(createSchema());

let theirs: FilledTenant;
let own: FilledTenant;
let callers: Readonly<Record<string, readonly [Caller, code: string]>>;
let reading: readonly [Caller, code: string];
beforeAll(async () => {
  theirs = await canaries.tenant();
  own = await plain.tenant();
  reading = [server.as(await world.member(theirs, "reader")), "FORBIDDEN"];
  const left = await world.person();
  await world.membership(left, theirs, ["administrator"], { ended: true });
  const ranOut = await world.session(theirs.member, { expired: true });
  const [mine, hat] = [server.as(own.member), theirs.id];
  callers = {
    "another organisation's member": [mine, "FORBIDDEN"],
    "another organisation's member under this one's hat": [{ ...mine, hat }, "FORBIDDEN"],
    "another organisation's member without a hat": [{ cookie: mine.cookie }, "FORBIDDEN"],
    "a member without a hat": [{ cookie: server.as(theirs.member).cookie }, "FORBIDDEN"],
    "a member who left": [{ cookie: server.cookie(await world.session(left)), hat }, "FORBIDDEN"],
    nobody: [{ hat }, "UNAUTHENTICATED"],
    "a session that ran out": [{ cookie: server.cookie(ranOut), hat }, "UNAUTHENTICATED"],
    "a session that never was": [{ cookie: server.cookie(newToken()), hat }, "UNAUTHENTICATED"],
    "a cookie that somebody else signed": [
      { cookie: server.cookie(theirs.member.token, "another secret, long enough to sign"), hat },
      "UNAUTHENTICATED",
    ],
  };
});

const ask = (by: Caller, operation: Operation, idFor: (leaf: Leaf) => string) =>
  server.ask(by, operation.document, variablesFor(operation, idFor));

/** The id of nothing, so like the other that a comparison of the two sees no difference. */
const absent = (id: string) => `${id.slice(0, -1)}${id.endsWith("0") ? "1" : "0"}`;

const told = (answer: Answer) => ({
  status: answer.status,
  text: answer.text,
  type: answer.headers["content-type"],
  length: answer.headers["content-length"],
});

/** All that stands of an organisation, in one value. */
function standing({ id }: FilledTenant): Promise<unknown[]> {
  const rows = kept.map((relation) => {
    const of = relation.sides.map(({ column }) => `t."${column}" = $1`).join(" or ");
    return `select t::text as row from ${qualified(relation)} t where ${of}`;
  });
  return world.rows(`${rows.join(" union all ")} order by 1`, [id]);
}

describe.each(operations)("$name", (operation) => {
  const ids = operation.leaves.filter(({ isId, isNew }) => isId && !isNew);

  test("is understood when asked about one's own", async () => {
    const asked = operation.writes ? await plain.tenant() : theirs;
    const answer = await ask(server.as(asked.member), operation, asked.idFor);
    expect(
      ["UNAUTHENTICATED", "FORBIDDEN", "INVALID_INPUT", "INVALID_DOCUMENT", "INTERNAL", "BUSY"],
      answer.text,
    ).not.toContain(answer.code);
  });

  test.each(ids.map((leaf) => [leaf.place, leaf] as const))(
    "tells nothing by another organisation's id in %s",
    async (_place, leaf) => {
      const before = await standing(theirs);
      const sending = (id: string) =>
        ask(server.as(own.member), operation, (place) => (place === leaf ? id : own.idFor(place)));
      for (const id of new Set([theirs.idFor(leaf), theirs.id, theirs.member.id])) {
        if (id === theirs.partner.id) continue;
        const [there, nowhere] = [await sending(id), await sending(absent(id))];
        expect(there.text).not.toContain(canary);
        expect(told(there)).toEqual(told(nowhere));
        if (operation.writes)
          expect(there.code, there.text).toMatch(/^(FORBIDDEN|NOT_FOUND|INVALID_INPUT)$/);
      }
      expect(await standing(theirs)).toEqual(before);
    },
  );

  const made = operation.leaves.filter(({ isNew }) => isNew);
  test.each(made.map((leaf) => [leaf.place, leaf] as const))(
    "makes its own by an id that another organisation has in %s",
    async (_place, leaf) => {
      const before = await standing(theirs);
      const [taking, otherwise] = [await plain.tenant(), await plain.tenant()];
      const taken = await ask(server.as(taking.member), operation, (place) =>
        place === leaf ? theirs.knownId(leaf) : taking.idFor(place),
      );
      const fresh = await ask(server.as(otherwise.member), operation, otherwise.idFor);
      expect([taken.code, taken.status]).toEqual([fresh.code, fresh.status]);
      expect(taken.text).not.toContain(canary);
      expect(await standing(theirs)).toEqual(before);
    },
  );
});

describe.each(operations.filter(({ aboutNobody }) => !aboutNobody))("$name", (operation) => {
  test("is refused to those who have no right there, alike for what is there and what is not", async () => {
    const before = await standing(theirs);
    const refused = operation.writes ? { ...callers, "a member who only reads": reading } : callers;
    for (const [name, [caller, code]] of Object.entries(refused)) {
      const there = await ask(caller, operation, theirs.idFor);
      const nowhere = await ask(caller, operation, (leaf) => absent(theirs.idFor(leaf)));
      expect([there.code, there.data], name).toEqual([code, undefined]);
      expect(there.text, name).not.toContain(canary);
      if (name !== "a member who only reads") expect(told(there), name).toEqual(told(nowhere));
    }
    expect(await standing(theirs)).toEqual(before);
  });
});

test("what is shown to one's own is the very thing that others are not shown", async () => {
  const answers = await Promise.all(
    operations
      .filter(({ writes }) => !writes)
      .map((operation) => ask(server.as(theirs.member), operation, theirs.idFor)),
  );
  const shown = operations
    .filter(({ writes }) => !writes)
    .flatMap(({ name }, place) => (answers[place]!.text.includes(canary) ? [name] : []));
  expect(shown).toEqual(
    expect.arrayContaining(["selfEvaluation", "members", "viewer", "submissions", "oversight"]),
  );
});
