import { beforeEach, describe, expect, test } from "vitest";
import { openServer } from "../../../test/support/app.ts";
import {
  everythingOf,
  explanationOf,
  openReaders,
  succeeded,
} from "../../../test/support/readers.ts";
import {
  openWorld,
  type Library,
  type Member,
  type Organisation,
} from "../../../test/support/scenario.ts";

/** Indicator 4.4 comes and goes with the profile, for that library alone; what was answered stays where it is. */
const world = await openWorld();
const server = await openServer(world);
const readers = openReaders(world, server);

interface Place {
  readonly library: Library;
  readonly coordinator: Member;
}
let one: Place;
let other: Place;
let support: Organisation;
let adviser: Member;
const place = async (): Promise<Place> => {
  const library = await world.library();
  const coordinator = await world.member(library, "quality_coordinator");
  await readers.answerAll(coordinator, library);
  await world.rows(
    "update toetssteen.progress set state = 'READY_TO_READ', assignee_id = $2 where organisation_id = $1 and part = '4.4'",
    [library.id, coordinator.id],
  );
  await readers.oversight(library, coordinator, support);
  return { library, coordinator };
};
beforeEach(async () => {
  support = await readers.supportOrganisation();
  adviser = await world.member(support, "adviser");
  [one, other] = [await place(), await place()];
});

const change = (
  { library, coordinator }: Place,
  facts: Readonly<Record<string, unknown>>,
  baseVersion: number,
) =>
  server.ask(
    server.as(coordinator),
    `mutation ($input: ChangeProfileInput!) { changeProfile(input: $input) {
       ... on ProfileChanged { profile { vobMember runsIdo locations version } }
       ... on ProfileConflict { current { vobMember runsIdo locations version } } } }`,
    {
      input: {
        organisationId: library.id,
        vobMember: true,
        runsIdo: true,
        locations: 4,
        ...facts,
        baseVersion,
      },
    },
  );
const off = (at: Place, baseVersion = 1) => change(at, { runsIdo: false }, baseVersion);

const answer = `answer { verdict explanation version workState changedAt changedBy { personId } assignee { personId } }`;
const norm = async ({ library, coordinator }: Place) =>
  succeeded(
    await server.ask(
      server.as(coordinator),
      `query ($id: ID!) { selfEvaluation(organisationId: $id) { norm(code: "4") { indicators { code ${answer} } workStates { state count } } } }`,
      { id: library.id },
    ),
  ).data.selfEvaluation.norm;
const overseen = async ({ library }: Place) =>
  succeeded(
    await server.ask(
      server.as(adviser),
      "query ($id: ID!) { overseen(organisationId: $id) { libraries { organisation { id } norms { code toDo inProgress readyToRead done } } } }",
      { id: support.id },
    ),
  )
    .data.overseen.libraries.find(
      (one: { organisation: { id: string } }) => one.organisation.id === library.id,
    )
    .norms.find(({ code }: { code: string }) => code === "4");
const codes = ({ indicators }: { indicators: { code: string }[] }) =>
  indicators.map(({ code }) => code);
const counted = ({ workStates }: { workStates: { state: string; count: number }[] }) =>
  Object.fromEntries(workStates.map(({ state, count }) => [state, count]));
const countedFromOutside = (norm: Record<string, number>) => ({
  TO_DO: norm["toDo"],
  IN_PROGRESS: norm["inProgress"],
  READY_TO_READ: norm["readyToRead"],
  DONE: norm["done"],
});
const standing = (at: Place) =>
  world.rows(
    `select 'answer' as of, t::text from toetssteen.indicator_answer t where organisation_id = $1
     union all select 'history', t::text from toetssteen.answer_history t where organisation_id = $1
     union all select 'progress', t::text from toetssteen.progress t where organisation_id = $1 order by 1, 2`,
    [at.library.id],
  );

