import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { openServer } from "../../../test/support/app.ts";
import { everythingOf, openReaders, succeeded } from "../../../test/support/readers.ts";
import {
  openWorld,
  type Library,
  type Member,
  type Organisation,
} from "../../../test/support/scenario.ts";

/** The office sees that something was handed in, not what; and lets an auditor read it between two moments. */
const world = await openWorld();
const server = await openServer(world);
const readers = openReaders(world, server);

let library: Library;
let noor: Member;
let body: Organisation;
let office: Member;
let auditor: Member;
let submission: string;
beforeEach(async () => {
  library = await world.library();
  noor = await world.member(library, "quality_coordinator");
  body = await readers.certificationBody();
  office = await world.member(body, "office");
  auditor = await world.member(body, "auditor");
  await readers.answerAll(noor, library);
  submission = await readers.submit(noor, library);
});

const notice =
  "submissionId organisationId libraryName norm mandates { id auditor { personId } opensAt closesAt withdrawnAt }";
const give = (input: Readonly<Record<string, unknown>> = {}, by: Member = office) =>
  server.ask(
    server.as(by),
    `mutation ($input: GiveMandateInput!) { giveMandate(input: $input) { ${notice} } }`,
    {
      input: {
        organisationId: by.organisationId,
        id: randomUUID(),
        libraryId: library.id,
        submissionId: submission,
        auditorId: auditor.id,
        opensAt: "2026-01-01T00:00:00Z",
        closesAt: "2099-01-01T00:00:00Z",
        ...input,
      },
    },
  );
const withdraw = (id: string, by: Member = office) =>
  server.ask(
    server.as(by),
    `mutation ($input: WithdrawMandateInput!) { withdrawMandate(input: $input) { ${notice} } }`,
    { input: { organisationId: by.organisationId, id } },
  );
const reads = async (id: string) => {
  const answer = await server.ask(
    readers.under(auditor, id),
    "query ($of: ID!) { submissions(organisationId: $of) { id } }",
    { of: library.id },
  );
  return answer.code ?? answer.data.submissions;
};

