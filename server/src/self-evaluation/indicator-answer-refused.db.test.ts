import { longestText } from "@toetssteen/contract";
import { beforeEach, describe, expect, test } from "vitest";
import { openAnswering } from "../../../test/support/answering.ts";
import { openServer } from "../../../test/support/app.ts";
import { openWorld, type Library } from "../../../test/support/scenario.ts";
import { roles, type Role } from "../rights/kinds.ts";

const world = await openWorld();
const server = await openServer(world);
const { answer, send, stands, history, work, activity } = openAnswering(world, server);

let library: Library;
beforeEach(async () => {
  library = await world.library();
});

const words = { verdict: "NEE", explanation: "Wij doen dit zelf.", baseVersion: 0 } as const;
const nothing = async (indicator = "4.1") =>
  expect([
    await stands(library, indicator),
    await history(library, indicator),
    await activity(library),
  ]).toEqual([undefined, [], []]);

async function assign(personId: string, part: string): Promise<void> {
  await world.rows(
    `insert into toetssteen.progress (organisation_id, cycle_id, part, state, touched_at, assignee_id) values ($1, $2, $3, 'TO_DO', now(), $4)`,
    [library.id, library.cycleId, part, personId],
  );
}

describe("who may answer", () => {
  const always: readonly Role[] = ["administrator", "quality_coordinator"];

  test.each(roles.map((role) => [role]))("without being asked: %s", async (role) => {
    const reply = await answer(await world.member(library, role), library, words);
    if (always.includes(role))
      return expect(reply.result).toMatchObject({ answer: { version: 1, canAnswer: true } });
    expect([reply.code, reply.status]).toEqual(["FORBIDDEN", 403]);
    return nothing();
  });

  test("a colleague what is assigned to them, and nothing else", async () => {
    const sanne = await world.member(library, "colleague");
    await assign(sanne.id, "4.2");
    expect((await answer(sanne, library, words, "4.2")).result).toMatchObject({
      answer: { version: 1, canAnswer: true },
    });
    expect((await answer(sanne, library, words, "4.1")).code).toBe("FORBIDDEN");
    expect((await work(library)).map(({ part, state }) => [part, state])).toEqual([
      ["4.2", "IN_PROGRESS"],
    ]);
    expect(await stands(library)).toBeUndefined();
  });

  test("a colleague no longer, once it is assigned to another", async () => {
    const [sanne, other] = [
      await world.member(library, "colleague"),
      await world.member(library, "colleague"),
    ];
    await assign(other.id, "4.1");
    expect((await answer(sanne, library, words)).code).toBe("FORBIDDEN");
    await nothing();
  });

  test("a director and a reader not, even when it is assigned to them", async () => {
    const ruud = await world.member(library, "director", "reader");
    await assign(ruud.id, "4.1");
    expect((await answer(ruud, library, words)).code).toBe("FORBIDDEN");
    await nothing();
  });

  test("nobody and who left not", async () => {
    const input = {
      organisationId: library.id,
      cycleId: library.cycleId,
      indicator: "4.1",
      ...words,
    };
    expect((await send({ hat: library.id }, input)).code).toBe("UNAUTHENTICATED");
    const left = await world.person();
    await world.membership(left, library, ["administrator"], { ended: true });
    expect(
      (await send({ hat: library.id, cookie: server.cookie(await world.session(left)) }, input))
        .code,
    ).toBe("FORBIDDEN");
    await nothing();
  });
});

describe("an indicator that is not for every library", () => {
  test.each([
    [true, false],
    [false, true],
    [false, false],
  ])("is not answered where it does not apply (VOB %s, IDO %s)", async (vobMember, runsIdo) => {
    library = await world.library({ vobMember, runsIdo });
    const noor = await world.member(library, "quality_coordinator");
    expect((await answer(noor, library, words, "4.4")).code).toBe("NOT_APPLICABLE");
    await nothing("4.4");
    expect((await answer(noor, library, words, "4.3")).result).toMatchObject({
      answer: { version: 1 },
    });
  });

  test("is answered where it does", async () => {
    const noor = await world.member(library, "quality_coordinator");
    expect((await answer(noor, library, words, "4.4")).result).toMatchObject({
      answer: { version: 1 },
    });
  });
});

