import { createHash, randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { openServer } from "../../../test/support/app.ts";
import {
  everythingOf,
  explanationOf,
  norm4,
  openReaders,
  succeeded,
} from "../../../test/support/readers.ts";
import {
  ask,
  asked,
  openWorld,
  type Library,
  type Member,
} from "../../../test/support/scenario.ts";

/** Submitting freezes a norm as it stands; from then on it is what was handed in, whatever happens in the library. */
const world = await openWorld();
const server = await openServer(world);
const readers = openReaders(world, server);

let library: Library;
let noor: Member;
beforeEach(async () => {
  await world.rows("delete from toetssteen.mandate");
  await world.rows("delete from toetssteen.submission_notice");
  await world.rows("delete from toetssteen.appointment");
  library = await world.library();
  noor = await world.member(library, "quality_coordinator", "administrator");
});

const fields = `id submittedAt libraryName norm sha256 document
  reading { version norms { code title question indicators { code statement verdict explanation } } }`;
const submit = (by: Member, input: Readonly<Record<string, unknown>> = {}) =>
  server.ask(
    server.as(by),
    `mutation ($input: SubmitNormInput!) { submitNorm(input: $input) { ${fields} } }`,
    {
      input: {
        organisationId: library.id,
        id: randomUUID(),
        cycleId: library.cycleId,
        norm: "4",
        ...input,
      },
    },
  );
const read = async (id: string) =>
  succeeded(
    await server.ask(
      server.as(noor),
      `query ($of: ID!, $id: ID!) { submission(organisationId: $of, id: $id) { ${fields} } submissions(organisationId: $of) { id } }`,
      { of: library.id, id },
    ),
  ).data;
const writeTo = (norm: string, field: string, body: string) =>
  world.rows(
    `insert into toetssteen.passage (organisation_id, cycle_id, part, field, body, version, changed_at, changed_by)
     values ($1, $2, $3, $4, $5, 1, now(), $6)`,
    [library.id, library.cycleId, `${norm}.V1`, field, body, noor.id],
  );
const deeds = () =>
  world.rows<{ what: string; person_id: string; changes: unknown }>(
    "select what, person_id, changes from toetssteen.activity where organisation_id = $1 and what = 'norm_submitted'",
    [library.id],
  );
const notices = () =>
  world.rows<{ organisation_id: string; library_name: string; norm: string }>(
    "select organisation_id, library_name, norm from toetssteen.submission_notice where subject_organisation_id = $1",
    [library.id],
  );

describe("a norm that is submitted", () => {
  test("is what stood, with its hash, and each certification body is told that it is there", async () => {
    const bodies = [await readers.certificationBody(), await readers.certificationBody()];
    await readers.supportOrganisation();
    await readers.answerAll(noor, library);
    const made = succeeded(await submit(noor)).data.submitNorm;
    expect(
      made.reading.norms[0].indicators.map((one: Record<string, unknown>) => [
        one["code"],
        one["verdict"],
        one["explanation"],
      ]),
    ).toEqual(norm4.map((code) => [code, "JA", explanationOf(code)]));
    expect(made.libraryName).toBe(library.name);
    expect(createHash("sha256").update(made.document, "utf8").digest("hex")).toBe(made.sha256);
    expect(await deeds()).toEqual([
      {
        what: "norm_submitted",
        person_id: noor.id,
        changes: [{ field: "4", from: null, to: made.sha256 }],
      },
    ]);
    const told = { library_name: library.name, norm: "4" };
    expect(await notices()).toEqual(
      expect.arrayContaining(bodies.map(({ id }) => ({ organisation_id: id, ...told }))),
    );
    expect(await notices()).toHaveLength(2);
  });

  test("is read to the byte the same after everything in the library changed", async () => {
    await readers.answerAll(noor, library);
    const { submitNorm: made } = succeeded(await submit(noor)).data;
    await world.rows(
      "update toetssteen.indicator_answer set explanation = 'Later.', verdict = 'nee', version = 2 where organisation_id = $1",
      [library.id],
    );
    await world.rows(
      "update toetssteen.library_profile set runs_ido = false where organisation_id = $1",
      [library.id],
    );
    await world.rows("update toetssteen.organisation set name = 'Anders' where id = $1", [
      library.id,
    ]);
    const { submission, submissions } = await read(made.id);
    expect([submission, submissions]).toEqual([made, [{ id: made.id }]]);
  });

  test("is not submitted again while nothing changed, and is once something did", async () => {
    await readers.answerAll(noor, library);
    const one = succeeded(await submit(noor)).data.submitNorm;
    const before = await everythingOf(world, library.id);
    const again = await submit(noor);
    expect([again.code, again.data]).toEqual(["NOTHING_CHANGED", null]);
    expect(await everythingOf(world, library.id)).toBe(before);
    const change = (locations: number) =>
      world.rows(
        "update toetssteen.library_profile set locations = $2 where organisation_id = $1",
        [library.id, locations],
      );
    await change(99);
    const two = succeeded(await submit(noor)).data.submitNorm;
    expect(two.sha256).not.toBe(one.sha256);
    expect((await read(one.id)).submissions).toHaveLength(2);
  });

  test("is submitted once by two who do so at the same moment", async () => {
    await readers.answerAll(noor, library);
    const hanna = await world.member(library, "administrator");
    const answers = await Promise.all([submit(noor), submit(hanna)]);
    expect(new Set(answers.map(({ code }) => code))).toEqual(new Set(["NOTHING_CHANGED", null]));
    expect(await deeds()).toHaveLength(1);
  });

  test("can't be changed or taken away by the application, whatever it is made to send", async () => {
    await readers.answerAll(noor, library);
    succeeded(await submit(noor));
    for (const sql of [
      "update toetssteen.submission set document = ''",
      "delete from toetssteen.submission",
    ])
      await expect(ask(world.scopes, asked(noor, "write"), sql)).rejects.toMatchObject({
        code: "42501",
        message: expect.stringMatching(/^permission denied for table/),
      });
  });
});

describe("submitting twice with one id", () => {
  test("submits once, also when something was written in between", async () => {
    await readers.certificationBody();
    await readers.answerAll(noor, library);
    const id = randomUUID();
    const first = succeeded(await submit(noor, { id })).data;
    await world.rows(
      "update toetssteen.indicator_answer set explanation = 'Later.' where organisation_id = $1",
      [library.id],
    );
    expect(succeeded(await submit(noor, { id })).data).toEqual(first);
    expect([await deeds(), await notices()]).toEqual([[expect.anything()], [expect.anything()]]);
  });

  test("submits once, also at the same moment", async () => {
    await readers.certificationBody();
    await readers.answerAll(noor, library);
    const id = randomUUID();
    const answers = await Promise.all([
      submit(noor, { id }),
      submit(noor, { id }),
      submit(noor, { id }),
    ]);
    expect(new Set(answers.map((answer) => succeeded(answer).text)).size).toBe(1);
    expect([await deeds(), await notices()]).toEqual([[expect.anything()], [expect.anything()]]);
  });

  test("is refused for another norm, and what stood under it stays", async () => {
    await readers.answerAll(noor, library);
    const id = randomUUID();
    const made = succeeded(await submit(noor, { id })).data.submitNorm;
    const before = await everythingOf(world, library.id);
    const other = await submit(noor, { id, norm: "2" });
    expect([other.code, other.data]).toEqual(["ID_TAKEN", null]);
    expect(await everythingOf(world, library.id)).toBe(before);
    expect((await read(id)).submission).toEqual(made);
    await writeTo("2", "practice", "Zeven gebouwen.");
    succeeded(await submit(noor, { norm: "2" }));
  });

  test("that another library has too, is each their own", async () => {
    await readers.answerAll(noor, library);
    const id = randomUUID();
    succeeded(await submit(noor, { id }));
    const other = await world.library();
    const marit = await world.member(other, "quality_coordinator");
    await readers.answerAll(marit, other);
    const theirs = succeeded(
      await submit(marit, { organisationId: other.id, cycleId: other.cycleId, id }),
    );
    expect(theirs.data.submitNorm.libraryName).toBe(other.name);
    expect((await read(id)).submission.libraryName).toBe(library.name);
  });
});

describe("what is not ready is not submitted", () => {
  const refused = async (input: Readonly<Record<string, unknown>>, code: string) => {
    const before = await everythingOf(world, library.id);
    const answer = await submit(noor, input);
    expect([answer.code, answer.data]).toEqual([code, null]);
    expect(await everythingOf(world, library.id)).toBe(before);
    return answer;
  };
  const open = ({ errors }: { errors: readonly { extensions: Record<string, unknown> }[] }) =>
    ((errors[0]?.extensions["issues"] ?? []) as { path: string }[]).map(({ path }) => path);

  test("while an indicator has neither ja nor nee, and it says which", async () => {
    await readers.answerAll(noor, library, ["4.1", "4.3"]);
    expect(open(await refused({}, "NOT_ANSWERED"))).toEqual(["4.2", "4.4"]);
    await readers.answerAll(noor, library, ["4.2", "4.4"]);
    await world.rows(
      "update toetssteen.indicator_answer set verdict = null where organisation_id = $1 and indicator = '4.3'",
      [library.id],
    );
    expect(open(await refused({}, "NOT_ANSWERED"))).toEqual(["4.3"]);
  });

  test("nor a norm in which nothing stands, or nothing that can be read", async () => {
    await refused({ norm: "7" }, "NOTHING_WRITTEN");
    await writeTo("7", "practice", " \u200b\n");
    await refused({ norm: "7" }, "NOTHING_WRITTEN");
    await writeTo("7", "judgement", "Goed.");
    expect(succeeded(await submit(noor, { norm: "7" })).data.submitNorm.norm).toBe("7");
  });

  test("and what doesn't apply may stay open", async () => {
    await world.rows(
      "update toetssteen.library_profile set runs_ido = false where organisation_id = $1",
      [library.id],
    );
    await readers.answerAll(noor, library, ["4.1", "4.2", "4.3"]);
    const made = succeeded(await submit(noor)).data.submitNorm;
    expect(made.reading.norms[0].indicators).toHaveLength(3);
    expect(made.document).toContain('"4.3"');
    expect(made.document).not.toContain('"4.4"');
  });

  test("nor a norm or cycle that isn't there", async () => {
    await readers.answerAll(noor, library);
    const other = await world.library();
    await refused({ norm: "8" }, "NOT_FOUND");
    await refused({ norm: "4.1" }, "NOT_FOUND");
    await refused({ norm: "\u0000" }, "INVALID_INPUT");
    const [theirs, none] = [
      await refused({ cycleId: other.cycleId }, "NOT_FOUND"),
      await refused({ cycleId: randomUUID() }, "NOT_FOUND"),
    ];
    expect(theirs.text).toBe(none.text);
    await refused({ id: "1" }, "INVALID_INPUT");
    await world.rows("update toetssteen.cycle set closed_at = now() where organisation_id = $1", [
      library.id,
    ]);
    await refused({}, "NOT_FOUND");
  });
});
