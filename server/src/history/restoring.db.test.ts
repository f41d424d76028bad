import { beforeEach, describe, expect, test } from "vitest";
import { openServer } from "../../../test/support/app.ts";
import { succeeded } from "../../../test/support/readers.ts";
import { openWorld, type Library, type Member } from "../../../test/support/scenario.ts";

const world = await openWorld();
const server = await openServer(world);

let library: Library;
let noor: Member;
beforeEach(async () => {
  library = await world.library();
  noor = await world.member(library, "quality_coordinator");
});

interface Text {
  readonly name: string;
  readonly write: (body: string, baseVersion: number, restoring?: boolean) => Promise<void>;
  /** Latest first. */
  readonly history: () => Promise<readonly { readonly body: string; readonly version: number }[]>;
}

async function send(document: string, input: Readonly<Record<string, unknown>>): Promise<void> {
  const place = { organisationId: library.id, cycleId: library.cycleId };
  succeeded(await server.ask(server.as(noor), document, { input: { ...place, ...input } }));
}

async function entries(place: string) {
  const answer = await server.ask(
    server.as(noor),
    `query ($id: ID!, $cycle: ID!) { history(organisationId: $id, cycleId: $cycle, ${place}) { entries { body version } } }`,
    { id: library.id, cycle: library.cycleId },
  );
  return succeeded(answer).data.history.entries;
}

const texts: readonly Text[] = [
  {
    name: "an answer",
    write: (explanation, baseVersion, restoring) =>
      send(
        "mutation ($input: AnswerIndicatorInput!) { answerIndicator(input: $input) { ... on IndicatorAnswered { answer { id } } } }",
        { indicator: "4.1", verdict: "NEE", explanation, baseVersion, restoring },
      ),
    history: () => entries(`part: "4.1"`),
  },
  {
    name: "a box of the cycle",
    write: (body, baseVersion, restoring) =>
      send(
        "mutation ($input: WritePassageInput!) { writePassage(input: $input) { ... on PassageWritten { passage { id } } } }",
        { part: null, field: "AMBITIONS", body, baseVersion, restoring },
      ),
    history: () => entries("field: AMBITIONS"),
  },
];
const done = () =>
  world
    .rows<{ what: string }>(
      "select what from toetssteen.activity where organisation_id = $1 order by at, id",
      [library.id],
    )
    .then((deeds) => deeds.map(({ what }) => what));

describe.each(texts)("an earlier version of $name", ({ write, history }) => {
  const fallQuiet = async () => {
    for (const table of ["answer_history", "passage_history"])
      await world.rows(
        `update toetssteen.${table} set written_at = written_at - interval '11 minutes' where organisation_id = $1`,
        [library.id],
      );
  };

  test("that is put back right after writing leaves what was written in the history", async () => {
    await write("Zo was het.", 0);
    await fallQuiet();
    await write("Net getypt.", 1);
    await write("Zo was het.", 2, true);
    expect(await history()).toEqual([
      { body: "Zo was het.", version: 3 },
      { body: "Net getypt.", version: 2 },
      { body: "Zo was het.", version: 1 },
    ]);
    expect(await done()).toEqual(["answered", "answered", "restored"]);
  });

  test("stays beside what it replaced when that is undone at once", async () => {
    await write("Net getypt.", 0);
    await write("Van vroeger.", 1, true);
    await write("Net getypt.", 2, true);
    expect((await history()).map(({ body }) => body)).toEqual([
      "Net getypt.",
      "Van vroeger.",
      "Net getypt.",
    ]);
  });

  test("is written on in the same entry, as any text is", async () => {
    await write("Van vroeger.", 0, true);
    await write("Van vroeger, en verder.", 1);
    expect(await history()).toEqual([{ body: "Van vroeger, en verder.", version: 2 }]);
    expect(await done()).toEqual(["restored"]);
  });
});
