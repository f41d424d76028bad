import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { openServer, type Answer, type Caller } from "../../../test/support/app.ts";
import { openReaders, succeeded } from "../../../test/support/readers.ts";
import {
  openWorld,
  type Library,
  type Member,
  type Organisation,
} from "../../../test/support/scenario.ts";

/** Who of outside read what is written down before it is answered: no line in the log, no data. */
const world = await openWorld();
const server = await openServer(world);
const readers = openReaders(world, server);

interface Entry {
  reader_name: string;
  reader_organisation_name: string;
  via: string;
  opened: string;
}
const log = (library: Organisation) =>
  world.rows<Entry>(
    `select reader_name, reader_organisation_name, via, opened from toetssteen.access_log
     where organisation_id = $1 order by at, id`,
    [library.id],
  );

let library: Library;
let other: Library;
let administrator: Member;
let support: Organisation;
let adviser: Member;
let auditor: Member;
let mandate: Caller;
let submission: string;
beforeEach(async () => {
  library = await world.library();
  other = await world.library();
  administrator = await world.member(library, "administrator");
  support = await readers.supportOrganisation();
  adviser = await world.member(support, "adviser");
  await readers.oversight(library, administrator, support);
  await readers.oversight(other, await world.member(other, "administrator"), support);
  const body = await readers.certificationBody();
  auditor = await world.member(body, "auditor");
  await readers.answerAll(administrator, library);
  submission = await readers.submit(administrator, library);
  const { id } = await readers.mandate(body, await world.member(body, "office"), auditor, {
    library,
    submissionId: submission,
  });
  mandate = readers.under(auditor, id);
});

const members = (
  by: Caller,
  what = "libraries { organisation { name } } nextAfter",
  more = "",
): Promise<Answer> =>
  server.ask(by, `query ($id: ID!) { overseen(organisationId: $id ${more}) { ${what} } }`, {
    id: support.id,
  });
const read = (by: Caller, id = submission) =>
  server.ask(
    by,
    "query ($of: ID!, $id: ID!) { submission(organisationId: $of, id: $id) { document } }",
    { of: library.id, id },
  );

describe("a look from outside", () => {
  test("by an adviser is one line in the log of each library on the page, and of no other", async () => {
    const first = await members(server.as(adviser), undefined, ", first: 1");
    const [shown] = first.data.overseen.libraries;
    const [seen, unseen] =
      shown.organisation.name === library.name ? [library, other] : [other, library];
    const line = {
      reader_name: adviser.name,
      reader_organisation_name: support.name,
      via: "oversight:progress",
      opened: "overseen",
    };
    expect([await log(seen), await log(unseen)]).toEqual([[line], []]);
    await members(server.as(adviser));
    expect([await log(seen), await log(unseen)]).toEqual([[line, line], [line]]);
  });

  test("by an auditor is one line, by the mandate", async () => {
    succeeded(await read(mandate));
    expect(await log(library)).toEqual([
      {
        reader_name: auditor.name,
        reader_organisation_name: expect.stringMatching(/./),
        via: "mandate",
        opened: "submission",
      },
    ]);
  });

  test("is a line each time, also when the same is asked twice in one document", async () => {
    succeeded(await read(mandate));
    succeeded(
      await server.ask(
        mandate,
        "query ($of: ID!, $id: ID!) { one: submission(organisationId: $of, id: $id) { sha256 } submissions(organisationId: $of) { sha256 } }",
        { of: library.id, id: submission },
      ),
    );
    expect((await log(library)).map(({ opened }) => opened)).toEqual([
      "submission",
      "submission, submissions",
    ]);
  });

  test("that is refused is no line", async () => {
    const refused = [
      await read(server.as(adviser)),
      await read(readers.under(adviser, mandate.hat)),
      await read({ hat: mandate.hat }),
      await members(mandate),
      await server.ask(
        mandate,
        "query ($id: ID!) { selfEvaluation(organisationId: $id) { cycle { id } } }",
        {
          id: library.id,
        },
      ),
      await server.ask(
        mandate,
        "query ($of: ID!, $id: ID!) { submission(organisationId: $of, id: $id) { document } members(organisationId: $of) { canManage } }",
        { of: library.id, id: submission },
      ),
    ];
    expect(refused.map(({ code, data }) => [code, data])).toEqual([
      ["FORBIDDEN", undefined],
      ["FORBIDDEN", undefined],
      ["UNAUTHENTICATED", undefined],
      ["FORBIDDEN", undefined],
      ["FORBIDDEN", undefined],
      ["FORBIDDEN", undefined],
    ]);
    expect([await log(library), await log(other)]).toEqual([[], []]);
  });

  test("by the library's own people, or by a support organisation at its own members, is none", async () => {
    succeeded(await read(server.as(administrator)));
    succeeded(
      await server.ask(
        server.as(adviser),
        "query ($id: ID!) { members(organisationId: $id) { canManage } }",
        { id: support.id },
      ),
    );
    expect([await log(library), await log(support)]).toEqual([[], []]);
  });

  test("that can't be written down is not answered", async () => {
    await world.rows(
      "alter table toetssteen.access_log add constraint no_room check (opened = '') not valid",
    );
    try {
      for (const answer of [await members(server.as(adviser)), await read(mandate)]) {
        expect([answer.code, answer.data ?? null]).toEqual(["INTERNAL", null]);
        expect(answer.text).not.toContain(library.name);
      }
    } finally {
      await world.rows("alter table toetssteen.access_log drop constraint no_room");
    }
    expect([await log(library), await log(other)]).toEqual([[], []]);
    expect((await members(server.as(adviser))).data.overseen.libraries).toHaveLength(2);
  });
});

