import { createHash } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { openServer, type Caller } from "../../../test/support/app.ts";
import { openReaders, succeeded } from "../../../test/support/readers.ts";
import {
  ask,
  openWorld,
  type Library,
  type Member,
  type Organisation,
} from "../../../test/support/scenario.ts";

/** A mandate opens one submission to one auditor between two moments, and nothing besides. */
const world = await openWorld();
const server = await openServer(world);
const readers = openReaders(world, server);

let library: Library;
let noor: Member;
let body: Organisation;
let office: Member;
let auditor: Member;
let submission: string;
let mandate: string;
let caller: Caller;
beforeEach(async () => {
  library = await world.library();
  noor = await world.member(library, "quality_coordinator");
  body = await readers.certificationBody();
  office = await world.member(body, "office");
  auditor = await world.member(body, "auditor");
  await readers.answerAll(noor, library);
  submission = await readers.submit(noor, library);
  ({ id: mandate } = await readers.mandate(body, office, auditor, {
    library,
    submissionId: submission,
  }));
  caller = readers.under(auditor, mandate);
});

const document = `query ($of: ID!, $id: ID!) { submission(organisationId: $of, id: $id) {
  id document sha256 reading { norms { indicators { code explanation verdict } } } } }`;
const read = (by: Caller = caller, id: string = submission) =>
  server.ask(by, document, { of: library.id, id });
const set = (what: string) =>
  world.rows(`update toetssteen.mandate set ${what} where id = $1`, [mandate]);
const shut = async (by: Caller = caller) => {
  const answer = await read(by);
  return [answer.code, answer.data];
};
const forbidden = ["FORBIDDEN", undefined];
const hats = async () =>
  succeeded(
    await server.ask(
      { cookie: caller.cookie },
      "{ viewer { hats { id kind } upcomingMandates { id submissionId } } }",
    ),
  ).data.viewer;
const asHat = [
  { id: expect.anything(), kind: "ORGANISATION" },
  { id: expect.anything(), kind: "MANDATE" },
];

