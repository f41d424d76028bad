import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { openServer } from "../../../test/support/app.ts";
import { openReaders, succeeded } from "../../../test/support/readers.ts";
import {
  ask,
  asked,
  openWorld,
  type Library,
  type Member,
  type Organisation,
} from "../../../test/support/scenario.ts";
import { mail } from "../mail/mail.ts";

/**
 * People of another organisation are told what concerns them, without the one that tells them learning who they are;
 * and nobody can be told anything else in this way.
 */
const world = await openWorld();
const server = await openServer(world);
const readers = openReaders(world, server);

let library: Library;
let administrator: Member;
let support: Organisation;
let body: Organisation;
beforeEach(async () => {
  await world.rows("delete from graphile_worker._private_jobs");
  await world.rows("delete from toetssteen.submission_notice");
  await world.rows("delete from toetssteen.appointment");
  library = await world.library();
  administrator = await world.member(library, "administrator", "quality_coordinator");
  support = await readers.supportOrganisation();
  body = await readers.certificationBody();
});

const grant = (id: string = randomUUID(), to = support) =>
  server.ask(
    server.as(administrator),
    "mutation ($input: GrantOversightInput!) { grantOversight(input: $input) { canChange } }",
    { input: { organisationId: library.id, id, supportOrganisationId: to.id, level: "PROGRESS" } },
  );
const addressOf = ({ id }: Member) => `${id}@example.org`;
const addresses = async (template: string) =>
  (await readers.mailed(template)).map(({ to }) => to).toSorted();
const allMail = async () =>
  (
    await world.rows<{ payload: { payload: unknown } }>(
      "select payload from graphile_worker._private_jobs",
    )
  ).map(({ payload }) => payload.payload);
const inScope = (by: Member, sql: string, values: readonly unknown[] = []) =>
  ask(world.scopes, asked(by, "write"), sql, values, true);

describe("who does the same again and again", () => {
  test("has the office told once an hour of one norm, and of another at once", async () => {
    const office = await world.member(body, "office");
    await readers.answerAll(administrator, library);
    // What didn't change isn't taken again.
    const submit = async () => {
      await world.rows(
        "update toetssteen.indicator_answer set explanation = explanation || ' Later.' where organisation_id = $1",
        [library.id],
      );
      await readers.submit(administrator, library);
    };
    for (let time = 0; time < 5; time += 1) await submit();
    const told = async () =>
      (await readers.mailed("submission-received")).map(({ to, values }) => [to, values["part"]]);
    const once = [addressOf(office), "norm 4"];
    expect(await told()).toEqual([once]);
    // As if what came so far was of another norm, and then as if it was long ago.
    await world.rows("update toetssteen.submission_notice set norm = '5'");
    await submit();
    expect(await told()).toEqual([once, once]);
    await world.rows(
      "update toetssteen.submission_notice set submitted_at = submitted_at - interval '2 hours'",
    );
    await submit();
    expect(await told()).toEqual([once, once, once]);
  });

  test("has advisers told once a day that they may look", async () => {
    await world.member(support, "adviser");
    for (let time = 0; time < 3; time += 1) {
      const id = randomUUID();
      succeeded(await grant(id));
      await world.rows("update toetssteen.oversight set withdrawn_at = now() where id = $1", [id]);
    }
    expect(await readers.mailed("oversight-received")).toHaveLength(1);
    await world.rows(
      "update toetssteen.oversight set granted_at = granted_at - interval '2 days' where organisation_id = $1",
      [library.id],
    );
    succeeded(await grant());
    expect(await readers.mailed("oversight-received")).toHaveLength(2);
  });

  test("grants and submits past the limit all the same, without the mail", async () => {
    await world.member(support, "adviser");
    await world.rows(
      "insert into tenancy.mail_count values ($1, date_trunc('hour', now()), $2, 'oversight-received', 10000)",
      [library.id, administrator.id],
    );
    succeeded(await grant());
    expect(await readers.mailed("oversight-received")).toEqual([]);
  });
});

describe("a library that lets a support organisation look", () => {
  test("has its advisers and administrators told, and its own other administrators", async () => {
    const adviser = await world.member(support, "adviser");
    const both = await world.member(support, "administrator", "adviser");
    const second = await world.member(library, "administrator");
    await world.member(library, "director");
    await world.member(await readers.supportOrganisation(), "adviser");
    const left = await world.member(support, "adviser");
    await world.rows("update toetssteen.membership set ended_at = now() where person_id = $1", [
      left.id,
    ]);
    const id = randomUUID();
    const answers = await Promise.all([grant(id), grant(id), grant()]);
    for (const answer of answers) {
      succeeded(answer);
      expect(answer.text).not.toContain(adviser.id);
    }
    expect(await addresses("oversight-received")).toEqual(
      [adviser, both].map(addressOf).toSorted(),
    );
    expect(await readers.mailed("oversight-received")).toContainEqual({
      to: addressOf(adviser),
      values: {
        name: adviser.name,
        libraryName: library.name,
        supportOrganisationName: support.name,
        level: "progress",
        grantedBy: administrator.name,
        page: `/o/${support.id}/leden`,
      },
    });
    expect(await readers.mailed("oversight-granted")).toMatchObject([
      { to: addressOf(second), values: { name: second.name, page: `/o/${library.id}/meekijken` } },
    ]);
    for (const written of await allMail()) expect(mail.safeParse(written).success).toBe(true);
  });

  test("has nobody told when it is undone", async () => {
    await world.member(support, "adviser");
    await world.rows(
      "alter table toetssteen.activity add constraint no_room check (what <> 'oversight_granted') not valid",
    );
    const answer = await grant();
    await world.rows("alter table toetssteen.activity drop constraint no_room");
    expect([answer.code, await allMail()]).toEqual(["INTERNAL", []]);
  });
});

