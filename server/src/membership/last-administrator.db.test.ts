import { beforeEach, describe, expect, test } from "vitest";
import { openServer } from "../../../test/support/app.ts";
import { openInviting } from "../../../test/support/inviting.ts";
import { openManaging } from "../../../test/support/managing.ts";
import { everythingOf, succeeded } from "../../../test/support/readers.ts";
import { openWorld, type Library, type Member } from "../../../test/support/scenario.ts";

/** An organisation always has an administrator, whatever two of them do to each other at the same moment. */
const world = await openWorld();
const server = await openServer(world);
const { deeds } = openInviting(world, server);
const { changeRoles, end } = openManaging(world, server);

let library: Library;
let noor: Member;
beforeEach(async () => {
  library = await world.library();
  noor = await world.member(library, "administrator");
});

const administrators = () =>
  world.rows(
    "select person_id from toetssteen.membership where organisation_id = $1 and ended_at is null and 'administrator' = any (roles)",
    [library.id],
  );

describe("the last administrator", () => {
  test("can't leave, and can't stop being that", async () => {
    const left = await world.member(library, "administrator");
    succeeded(await end(noor, left));
    await world.member(library, "quality_coordinator");
    const elsewhere = await world.library();
    await world.member(elsewhere, "administrator");
    const before = await everythingOf(world, library.id);
    for (const answer of [await end(noor, noor), await changeRoles(noor, noor, ["DIRECTOR"], 1)])
      expect([answer.code, answer.data]).toEqual(["LAST_ADMINISTRATOR", null]);
    expect(await everythingOf(world, library.id)).toBe(before);
  });

  test("can, once there is another", async () => {
    const sanne = await world.member(library, "reader");
    succeeded(await changeRoles(noor, sanne, ["ADMINISTRATOR"], 1));
    succeeded(await changeRoles(noor, noor, ["READER"], 1));
    expect(await administrators()).toEqual([{ person_id: sanne.id }]);
    expect((await deeds(library)).map(({ person_id }) => person_id)).toEqual([noor.id, noor.id]);
  });

  test("can leave, once there is another", async () => {
    await world.member(library, "administrator");
    succeeded(await end(noor, noor));
    expect(await administrators()).toHaveLength(1);
    expect((await deeds(library)).map(({ what, person_id }) => [what, person_id])).toEqual([
      ["membership_ended", noor.id],
    ]);
  });

  test("can still get other roles besides", async () => {
    succeeded(await changeRoles(noor, noor, ["ADMINISTRATOR", "QUALITY_COORDINATOR"], 1));
    expect(await administrators()).toHaveLength(1);
  });
});

type Deed = (one: Member, other: Member) => Promise<{ code: string | null }>;
const races: readonly (readonly [string, Deed, Deed])[] = [
  ["remove each other", (one, other) => end(one, other), (one, other) => end(other, one)],
  ["both leave", (one) => end(one, one), (_, other) => end(other, other)],
  [
    "take each other's role",
    (one, other) => changeRoles(one, other, ["READER"], 1),
    (one, other) => changeRoles(other, one, ["READER"], 1),
  ],
  [
    "give up the role and leave",
    (one) => changeRoles(one, one, ["READER"], 1),
    (_, other) => end(other, other),
  ],
  [
    "remove each other, one by taking the role",
    (one, other) => end(one, other),
    (one, other) => changeRoles(other, one, ["READER"], 1),
  ],
];

describe.each(races)("two who %s at the same moment", (_how, first, second) => {
  test("leave exactly one, and it is one deed", async () => {
    for (let round = 0; round < 3; round += 1) {
      library = await world.library();
      const [one, other] = [
        await world.member(library, "administrator"),
        await world.member(library, "administrator"),
      ];
      const codes = (await Promise.all([first(one, other), second(one, other)])).map(
        ({ code }) => code,
      );
      expect(await administrators()).toHaveLength(1);
      expect(codes.filter((code) => code === null)).toHaveLength(1);
      // The second one has no right any more, or finds out that they are the last.
      expect(["LAST_ADMINISTRATOR", "NOT_FOUND", "FORBIDDEN", "UNAUTHENTICATED"]).toContain(
        codes.find((code) => code !== null),
      );
      expect(await deeds(library)).toHaveLength(1);
    }
  });
});