describe("an auditor", () => {
  test("reads the submission in the session that is open from the first moment to the last, and not beyond", async () => {
    await set("opens_at = now() + interval '1 hour', closes_at = now() + interval '2 hours'");
    expect(await shut()).toEqual(forbidden);
    expect(await hats()).toEqual({
      hats: asHat.slice(0, 1),
      upcomingMandates: [{ id: mandate, submissionId: submission }],
    });
    await set("opens_at = now()");
    expect(succeeded(await read()).data.submission.id).toBe(submission);
    expect(await hats()).toEqual({ hats: asHat, upcomingMandates: [] });
    await set("opens_at = now() - interval '2 hours', closes_at = now()");
    expect(await shut()).toEqual(forbidden);
    expect(await hats()).toEqual({ hats: asHat.slice(0, 1), upcomingMandates: [] });
  });

  test("reads it no longer from the request after the mandate was withdrawn", async () => {
    succeeded(await read());
    await set("withdrawn_at = now()");
    expect(await shut()).toEqual(forbidden);
    expect(await hats()).toEqual({ hats: asHat.slice(0, 1), upcomingMandates: [] });
  });

  test.each([
    ["left the certification body", "ended_at = now()", "ended_at = null"],
    ["lost the role of auditor", "roles = '{office}'", "roles = '{auditor}'"],
  ])("reads it no longer from the request after they %s", async (_how, lose, regain) => {
    const change = (what: string) =>
      world.rows(`update toetssteen.membership set ${what} where person_id = $1`, [auditor.id]);
    succeeded(await read());
    await change(lose);
    expect(await shut()).toEqual(forbidden);
    expect((await hats()).hats.some(({ kind }: { kind: string }) => kind === "MANDATE")).toBe(
      false,
    );
    await change(regain);
    succeeded(await read());
  });

  test("reads it for as long as they don't belong to the library, and the office sees why not", async () => {
    succeeded(await read());
    await world.membership(auditor, library, ["director"]);
    expect(await shut()).toEqual(forbidden);
    expect((await hats()).hats).not.toContainEqual({ id: mandate, kind: "MANDATE" });
    const conflicts = async () =>
      succeeded(
        await server.ask(
          server.as(office),
          "query ($id: ID!) { submissionNotices(organisationId: $id) { mandates { id conflict } } }",
          { id: body.id },
        ),
      ).data.submissionNotices[0].mandates;
    expect(await conflicts()).toEqual([{ id: mandate, conflict: true }]);
    await world.rows(
      "update toetssteen.membership set ended_at = now() where organisation_id = $1 and person_id = $2",
      [library.id, auditor.id],
    );
    succeeded(await read());
    expect(await conflicts()).toEqual([{ id: mandate, conflict: false }]);
  });

  test("reads nothing for a body that certifies no more", async () => {
    succeeded(await read());
    const id = body.id;
    await world.rows("delete from toetssteen.appointment where organisation_id = $1", [id]);
    expect(await shut()).toEqual(forbidden);
    expect((await hats()).hats).not.toContainEqual({ id: mandate, kind: "MANDATE" });
    await world.rows("insert into toetssteen.appointment values ($1, 'certification_body')", [id]);
    succeeded(await read());
  });

  test("reads what was handed in, to the byte, whatever the library does later", async () => {
    const before = succeeded(await read()).text;
    const { document: frozen, sha256 } = JSON.parse(before).data.submission;
    expect(createHash("sha256").update(frozen, "utf8").digest("hex")).toBe(sha256);
    const own = await server.ask(server.as(noor), document, { of: library.id, id: submission });
    expect(before).toBe(own.text);
    await world.rows(
      "update toetssteen.indicator_answer set explanation = 'Later.', verdict = 'nee' where organisation_id = $1",
      [library.id],
    );
    await world.rows(
      "update toetssteen.library_profile set runs_ido = false where organisation_id = $1",
      [library.id],
    );
    await world.rows("update toetssteen.organisation set name = 'Anders' where id = $1", [
      library.id,
    ]);
    await readers.submit(noor, library);
    expect(succeeded(await read()).text).toBe(before);
  });

  test("reads no other submission of the library, and can't tell that there is one", async () => {
    const another = await readers.submit(noor, library);
    const [theirs, none] = [await read(caller, another), await read(caller, crypto.randomUUID())];
    expect([theirs.data, theirs.text]).toEqual([{ submission: null }, none.text]);
    const all = await server.ask(
      caller,
      "query ($of: ID!) { submissions(organisationId: $of) { id } }",
      { of: library.id },
    );
    expect(all.data.submissions).toEqual([{ id: submission }]);
  });

  test("reads nothing else of the library: not the living dossier, its people, its history, its profile", async () => {
    for (const field of [
      "selfEvaluation(organisationId: $of) { cycle { id } }",
      "members(organisationId: $of) { canManage }",
      "activity(organisationId: $of) { nextBefore }",
      "libraryProfile(organisationId: $of) { runsIdo }",
      "oversight(organisationId: $of) { canChange }",
      "accessLog(organisationId: $of) { nextBefore }",
    ]) {
      const answer = await server.ask(caller, `query ($of: ID!) { ${field} }`, { of: library.id });
      expect([answer.code, answer.data], field).toEqual(forbidden);
      const beside = await server.ask(
        caller,
        `query ($of: ID!) { submissions(organisationId: $of) { document } ${field} }`,
        { of: library.id },
      );
      expect([beside.code, beside.data], field).toEqual(forbidden);
    }
  });

  test("reads by their own mandate only, and by one at a time", async () => {
    const colleague = await world.member(body, "auditor");
    expect(await shut(readers.under(colleague, mandate))).toEqual(forbidden);
    const other = await world.library();
    const marit = await world.member(other, "quality_coordinator");
    await readers.answerAll(marit, other);
    const theirs = await readers.mandate(body, office, auditor, {
      library: other,
      submissionId: await readers.submit(marit, other),
    });
    expect(await shut(readers.under(auditor, theirs.id))).toEqual(forbidden);
    expect(await shut(readers.under(auditor, body.id))).toEqual(forbidden);
    expect(await shut(readers.under(auditor, submission))).toEqual(forbidden);
    expect(await shut(readers.under(auditor, undefined))).toEqual(forbidden);
    succeeded(await read());
  });
});

describe("ids that somebody else made the same", () => {
  test("open no submission of another library", async () => {
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
    const asking = (of: Library) => server.ask(caller, document, { of: of.id, id: submission });
    expect((await asking(other)).code).toBe("FORBIDDEN");
    const found = await ask(
      world.scopes,
      {
        principal: { kind: "session", token: auditor.token },
        hat: mandate,
        subjects: [library.id, other.id],
        access: "write",
        opened: "submission",
      },
      "select organisation_id from toetssteen.submission",
    );
    expect(found).toEqual([{ organisation_id: library.id }]);
    succeeded(await asking(library));
  });

  test("don't stand in the way of a mandate of another certification body", async () => {
    const second = await readers.certificationBody();
    const theirs = await world.member(second, "office");
    const peer = await world.member(second, "auditor");
    await world.rows(
      `insert into toetssteen.submission_notice select $1, subject_organisation_id, submission_id, library_name, norm, submitted_at
       from toetssteen.submission_notice where organisation_id = $2`,
      [second.id, body.id],
    );
    const made = await readers.mandate(second, theirs, peer, { library, submissionId: submission });
    await world.rows("update toetssteen.mandate set id = $2 where id = $1", [made.id, mandate]);
    succeeded(await read());
    succeeded(await read(readers.under(peer, mandate)));
    const readersSeen = await world.rows(
      "select reader_name from toetssteen.access_log where organisation_id = $1 order by at",
      [library.id],
    );
    expect(readersSeen).toEqual([{ reader_name: auditor.name }, { reader_name: peer.name }]);
  });
});
