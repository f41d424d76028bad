import { beforeEach, describe, expect, test } from "vitest";
import { openServer, type Answer } from "../../../test/support/app.ts";
import { openWorld, type Library, type Member } from "../../../test/support/scenario.ts";

const world = await openWorld();
const server = await openServer(world);

let library: Library;
let noor: Member;
let sanne: Member;
beforeEach(async () => {
  library = await world.library();
  noor = await world.member(library, "quality_coordinator");
  sanne = await world.member(library, "colleague");
});

const document = `mutation ($input: WritePassageInput!) { writePassage(input: $input) {
  ... on PassageWritten { passage { field body version changedBy { name } canWrite } }
  ... on PassageConflict { current { body version } }
} }`;

function write(by: Member, input: Record<string, unknown>): Promise<Answer> {
  const place = {
    organisationId: library.id,
    cycleId: library.cycleId,
    part: null,
    field: "AMBITIONS",
    baseVersion: 0,
  };
  return server.ask(server.as(by), document, {
    input: { ...place, body: "Iedereen doet mee.", ...input },
  });
}

const standing = () =>
  world.rows(
    "select part, field, body, version from toetssteen.passage where organisation_id = $1 order by part, field",
    [library.id],
  );

const history = () =>
  world.rows(
    "select body, version, written_by from toetssteen.passage_history where organisation_id = $1 order by version",
    [library.id],
  );