describe("the library reads its log", () => {
  const page = (by: Caller, more = "") =>
    server.ask(
      by,
      `query ($id: ID!) { accessLog(organisationId: $id ${more}) { entries { id at readerName readerOrganisation via opened } nextBefore } }`,
      { id: library.id },
    );

  test("latest first, page after page, without a line missing or twice", async () => {
    for (let count = 0; count < 5; count += 1) succeeded(await read(mandate));
    const at = "2026-01-01T00:00:00Z";
    for (let count = 0; count < 4; count += 1)
      await world.rows(
        `insert into toetssteen.access_log (organisation_id, id, at, reader_id, reader_name, reader_organisation_id, reader_organisation_name, via, right_id, opened)
         values ($1, $2, $3, $2, 'Gelijktijdig', $2, 'Elders', 'mandate', $2, 'submission')`,
        [library.id, randomUUID(), at],
      );
    const all = (await page(server.as(administrator))).data.accessLog;
    expect([all.entries.length, all.nextBefore]).toEqual([9, null]);
    const paged = [];
    for (let before = ""; ;) {
      const { entries, nextBefore } = (
        await page(server.as(administrator), `, first: 2 ${before && `, before: "${before}"`}`)
      ).data.accessLog;
      paged.push(...entries);
      if (nextBefore === null) break;
      before = nextBefore;
    }
    expect(paged).toEqual(all.entries);
    const times = all.entries.map((entry: { at: string }) => entry.at);
    expect(times).toEqual(times.toSorted().toReversed());
  });

  test("by the administrator, the coordinator and the director, and nobody else of the library", async () => {
    succeeded(await read(mandate));
    const found: Record<string, unknown> = {};
    for (const role of [
      "administrator",
      "quality_coordinator",
      "director",
      "colleague",
      "reader",
    ] as const) {
      const answer = await page(server.as(await world.member(library, role)));
      found[role] = answer.code ?? answer.data.accessLog.entries.length;
    }
    expect(found).toEqual({
      administrator: 1,
      quality_coordinator: 1,
      director: 1,
      colleague: "FORBIDDEN",
      reader: "FORBIDDEN",
    });
  });
});
