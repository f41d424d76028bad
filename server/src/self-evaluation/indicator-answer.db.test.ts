import { beforeEach, describe, expect, test } from "vitest";
import { openAnswering } from "../../../test/support/answering.ts";
import { openServer } from "../../../test/support/app.ts";
import { openWorld, type Library, type Member } from "../../../test/support/scenario.ts";

const world = await openWorld();
const server = await openServer(world);
const { answer, stands, history, work, activity, rewind } = openAnswering(world, server);

let library: Library;
let noor: Member;
let sanne: Member;
beforeEach(async () => {
  library = await world.library();
  noor = await world.member(library, "quality_coordinator");
  sanne = await world.member(library, "administrator");
});

const nee = {
  verdict: "NEE",
  explanation: "Wij kiezen bewust voor een kleine kring van partners.",
} as const;
const ja = { verdict: "JA", explanation: "De afspraken staan in het jaarplan." } as const;

describe("an answer", () => {
  test("can be given for the first time, and is there when it is read again", async () => {
    const first = await answer(noor, library, { ...nee, baseVersion: 0 });
    expect(first.result).toEqual({
      __typename: "IndicatorAnswered",
      answer: {
        ...nee,
        version: 1,
        workState: "IN_PROGRESS",
        changedBy: { name: noor.name },
        canAnswer: true,
      },
    });
    expect(await stands(library)).toEqual({
      verdict: "nee",
      explanation: nee.explanation,
      version: 1,
      changed_by: noor.id,
    });
    expect(await history(library)).toEqual([
      { verdict: "nee", explanation: nee.explanation, version: 1, written_by: noor.id },
    ]);
    expect(await work(library)).toEqual([
      { part: "4.1", state: "IN_PROGRESS", touched_by: noor.id, assignee_id: null },
    ]);
    expect(await activity(library)).toEqual([
      { what: "answered", part: "4.1", person_id: noor.id },
    ]);
  });

  test("can be changed by whoever saw the last version, and taken back to no verdict", async () => {
    await answer(noor, library, { ...nee, baseVersion: 0 });
    const second = await answer(sanne, library, { ...ja, baseVersion: 1 });
    expect(second.result).toMatchObject({
      __typename: "IndicatorAnswered",
      answer: { ...ja, version: 2, changedBy: { name: sanne.name } },
    });
    const third = await answer(noor, library, { verdict: null, explanation: "", baseVersion: 2 });
    expect(third.result).toMatchObject({
      __typename: "IndicatorAnswered",
      answer: { verdict: null, explanation: "", version: 3 },
    });
  });

  test("leaves a part that was further on where it was", async () => {
    await world.rows(
      "insert into toetssteen.progress (organisation_id, cycle_id, part, state, touched_at) values ($1, $2, '4.1', 'READY_TO_READ', now())",
      [library.id, library.cycleId],
    );
    await answer(noor, library, { ...nee, baseVersion: 0 });
    expect(await work(library)).toEqual([
      { part: "4.1", state: "READY_TO_READ", touched_by: noor.id, assignee_id: null },
    ]);
  });
});

describe("two people in one answer", () => {
  const everything = async () => [
    await stands(library),
    await history(library),
    await work(library),
    await activity(library),
  ];

  test("the later one gets both texts, and nothing of it is written", async () => {
    await answer(noor, library, { ...nee, baseVersion: 0 });
    const before = await everything();
    for (const baseVersion of [0, 2, 7]) {
      const stale = await answer(sanne, library, { ...ja, baseVersion });
      expect(stale.result).toMatchObject({
        __typename: "IndicatorAnswerConflict",
        current: { ...nee, version: 1, changedBy: { name: noor.name } },
      });
    }
    expect(await everything()).toEqual(before);
  });

  test("who starts an answer that somebody else just started is told too", async () => {
    await answer(noor, library, { ...nee, baseVersion: 0 });
    const stale = await answer(sanne, library, { ...nee, baseVersion: 0 });
    expect(stale.result.__typename).toBe("IndicatorAnswerConflict");
  });

  test("a version that does not exist yet cannot be the one that was changed", async () => {
    const early = await answer(noor, library, { ...nee, baseVersion: 3 });
    expect(early.result).toMatchObject({
      __typename: "IndicatorAnswerConflict",
      current: { verdict: null, explanation: "", version: 0 },
    });
    expect(await everything()).toEqual([undefined, [], [], []]);
  });

  test.each([0, 1])(
    "at once, from version %i: exactly one wins and both texts are in somebody's hands",
    async (baseVersion) => {
      if (baseVersion === 1)
        await answer(noor, library, { verdict: null, explanation: "Begin.", baseVersion: 0 });
      const people = [noor, sanne, noor, sanne, noor, sanne, noor, sanne];
      const texts = people.map((_, place) => `Tekst ${place}`);
      const answers = await Promise.all(
        people.map((by, place) =>
          answer(by, library, { verdict: "NEE", explanation: texts[place]!, baseVersion }),
        ),
      );
      const won = answers.flatMap(({ result }, place) =>
        result.__typename === "IndicatorAnswered" ? [texts[place]] : [],
      );
      expect(won).toHaveLength(1);
      expect(await stands(library)).toMatchObject({
        explanation: won[0],
        version: baseVersion + 1,
      });
      const told = answers.filter(({ result }) => result.__typename === "IndicatorAnswerConflict");
      expect(told.map(({ result }) => result.current)).toEqual(
        told.map(() => expect.objectContaining({ explanation: won[0], version: baseVersion + 1 })),
      );
      expect(
        (await history(library)).filter(({ explanation }) => texts.includes(String(explanation))),
      ).toHaveLength(1);
    },
  );
});

