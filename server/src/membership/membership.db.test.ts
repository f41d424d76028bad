import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { openServer } from "../../../test/support/app.ts";
import { openInviting } from "../../../test/support/inviting.ts";
import { openManaging } from "../../../test/support/managing.ts";
import { everythingOf, openReaders, succeeded } from "../../../test/support/readers.ts";
import { openWorld, type Library, type Member } from "../../../test/support/scenario.ts";

/** An administrator changes roles, ends memberships and takes that back; it holds from the next request. */
const world = await openWorld();
const server = await openServer(world);
const readers = openReaders(world, server);
const { deeds } = openInviting(world, server);
const { changeRoles, end, restore, membership, sessions } = openManaging(world, server);

let library: Library;
let noor: Member;
let sanne: Member;
beforeEach(async () => {
  library = await world.library();
  noor = await world.member(library, "administrator");
  sanne = await world.member(library, "colleague");
});

const reading = (by: Member) =>
  server.ask(
    server.as(by),
    "query ($id: ID!) { selfEvaluation(organisationId: $id) { cycle { id } } }",
    {
      id: library.id,
    },
  );

describe("roles", () => {
  test("are changed with who did it and what they were in the history", async () => {
    const answer = succeeded(await changeRoles(noor, sanne, ["DIRECTOR", "READER"], 1));
    expect(answer.data.changeRoles).toEqual({
      membership: { personId: sanne.id, roles: ["DIRECTOR", "READER"], version: 2, endedAt: null },
    });
    expect(await deeds(library)).toEqual([
      {
        what: "roles_changed",
        person_id: noor.id,
        changes: [{ field: sanne.name, from: "colleague", to: "director, reader" }],
      },
    ]);
  });

  test("are what counts from the next request, in the session that was open", async () => {
    succeeded(await changeRoles(noor, sanne, ["ADMINISTRATOR"], 1));
    succeeded(await changeRoles(sanne, noor, ["READER"], 1));
    expect((await changeRoles(noor, sanne, ["READER"], 2)).code).toBe("FORBIDDEN");
  });

  test("that are sent once more, because the answer was lost, are the change that was made", async () => {
    const first = succeeded(await changeRoles(noor, sanne, ["DIRECTOR", "READER"], 1));
    const again = succeeded(await changeRoles(noor, sanne, ["READER", "DIRECTOR"], 1));
    expect(again.data).toEqual(first.data);
    expect(await deeds(library)).toHaveLength(1);
  });

  test("that somebody changed in the meantime stay, and are shown", async () => {
    succeeded(await changeRoles(noor, sanne, ["DIRECTOR"], 1));
    const before = await everythingOf(world, library.id);
    const late = succeeded(await changeRoles(noor, sanne, ["READER"], 1));
    expect(late.data.changeRoles).toEqual({
      current: { personId: sanne.id, roles: ["DIRECTOR"], version: 2, endedAt: null },
    });
    expect(await everythingOf(world, library.id)).toBe(before);
  });

  test("are changed by one of two who do so at the same moment", async () => {
    const second = await world.member(library, "administrator");
    for (let round = 1; round <= 4; round += 1) {
      const answers = await Promise.all([
        changeRoles(noor, sanne, ["DIRECTOR"], round),
        changeRoles(second, sanne, ["READER"], round),
      ]);
      const kinds = answers.map((answer) => Object.keys(succeeded(answer).data.changeRoles).join());
      expect(kinds.toSorted()).toEqual(["current", "membership"]);
      expect((await membership(sanne)).version).toBe(round + 1);
    }
    expect(await deeds(library)).toHaveLength(4);
  });

  test.each([
    { roles: ["ADVISER"] },
    { roles: ["READER", "OFFICE"] },
    { roles: [] },
    { roles: ["READER", "READER"] },
  ])("can't become %j", async ({ roles }) => {
    const before = await everythingOf(world, library.id);
    const answer = await changeRoles(noor, sanne, roles, 1);
    expect([answer.code, answer.data]).toEqual(["INVALID_INPUT", null]);
    expect(await everythingOf(world, library.id)).toBe(before);
  });

  test("of who left, or of somebody elsewhere, are not there to change", async () => {
    succeeded(await end(noor, sanne));
    const stranger = await world.member(await world.library(), "reader");
    const texts = new Set<string>();
    for (const who of [sanne, stranger, { id: randomUUID() }]) {
      const answer = await changeRoles(noor, who, ["READER"], 1);
      expect([answer.code, answer.data]).toEqual(["NOT_FOUND", null]);
      texts.add(answer.text);
    }
    expect(texts.size).toBe(1);
    expect((await membership(stranger)).version).toBe(1);
  });
});