describe("the office", () => {
  test("is told of a submission without a word of what is in it", async () => {
    const answer = succeeded(
      await server.ask(
        server.as(office),
        `query ($id: ID!) { submissionNotices(organisationId: $id) { ${notice} } }`,
        { id: body.id },
      ),
    );
    expect(answer.data.submissionNotices).toEqual([
      {
        submissionId: submission,
        organisationId: library.id,
        libraryName: library.name,
        norm: "4",
        mandates: [],
      },
    ]);
    for (const hat of [body.id, library.id, submission]) {
      const content = await server.ask(
        readers.under(office, hat),
        "query ($of: ID!, $id: ID!) { submission(organisationId: $of, id: $id) { document } }",
        { of: library.id, id: submission },
      );
      expect([content.code, content.data]).toEqual(["FORBIDDEN", undefined]);
    }
  });

  test("gives a mandate, and the auditor reads", async () => {
    const id = randomUUID();
    const { mandates } = succeeded(await give({ id })).data.giveMandate;
    expect(mandates).toEqual([
      {
        id,
        auditor: { personId: auditor.id },
        opensAt: "2026-01-01T00:00:00.000Z",
        closesAt: "2099-01-01T00:00:00.000Z",
        withdrawnAt: null,
      },
    ]);
    expect(await reads(id)).toEqual([{ id: submission }]);
  });

  test("withdraws it, once, and the auditor no longer reads", async () => {
    const id = randomUUID();
    succeeded(await give({ id }));
    const second = await world.member(body, "office");
    const [one, two] = await Promise.all([withdraw(id), withdraw(id, second)]);
    const [{ withdrawnAt }] = succeeded(one).data.withdrawMandate.mandates;
    expect(succeeded(two).data.withdrawMandate.mandates).toMatchObject([{ withdrawnAt }]);
    expect(await reads(id)).toBe("FORBIDDEN");
    succeeded(await give({ id }));
    expect(await reads(id)).toBe("FORBIDDEN");
  });

  test("gives one mandate by one id, also when it is sent twice at the same moment", async () => {
    const id = randomUUID();
    const answers = await Promise.all([give({ id }), give({ id }), give({ id })]);
    for (const answer of answers)
      expect(succeeded(answer).data.giveMandate.mandates).toHaveLength(1);
  });

  test("gives none by an id that stands for another one, and the same one as often as it is sent", async () => {
    const id = randomUUID();
    const first = succeeded(await give({ id })).text;
    const peer = await world.member(body, "auditor");
    const later = await readers.submit(noor, library);
    for (const other of [
      { auditorId: peer.id },
      { submissionId: later },
      { opensAt: "2026-01-01T00:00:00.001Z" },
      { closesAt: "2098-01-01T00:00:00Z" },
    ]) {
      const before = await everythingOf(world, body.id);
      const answer = await give({ id, ...other });
      expect([answer.code, answer.data]).toEqual(["ID_TAKEN", null]);
      expect(await everythingOf(world, body.id)).toBe(before);
    }
    expect(succeeded(await give({ id })).text).toBe(first);
    const shouted = { id, libraryId: library.id, submissionId: submission, auditorId: auditor.id };
    const capitals = Object.entries(shouted).map(([name, value]) => [name, value.toUpperCase()]);
    expect(succeeded(await give(Object.fromEntries(capitals))).text).toBe(first);
    await world.rows("update toetssteen.membership set roles = '{office}' where person_id = $1", [
      auditor.id,
    ]);
    expect(succeeded(await give({ id })).text).toBe(first);
  });

  test("gives one on the submission of the library that it names, where another's has the same id", async () => {
    const other = await world.library();
    const marit = await world.member(other, "quality_coordinator");
    await readers.answerAll(marit, other);
    const input = { organisationId: other.id, id: submission, cycleId: other.cycleId, norm: "4" };
    succeeded(
      await server.ask(
        server.as(marit),
        "mutation ($input: SubmitNormInput!) { submitNorm(input: $input) { id } }",
        { input },
      ),
    );
    const id = randomUUID();
    const answer = succeeded(await give({ id, libraryId: other.id })).data.giveMandate;
    expect([answer.organisationId, answer.mandates.length]).toEqual([other.id, 1]);
    const withdrawn = succeeded(await withdraw(id)).data.withdrawMandate;
    expect(withdrawn.organisationId).toBe(other.id);
    expect(await reads(id)).toBe("FORBIDDEN");
  });

  test("gives none to an auditor who belongs to the library, and one once they left it", async () => {
    await world.membership(auditor, library, ["reader"]);
    const before = await everythingOf(world, body.id);
    const answer = await give();
    expect([answer.code, answer.data]).toEqual(["CONFLICT_OF_INTEREST", null]);
    expect(answer.errors[0]?.message).toContain("Kies een andere auditor");
    expect(await everythingOf(world, body.id)).toBe(before);
    await world.rows(
      "update toetssteen.membership set ended_at = now() where person_id = $1 and organisation_id = $2",
      [auditor.id, library.id],
    );
    expect(succeeded(await give()).data.giveMandate.mandates).toHaveLength(1);
  });

  test("mails the auditor, once, with what and when", async () => {
    const id = randomUUID();
    await Promise.all([give({ id }), give({ id })]);
    const mails = await readers.mailed("mandate-given");
    expect(mails.filter(({ to }) => to === `${auditor.id}@example.org`)).toEqual([
      {
        to: expect.anything(),
        values: {
          name: auditor.name,
          bodyName: body.name,
          libraryName: library.name,
          opensAt: "2026-01-01T00:00:00.000Z",
          closesAt: "2099-01-01T00:00:00.000Z",
          page: `/opdracht/${id}`,
        },
      },
    ]);
  });

  test.each<readonly [string, string, () => Promise<Readonly<Record<string, unknown>>>]>([
    [
      "that ends before it begins",
      "INVALID_INPUT",
      async () => ({ closesAt: "2025-12-31T00:00:00Z" }),
    ],
    ["that ends as it begins", "INVALID_INPUT", async () => ({ closesAt: "2026-01-01T00:00:00Z" })],
    [
      "from before there were audits",
      "INVALID_INPUT",
      async () => ({ opensAt: "0026-01-01T00:00:00Z" }),
    ],
    ["for ever", "INVALID_INPUT", async () => ({ closesAt: "9999-12-31T00:00:00Z" })],
    ["to somebody of the library", "INVALID_INPUT", async () => ({ auditorId: noor.id })],
    ["to a colleague of the office", "INVALID_INPUT", async () => ({ auditorId: office.id })],
    [
      "to an auditor who left",
      "INVALID_INPUT",
      async () => {
        await world.rows("update toetssteen.membership set ended_at = now() where person_id = $1", [
          auditor.id,
        ]);
        return {};
      },
    ],
    [
      "to an auditor of another certification body",
      "INVALID_INPUT",
      async () => ({
        auditorId: (await world.member(await readers.certificationBody(), "auditor")).id,
      }),
    ],
    [
      "on a submission of another library",
      "NOT_FOUND",
      async () => ({ libraryId: (await world.library()).id }),
    ],
    ["on what isn't there", "NOT_FOUND", async () => ({ submissionId: randomUUID() })],
    ["on an id of something else", "NOT_FOUND", async () => ({ submissionId: library.id })],
    ["by an id that is none", "INVALID_INPUT", async () => ({ id: "1" })],
  ])("gives none %s", async (_what, code, input) => {
    const sent = await input();
    const before = await everythingOf(world, body.id);
    const answer = await give(sent);
    expect([answer.code, answer.data]).toEqual([code, null]);
    expect(await everythingOf(world, body.id)).toBe(before);
  });

  test("of a certification body that was not told gives none, and withdraws none", async () => {
    const id = randomUUID();
    succeeded(await give({ id }));
    const later = await readers.certificationBody();
    const theirs = await world.member(later, "office");
    const peer = await world.member(later, "auditor");
    const [known, none] = [
      await give({ auditorId: peer.id }, theirs),
      await give({ auditorId: peer.id, submissionId: randomUUID() }, theirs),
    ];
    expect([known.code, known.text]).toEqual(["NOT_FOUND", none.text]);
    const [given, never] = [await withdraw(id, theirs), await withdraw(randomUUID(), theirs)];
    expect([given.code, given.text]).toEqual(["NOT_FOUND", never.text]);
    expect(await reads(id)).toEqual([{ id: submission }]);
  });
});