describe("a box of the self-evaluation", () => {
  test.each([
    ["the cycle", null, "ACCENTS", ""],
    ["a norm", "4", "FACTS", "4"],
    ["a question", "2.V3", "JUDGEMENT", "2.V3"],
    ["a nee", "4.1", "CONSEQUENCES", "4.1"],
  ])("of %s keeps what was written in it", async (_, part, field, place) => {
    const { data } = await write(noor, { part, field });
    expect(data.writePassage.passage).toEqual({
      field,
      body: "Iedereen doet mee.",
      version: 1,
      changedBy: { name: noor.name },
      canWrite: true,
    });
    expect(await standing()).toEqual([
      { part: place, field: field.toLowerCase(), body: "Iedereen doet mee.", version: 1 },
    ]);
  });

  test("of one norm is read without the others, and of all where a document doesn't say which", async () => {
    await write(noor, { part: "4", field: "FACTS", body: "Van vier." });
    await write(noor, { part: "5", field: "FACTS", body: "Van vijf." });
    await write(noor, { body: "Van de cyclus." });
    const ask = async (text: string) =>
      (await server.ask(server.as(noor), text, { id: library.id, norm: "5" })).data.selfEvaluation;
    const facts = "passages { field body }";
    const bodies = (found: { passages: { body: string }[] }) =>
      found.passages.map(({ body }) => body).filter((body) => body !== "");
    const one = await ask(
      `query ($id: ID!, $norm: String!) { selfEvaluation(organisationId: $id) { ${facts} norm(code: $norm) { ${facts} } } }`,
    );
    expect([bodies(one), bodies(one.norm)]).toEqual([["Van de cyclus."], ["Van vijf."]]);
    const byDefault = await ask(
      `query ($id: ID!, $code: String! = "4") { selfEvaluation(organisationId: $id) { norm(code: $code) { ${facts} } } }`,
    );
    expect(bodies(byDefault.norm)).toEqual(["Van vier."]);
    const all = await ask(
      `query ($id: ID!) { selfEvaluation(organisationId: $id) { norm(code: "4") { code } norms { ${facts} } } }`,
    );
    expect(all.norms.flatMap(bodies)).toEqual(["Van vier.", "Van vijf."]);
  });

  test("is found again where it belongs", async () => {
    await write(noor, { part: "4.V1", field: "PRACTICE", body: "Zo doen we het." });
    const { data } = await server.ask(
      server.as(sanne),
      `{ selfEvaluation(organisationId: "${library.id}") { passages { field body }
        norm(code: "4") { questions { code passages { field body version } } } } }`,
    );
    expect(data.selfEvaluation.passages).toHaveLength(3);
    expect(data.selfEvaluation.norm.questions[0]).toEqual({
      code: "4.V1",
      passages: [
        { field: "PRACTICE", body: "Zo doen we het.", version: 1 },
        { field: "JUDGEMENT", body: "", version: 0 },
      ],
    });
  });

  test("gives what stands to whoever comes second, and writes nothing", async () => {
    await write(noor, { body: "Van Noor." });
    const administrator = await world.member(library, "administrator");
    const second = await write(administrator, { body: "Van de beheerder." });
    expect(second.data.writePassage).toEqual({ current: { body: "Van Noor.", version: 1 } });
    expect(await history()).toEqual([{ body: "Van Noor.", version: 1, written_by: noor.id }]);
  });

  test("takes the same words twice as once", async () => {
    await write(noor, {});
    const again = await write(noor, {});
    expect(again.data.writePassage.passage.version).toBe(1);
    expect(await standing()).toHaveLength(1);
  });

  test("keeps one entry of history per person per ten quiet minutes", async () => {
    await write(noor, { body: "Een." });
    await write(noor, { body: "Twee.", baseVersion: 1 });
    await world.rows(
      "update toetssteen.passage_history set written_at = written_at - interval '11 minutes'",
    );
    await write(noor, { body: "Drie.", baseVersion: 2 });
    expect(await history()).toEqual([
      { body: "Twee.", version: 2, written_by: noor.id },
      { body: "Drie.", version: 3, written_by: noor.id },
    ]);
    const { data } = await server.ask(
      server.as(sanne),
      `{ history(organisationId: "${library.id}", cycleId: "${library.cycleId}", field: AMBITIONS, first: 1) {
        canRestore entries { body version by { name } } nextBefore } }`,
    );
    expect(data.history).toEqual({
      canRestore: false,
      entries: [{ body: "Drie.", version: 3, by: { name: noor.name } }],
      nextBefore: 3,
    });
  });

  test("is a colleague's only where the part or its norm is assigned to them", async () => {
    const input = { part: "4.V2", field: "PRACTICE" };
    expect((await write(sanne, input)).code).toBe("FORBIDDEN");
    await world.rows(
      `insert into toetssteen.progress (organisation_id, cycle_id, part, state, assignee_id, touched_at)
       values ($1, $2, '4', 'TO_DO', $3, now())`,
      [library.id, library.cycleId, sanne.id],
    );
    expect((await write(sanne, input)).data.writePassage.passage.version).toBe(1);
    expect((await write(sanne, { part: "5.V2", field: "PRACTICE" })).code).toBe("FORBIDDEN");
    expect((await write(sanne, {})).code).toBe("FORBIDDEN");
    expect(await standing()).toHaveLength(1);
  });

  test("can be restored by whoever may write there", async () => {
    const mayRestore = async (by: Member, part: string | null) => {
      const { data } = await server.ask(
        server.as(by),
        `query ($id: ID!, $cycle: ID!, $part: String) {
          history(organisationId: $id, cycleId: $cycle, part: $part, field: PRACTICE) { canRestore } }`,
        { id: library.id, cycle: library.cycleId, part },
      );
      return data.history.canRestore;
    };
    await world.rows(
      `insert into toetssteen.progress (organisation_id, cycle_id, part, state, assignee_id, touched_at)
       values ($1, $2, '4.V2', 'TO_DO', $3, now())`,
      [library.id, library.cycleId, sanne.id],
    );
    expect(await mayRestore(noor, "5.V2")).toBe(true);
    expect(await mayRestore(sanne, "4.V2")).toBe(true);
    expect(await mayRestore(sanne, "5.V2")).toBe(false);
    expect(await mayRestore(sanne, null)).toBe(false);
  });

  test.each([
    ["a box that the part has not", { part: "4", field: "PRACTICE" }, "INVALID_INPUT", "field"],
    [
      "a box of the cycle under a norm",
      { part: "4", field: "AMBITIONS" },
      "INVALID_INPUT",
      "field",
    ],
    ["a part that is not there", { part: "9", field: "FACTS" }, "NOT_FOUND", "part"],
    [
      "another cycle",
      { cycleId: "0199a000-0000-7000-8000-00000000ffff", part: "4", field: "FACTS" },
      "NOT_FOUND",
      "cycleId",
    ],
    ["too long a text", { body: "a".repeat(20_001) }, "INVALID_INPUT", "body"],
    ["a text with a character that cannot be kept", { body: "a\u0000" }, "INVALID_INPUT", "body"],
  ])("refuses %s by its field", async (_, input, code, path) => {
    const { errors } = await write(noor, input);
    expect(errors[0]?.extensions).toMatchObject({ code, issues: [{ path }] });
    expect(await standing()).toEqual([]);
  });

  test("of an indicator that does not apply is refused, and comes back as it was", async () => {
    const inside = { part: "4.4", field: "REASON", body: "Ons IDO begint in maart." };
    await write(noor, inside);
    await world.rows(
      "update toetssteen.library_profile set runs_ido = false where organisation_id = $1",
      [library.id],
    );
    expect((await write(noor, { ...inside, baseVersion: 1, body: "Anders." })).code).toBe(
      "NOT_APPLICABLE",
    );
    expect(await standing()).toEqual([
      { part: "4.4", field: "reason", body: "Ons IDO begint in maart.", version: 1 },
    ]);
  });
});