describe("a library without an IDO any more", () => {
  test("has no 4.4, and another library still does", async () => {
    const theirs = [await norm(other), await overseen(other)];
    succeeded(await off(one));
    expect(codes(await norm(one))).toEqual(["4.1", "4.2", "4.3"]);
    expect([await norm(other), await overseen(other)]).toEqual(theirs);
    expect(codes(await norm(other))).toEqual(["4.1", "4.2", "4.3", "4.4"]);
  });

  test("has it in no count of its own or of its adviser", async () => {
    const before = { TO_DO: 5, IN_PROGRESS: 3, READY_TO_READ: 1, DONE: 0 };
    expect([counted(await norm(one)), countedFromOutside(await overseen(one))]).toEqual([
      before,
      before,
    ]);
    succeeded(await off(one));
    const after = { ...before, READY_TO_READ: 0 };
    expect([counted(await norm(one)), countedFromOutside(await overseen(one))]).toEqual([
      after,
      after,
    ]);
  });

  test("hands in a norm without it", async () => {
    const earlier = await readers.submit(one.coordinator, one.library);
    succeeded(await off(one));
    const later = await readers.submit(one.coordinator, one.library);
    const handedIn = async (id: string) =>
      succeeded(
        await server.ask(
          server.as(one.coordinator),
          "query ($of: ID!, $id: ID!) { submission(organisationId: $of, id: $id) { document reading { norms { indicators { code } } } } }",
          { of: one.library.id, id },
        ),
      ).data.submission;
    expect(codes((await handedIn(later)).reading.norms[0])).toEqual(["4.1", "4.2", "4.3"]);
    expect((await handedIn(later)).document).not.toContain(explanationOf("4.4"));
    expect(codes((await handedIn(earlier)).reading.norms[0])).toEqual(["4.1", "4.2", "4.3", "4.4"]);
  });

  test("can't answer it, and what was answered stays as it was", async () => {
    const before = await standing(one);
    succeeded(await off(one));
    const { library, coordinator } = one;
    const input = {
      organisationId: library.id,
      cycleId: library.cycleId,
      indicator: "4.4",
      baseVersion: 1,
      verdict: "NEE",
      explanation: "Toch.",
    };
    const refused = await server.ask(
      server.as(coordinator),
      "mutation ($input: AnswerIndicatorInput!) { answerIndicator(input: $input) { __typename } }",
      { input },
    );
    expect([refused.code, refused.data]).toEqual(["NOT_APPLICABLE", null]);
    expect(await standing(one)).toEqual(before);
  });

  test.each([
    { runsIdo: false },
    { vobMember: false },
    { runsIdo: false, vobMember: false, locations: 9 },
  ])("by %j, has it back just as it was once it applies again", async (facts) => {
    const [before, rows] = [await norm(one), await standing(one)];
    expect(before.indicators[3]).toMatchObject({
      code: "4.4",
      answer: { explanation: explanationOf("4.4"), version: 1, workState: "READY_TO_READ" },
    });
    succeeded(await change(one, facts, 1));
    expect(codes(await norm(one))).not.toContain("4.4");
    succeeded(await change(one, {}, 2));
    expect(await norm(one)).toEqual(before);
    expect(await standing(one)).toEqual(rows);
  });
});

describe("the profile", () => {
  const history = async () =>
    succeeded(
      await server.ask(
        server.as(one.coordinator),
        "query ($id: ID!) { activity(organisationId: $id) { entries { what at by { personId } changes { field from to } } } }",
        { id: one.library.id },
      ),
    ).data.activity.entries.filter(({ what }: { what: string }) => what === "profile_changed");

  test("is changed with who, when and what it was in the history", async () => {
    const begun = Date.now();
    succeeded(await off(one));
    const second = { ...one, coordinator: await world.member(one.library, "administrator") };
    succeeded(await change(second, { locations: 7 }, 2));
    const entries = await history();
    expect(entries).toEqual([
      {
        what: "profile_changed",
        at: expect.any(String),
        by: { personId: second.coordinator.id },
        changes: [
          { field: "runsIdo", from: "false", to: "true" },
          { field: "locations", from: "4", to: "7" },
        ],
      },
      {
        what: "profile_changed",
        at: expect.any(String),
        by: { personId: one.coordinator.id },
        changes: [{ field: "runsIdo", from: "true", to: "false" }],
      },
    ]);
    for (const { at } of entries) expect(Math.abs(Date.parse(at) - begun)).toBeLessThan(60_000);
  });

  test("that somebody changed in the meantime stays, and is shown", async () => {
    succeeded(await off(one));
    const before = await everythingOf(world, one.library.id);
    const late = succeeded(await change(one, { locations: 9 }, 1));
    expect(late.data.changeProfile).toEqual({
      current: { vobMember: true, runsIdo: false, locations: 4, version: 2 },
    });
    expect(await everythingOf(world, one.library.id)).toBe(before);
  });

  test("is changed by one of two who do so at the same moment", async () => {
    for (let round = 1; round <= 3; round += 1) {
      const answers = await Promise.all([
        change(one, { locations: round * 10 }, round),
        change(one, { locations: round * 10 + 1 }, round),
      ]);
      const kinds = answers.map((reply) => Object.keys(succeeded(reply).data.changeProfile).join());
      expect(kinds.toSorted()).toEqual(["current", "profile"]);
    }
    expect(await history()).toHaveLength(3);
  });

  test("that already is so is not changed again", async () => {
    const before = await everythingOf(world, one.library.id);
    const same = succeeded(await change(one, {}, 1));
    expect(same.data.changeProfile.profile).toMatchObject({ version: 1 });
    expect(await everythingOf(world, one.library.id)).toBe(before);
  });

  test.each([{ locations: -1 }, { locations: 10_001 }])("can't hold %j", async (facts) => {
    const before = await everythingOf(world, one.library.id);
    const reply = await change(one, facts, 1);
    expect([reply.code, reply.data]).toEqual(["INVALID_INPUT", null]);
    expect(await everythingOf(world, one.library.id)).toBe(before);
  });

  test("is changed by who coordinates, and by nobody else of the library", async () => {
    for (const role of ["colleague", "director", "reader"] as const) {
      const reply = await off({ ...one, coordinator: await world.member(one.library, role) });
      expect([reply.code, reply.data]).toEqual(["FORBIDDEN", undefined]);
    }
    expect(await history()).toEqual([]);
  });
});