describe("the same words sent twice, because the reply got lost,", () => {
  test("are written once and answered as written", async () => {
    const first = await answer(noor, library, { ...nee, baseVersion: 0 });
    const again = await answer(noor, library, { ...nee, baseVersion: 0 });
    expect(again.result).toEqual(first.result);
    const moved = await answer(noor, library, { ...ja, baseVersion: 1 });
    expect((await answer(noor, library, { ...ja, baseVersion: 1 })).result).toEqual(moved.result);
    expect(await stands(library)).toMatchObject({ version: 2 });
    expect([(await history(library)).length, (await activity(library)).length]).toEqual([1, 1]);
  });

  test("also when they arrive at once", async () => {
    const both = await Promise.all(
      [0, 1, 2].map(() => answer(noor, library, { ...nee, baseVersion: 0 })),
    );
    expect(both.map(({ result }) => result.__typename)).toEqual([
      "IndicatorAnswered",
      "IndicatorAnswered",
      "IndicatorAnswered",
    ]);
    expect([(await stands(library))?.["version"], (await history(library)).length]).toEqual([1, 1]);
  });

  test("are a conflict when somebody else wrote them", async () => {
    await answer(noor, library, { ...nee, baseVersion: 0 });
    expect((await answer(sanne, library, { ...nee, baseVersion: 0 })).result.__typename).toBe(
      "IndicatorAnswerConflict",
    );
  });
});

describe("the history of an answer", () => {
  test("is one entry for what one person writes without ten quiet minutes in between", async () => {
    await answer(noor, library, { verdict: null, explanation: "Wij", baseVersion: 0 });
    await rewind(library, "9 minutes");
    await answer(noor, library, { verdict: null, explanation: "Wij kiezen", baseVersion: 1 });
    await rewind(library, "9 minutes");
    await answer(noor, library, { ...nee, baseVersion: 2 });
    expect(await history(library)).toEqual([
      { verdict: "nee", explanation: nee.explanation, version: 3, written_by: noor.id },
    ]);
    expect(await activity(library)).toHaveLength(1);
  });

  test("starts a new entry after ten quiet minutes, and the earlier words stay", async () => {
    await answer(noor, library, { ...nee, baseVersion: 0 });
    await rewind(library, "10 minutes 1 second");
    await answer(noor, library, { ...ja, baseVersion: 1 });
    expect((await history(library)).map(({ explanation }) => explanation)).toEqual([
      nee.explanation,
      ja.explanation,
    ]);
    expect(await activity(library)).toHaveLength(2);
  });

  test("starts a new entry for another person, and again for the first", async () => {
    await answer(noor, library, { ...nee, baseVersion: 0 });
    await answer(sanne, library, { ...ja, baseVersion: 1 });
    await answer(noor, library, { ...nee, baseVersion: 2 });
    expect((await history(library)).map(({ written_by }) => written_by)).toEqual([
      noor.id,
      sanne.id,
      noor.id,
    ]);
    expect((await activity(library)).map(({ person_id }) => person_id)).toEqual([
      noor.id,
      sanne.id,
      noor.id,
    ]);
  });

  test("of one indicator is not that of another", async () => {
    await answer(noor, library, { ...nee, baseVersion: 0 });
    await answer(noor, library, { ...ja, baseVersion: 0 }, "4.2");
    expect([(await history(library)).length, (await history(library, "4.2")).length]).toEqual([
      1, 1,
    ]);
  });
});