describe("who is removed", () => {
  test("reads nothing from the next request", async () => {
    succeeded(await reading(sanne));
    succeeded(await end(noor, sanne));
    const after = await reading(sanne);
    expect([after.code, after.data]).toEqual(["UNAUTHENTICATED", undefined]);
  });

  test("is signed out everywhere when they belong nowhere any more", async () => {
    await world.session(sanne);
    expect(await sessions(sanne)).toBe(2);
    succeeded(await end(noor, sanne));
    expect(await sessions(sanne)).toBe(0);
  });

  test("stays signed in while they belong somewhere", async () => {
    const elsewhere = await world.library();
    await world.membership(sanne, elsewhere, ["reader"]);
    succeeded(await end(noor, sanne));
    expect(await sessions(sanne)).toBe(1);
    expect((await reading(sanne)).code).toBe("FORBIDDEN");
    const viewer = await server.ask(server.as(sanne), "{ viewer { hats { id } } }");
    expect(viewer.data.viewer.hats).toEqual([{ id: elsewhere.id }]);
  });

  test("is signed out nowhere by an organisation that they don't belong to", async () => {
    const [stranger, nowhere] = [await world.library(), await world.person()];
    await world.session(nowhere);
    const administrator = await world.member(stranger, "administrator");
    for (const who of [sanne, nowhere]) {
      expect((await end(administrator, who)).code).toBe("NOT_FOUND");
      expect(await sessions(who)).toBe(1);
    }
  });

  test("keeps the name under what they wrote", async () => {
    const milan = await world.member(library, "quality_coordinator");
    await readers.answerAll(milan, library, ["4.1"]);
    succeeded(await end(noor, milan));
    const answer = await server.ask(
      server.as(noor),
      'query ($id: ID!) { selfEvaluation(organisationId: $id) { norm(code: "4") { indicators { answer { changedBy { name } } } } } }',
      { id: library.id },
    );
    expect(answer.data.selfEvaluation.norm.indicators[0].answer.changedBy).toEqual({
      name: milan.name,
    });
  });

  test("once is removed once, and is at the end of the list", async () => {
    const second = await world.member(library, "administrator");
    const answers = await Promise.all([end(noor, sanne), end(second, sanne), end(noor, sanne)]);
    for (const answer of answers)
      expect(succeeded(answer).data.endMembership.memberships.at(-1)).toMatchObject({
        personId: sanne.id,
      });
    expect((await membership(sanne)).version).toBe(2);
    expect((await deeds(library)).map(({ what }) => what)).toEqual(["membership_ended"]);
  });

  test("can be let in again with the roles they had, and signs in anew", async () => {
    succeeded(await end(noor, sanne));
    succeeded(await restore(noor, sanne));
    succeeded(await restore(noor, sanne));
    expect(await membership(sanne)).toEqual({ roles: ["colleague"], ended: false, version: 3 });
    expect((await reading(sanne)).code).toBe("UNAUTHENTICATED");
    succeeded(await reading({ ...sanne, token: await world.session(sanne) }));
    expect(
      (await deeds(library)).map(({ what, person_id, changes }) => [what, person_id, changes]),
    ).toEqual([
      ["membership_ended", noor.id, [{ field: sanne.name, from: "colleague", to: null }]],
      ["membership_restored", noor.id, [{ field: sanne.name, from: null, to: "colleague" }]],
    ]);
  });

  test("is removed by an administrator only", async () => {
    const before = await everythingOf(world, library.id);
    const coordinator = await world.member(library, "quality_coordinator", "director");
    for (const answer of [
      await end(coordinator, sanne),
      await end(coordinator, coordinator),
      await restore(coordinator, sanne),
      await changeRoles(coordinator, coordinator, ["ADMINISTRATOR"], 1),
    ])
      expect([answer.code, answer.data]).toEqual(["FORBIDDEN", undefined]);
    expect((await everythingOf(world, library.id)).length).toBeGreaterThan(before.length);
    expect(await deeds(library)).toEqual([]);
  });
});
