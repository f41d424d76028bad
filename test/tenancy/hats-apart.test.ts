import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { openServer } from "../support/app.ts";
import { openReaders, succeeded } from "../support/readers.ts";
import { openWorld, type Library, type Member, type Organisation } from "../support/scenario.ts";

/** For whom somebody acts is a kind and an id: an id of one kind never stands for another. */
const world = await openWorld();
const server = await openServer(world);
const readers = openReaders(world, server);

let library: Library;
let body: Organisation;
let office: Member;
let auditor: Member;
let submissionId: string;
beforeEach(async () => {
  library = await world.library();
  const noor = await world.member(library, "quality_coordinator");
  body = await readers.certificationBody();
  office = await world.member(body, "office");
  auditor = await world.member(body, "auditor");
  await readers.answerAll(noor, library);
  submissionId = await readers.submit(noor, library);
});

const give = (id: string, by = office, to = auditor) =>
  server.ask(
    server.as(by),
    "mutation ($input: GiveMandateInput!) { giveMandate(input: $input) { mandates { id } } }",
    {
      input: {
        organisationId: by.organisationId,
        id,
        libraryId: library.id,
        submissionId,
        auditorId: to.id,
        opensAt: "2026-01-01T00:00:00Z",
        closesAt: "2099-01-01T00:00:00Z",
      },
    },
  );
const submissions = async (hat: string, of: string = library.id) => {
  const asked = "query ($of: ID!) { submissions(organisationId: $of) { id } }";
  const answer = await server.ask(readers.under(auditor, hat), asked, { of });
  return answer.code ?? answer.data.submissions;
};
const readersOf = async () =>
  (
    await world.rows<{ reader_organisation_id: string }>(
      "select reader_organisation_id from toetssteen.access_log where organisation_id = $1",
      [library.id],
    )
  ).map((line) => line.reader_organisation_id);

describe("a mandate's id", () => {
  test("can't be an organisation's", async () => {
    const own = await world.library();
    await world.membership(auditor, own, ["reader"]);
    const answer = await give(own.id);
    expect([answer.code, answer.data]).toEqual(["ID_TAKEN", null]);
    expect(await world.rows("select 1 from toetssteen.mandate where id = $1", [own.id])).toEqual(
      [],
    );
    succeeded(await give(randomUUID()));
  });

  test("that is an organisation's all the same opens only what its kind says", async () => {
    const own = await world.library();
    await world.membership(auditor, own, ["reader"]);
    await world.rows("alter table toetssteen.mandate disable trigger keep_ids_apart");
    try {
      succeeded(await give(own.id));
    } finally {
      await world.rows("alter table toetssteen.mandate enable trigger keep_ids_apart");
    }
    for (const hat of [own.id, `organisation:${own.id}`]) {
      expect(await submissions(hat)).toBe("FORBIDDEN");
      expect(await submissions(hat, own.id)).toEqual([]);
    }
    expect(await submissions(`mandate:${own.id}`, own.id)).toBe("FORBIDDEN");
    expect(await submissions(`mandate:${own.id}`)).toEqual([{ id: submissionId }]);
    expect(await readersOf()).toEqual([body.id]);
  });

  test("that two bodies gave is the first one's, and one look has one reader", async () => {
    const second = await readers.certificationBody();
    const secondOffice = await world.member(second, "office");
    await world.membership(auditor, second, ["auditor"]);
    const id = randomUUID();
    succeeded(await give(id));
    // Whoever submits chooses no body: each one's office is told.
    await world.rows(
      `insert into toetssteen.submission_notice select $1, subject_organisation_id, submission_id, library_name, norm, submitted_at
       from toetssteen.submission_notice where organisation_id = $2 on conflict do nothing`,
      [second.id, body.id],
    );
    succeeded(await give(id, secondOffice, { ...auditor, organisationId: second.id }));
    expect(await submissions(`mandate:${id}`)).toEqual([{ id: submissionId }]);
    expect(await readersOf()).toEqual([body.id]);
    const viewer = await server.ask(
      { cookie: server.cookie(auditor.token) },
      "{ viewer { hats { kind id } } }",
    );
    const hats = succeeded(viewer).data.viewer.hats as { kind: string; id: string }[];
    expect(hats.filter((hat) => hat.id === id)).toEqual([{ kind: "MANDATE", id }]);
  });
});

describe("a hat", () => {
  test("is a pair; an id alone is an organisation's, and a mandate's for a release more", async () => {
    const id = randomUUID();
    succeeded(await give(id));
    expect(await submissions(`mandate:${id}`)).toEqual([{ id: submissionId }]);
    expect(await submissions(id)).toEqual([{ id: submissionId }]);
    expect(await submissions(`organisation:${id}`)).toBe("FORBIDDEN");
    expect(await submissions(`mandate:${body.id}`)).toBe("FORBIDDEN");
    const own = (hat: string) =>
      server.ask(
        { cookie: server.cookie(office.token), hat },
        "query ($id: ID!) { submissionNotices(organisationId: $id) { submissionId } }",
        { id: body.id },
      );
    for (const hat of [body.id, `organisation:${body.id}`])
      expect(succeeded(await own(hat)).data.submissionNotices).toHaveLength(1);
    expect((await own(`mandate:${body.id}`)).code).toBe("FORBIDDEN");
  });

  test.each(["person:", "mandate", "organisation:organisation:"])(
    "of another shape is refused: %s",
    async (before) => {
      const hat = `${before}${body.id}`;
      const answer = await server.ask(
        { cookie: server.cookie(office.token), hat },
        "{ viewer { person { id } } }",
      );
      expect([answer.code, answer.errors[0]?.extensions["issues"]]).toEqual([
        "INVALID_INPUT",
        [expect.objectContaining({ path: "x-hat" })],
      ]);
    },
  );
});