describe("a library that submits", () => {
  test("has the offices of certification bodies told, once, and nobody else there", async () => {
    const office = await world.member(body, "office");
    await world.member(body, "auditor");
    await world.member(body, "administrator");
    const elsewhere = await world.member(await readers.certificationBody(), "office", "auditor");
    await readers.answerAll(administrator, library);
    const input = {
      organisationId: library.id,
      id: randomUUID(),
      cycleId: library.cycleId,
      norm: "4",
    };
    const submit = async () =>
      succeeded(
        await server.ask(
          server.as(administrator),
          "mutation ($input: SubmitNormInput!) { submitNorm(input: $input) { id } }",
          { input },
        ),
      );
    await Promise.all([submit(), submit()]);
    await submit();
    expect(await addresses("submission-received")).toEqual(
      [office, elsewhere].map(addressOf).toSorted(),
    );
    expect(await readers.mailed("submission-received")).toContainEqual({
      to: addressOf(office),
      values: {
        name: office.name,
        libraryName: library.name,
        part: "norm 4",
        submittedBy: administrator.name,
        submittedAt: expect.stringMatching(/^\d{4}-/),
        page: `/o/${body.id}/planning`,
      },
    });
    for (const written of await allMail()) expect(mail.safeParse(written).success).toBe(true);
  });
});

describe("the application can't have told", () => {
  let adviser: Member;
  let earlier: string;
  let submission: string;
  beforeEach(async () => {
    adviser = await world.member(support, "adviser");
    await world.member(body, "office");
    earlier = randomUUID();
    succeeded(await grant(earlier));
    await readers.answerAll(administrator, library);
    submission = await readers.submit(administrator, library);
    await world.rows("delete from graphile_worker._private_jobs");
  });
  const oversight = "select tenancy.tell_of_oversight($1)";
  const notice = "select tenancy.tell_of_submission($1)";

  test.each<readonly [string, () => Promise<unknown>]>([
    ["of an oversight that was there", () => inScope(administrator, oversight, [earlier])],
    ["of a submission that was there", () => inScope(administrator, notice, [submission])],
    ["of what never was", () => inScope(administrator, oversight, [randomUUID()])],
    ["of anything by who only looks", () => inScope(adviser, oversight, [earlier])],
    [
      "of another library's",
      async () =>
        inScope(
          await world.member(await world.library(), "administrator", "quality_coordinator"),
          oversight,
          [earlier],
        ),
    ],
    [
      "of an oversight that somebody else just granted",
      async () => {
        const second = await world.member(library, "administrator");
        await inScope(
          administrator,
          `with made as (insert into toetssteen.oversight (organisation_id, id, subject_organisation_id, level, granted_by)
             values ($1, uuidv7(), $2, 'progress', $3) returning id)
           select tenancy.tell_of_oversight(id) from made`,
          [library.id, (await readers.supportOrganisation()).id, second.id],
        );
      },
    ],
  ])("%s", async (_what, attempt) => {
    await attempt();
    expect(await allMail()).toEqual([]);
  });

  test("anything that it may not write down: a grant to who supports nobody, another's submission", async () => {
    const stranger = await world.library();
    const intruder = await world.member(stranger, "administrator", "quality_coordinator");
    const forged = inScope(
      intruder,
      `with made as (insert into toetssteen.submission_notice
         (organisation_id, subject_organisation_id, submission_id, library_name, norm, submitted_at)
         values ($1, $2, $3, 'Naam', '4', now()) returning submission_id)
       select tenancy.tell_of_submission(submission_id) from made`,
      [body.id, library.id, submission],
    );
    await expect(forged).rejects.toMatchObject({ code: "42501" });
    expect(await allMail()).toEqual([]);
  });
});

describe("whether an auditor belongs to a library", () => {
  const belongs = async (by: Member, auditor: Member, at: Organisation) => {
    const [row] = await inScope(by, "select tenancy.auditor_belongs($1, $2) as belongs", [
      auditor.id,
      at.id,
    ]);
    return row?.["belongs"] ?? null;
  };

  test("is told to the office about its own auditors, at libraries that submitted, and to nobody else", async () => {
    const office = await world.member(body, "office");
    const auditor = await world.member(body, "auditor");
    const colleague = await world.member(body, "office");
    const other = await world.library();
    for (const at of [library, other]) {
      await world.membership(auditor, at, ["reader"]);
      await world.membership(colleague, at, ["reader"]);
    }
    expect(await belongs(office, auditor, library)).toBe(null);
    await readers.answerAll(administrator, library);
    await readers.submit(administrator, library);
    expect(await belongs(office, auditor, library)).toBe(true);
    expect(await belongs(office, await world.member(body, "auditor"), library)).toBe(false);
    expect(await belongs(office, auditor, other)).toBe(null);
    expect(await belongs(office, colleague, library)).toBe(null);
    expect(await belongs(auditor, auditor, library)).toBe(null);
    expect(await belongs(administrator, auditor, library)).toBe(null);
    expect(await belongs(await world.member(support, "adviser"), auditor, library)).toBe(null);
  });
});