describe("what cannot be an answer is refused by the field that is wrong", () => {
  const uuid = "0199a000-0000-7000-8000-00000000ffff";
  const half = String.fromCharCode(0xd800);

  test.each([
    [
      "a text that is too long",
      { explanation: "a".repeat(longestText + 1) },
      "INVALID_INPUT",
      "explanation",
    ],
    [
      "a text with a character that cannot be kept",
      { explanation: "a\u0000b" },
      "INVALID_INPUT",
      "explanation",
    ],
    ["a text with half a character", { explanation: `a${half}b` }, "INVALID_INPUT", "explanation"],
    ["an indicator that is not in the norm", { indicator: "4.9" }, "NOT_FOUND", "indicator"],
    ["a question instead of an indicator", { indicator: "4.V1" }, "NOT_FOUND", "indicator"],
    [
      "an indicator with a character that cannot be kept",
      { indicator: "4.1\u0000" },
      "INVALID_INPUT",
      "indicator",
    ],
    ["no indicator", { indicator: "" }, "INVALID_INPUT", "indicator"],
    ["another cycle", { cycleId: uuid }, "NOT_FOUND", "cycleId"],
    ["no id of a cycle", { cycleId: "4" }, "INVALID_INPUT", "cycleId"],
    ["a version below nothing", { baseVersion: -1 }, "INVALID_INPUT", "baseVersion"],
  ])("%s", async (_what, wrong, code, path) => {
    const noor = await world.member(library, "quality_coordinator");
    const input = {
      organisationId: library.id,
      cycleId: library.cycleId,
      indicator: "4.1",
      ...words,
    };
    const reply = await send(server.as(noor), { ...input, ...wrong });
    expect(reply.errors).toEqual([
      expect.objectContaining({
        extensions: expect.objectContaining({ code, issues: [expect.objectContaining({ path })] }),
      }),
    ]);
    await nothing();
    expect((await send(server.as(noor), input)).result).toMatchObject({ answer: { version: 1 } });
  });

  test("a verdict that is neither, by GraphQL itself", async () => {
    const noor = await world.member(library, "quality_coordinator");
    const reply = await send(server.as(noor), {
      organisationId: library.id,
      cycleId: library.cycleId,
      indicator: "4.1",
      ...words,
      verdict: "MISSCHIEN",
    });
    expect(reply.errors).toEqual([
      expect.objectContaining({
        extensions: {
          code: "INVALID_INPUT",
          severity: "refused",
          issues: [expect.objectContaining({ path: "input.verdict" })],
        },
      }),
    ]);
    await nothing();
  });

  test("a cycle of another library, just as one that never was", async () => {
    const noor = await world.member(library, "quality_coordinator");
    const other = await world.library();
    const reply = async (cycleId: string) =>
      (await answer(noor, { ...library, cycleId }, words)).text;
    expect(await reply(other.cycleId)).toBe(await reply(uuid));
    expect(await stands(other)).toBeUndefined();
  });

  test("a cycle that is closed", async () => {
    const noor = await world.member(library, "quality_coordinator");
    await world.rows("update toetssteen.cycle set closed_at = now() where organisation_id = $1", [
      library.id,
    ]);
    expect((await answer(noor, library, words)).code).toBe("NOT_FOUND");
    await nothing();
  });
});

describe("what is unusual and right is accepted", () => {
  test.each([
    ["the longest text", "é".repeat(longestText)],
    [
      "a text with characters beyond the first 65,536, quotes and code",
      `🏛️ 𝒳 'x'; drop table "x" -- $1 \\ {"a":1} <b>`,
    ],
    ["an empty text", ""],
  ])("%s", async (_what, explanation) => {
    const noor = await world.member(library, "quality_coordinator");
    expect((await answer(noor, library, { ...words, explanation })).result).toMatchObject({
      answer: { explanation },
    });
    expect(await stands(library)).toMatchObject({ explanation });
  });

  test("ids in capitals", async () => {
    const noor = await world.member(library, "quality_coordinator");
    const shouted = {
      ...library,
      id: library.id.toUpperCase(),
      cycleId: library.cycleId.toUpperCase(),
    };
    expect((await answer(noor, shouted, words)).result).toMatchObject({
      answer: { version: 1, canAnswer: true },
    });
  });
});
