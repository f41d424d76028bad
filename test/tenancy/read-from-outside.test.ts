import { beforeAll, describe, expect, test } from "vitest";
import { openServer } from "../support/app.ts";
import { openReaders } from "../support/readers.ts";
import {
  ask,
  asked,
  openWorld,
  type Library,
  type Member,
  type Organisation,
} from "../support/scenario.ts";

/**
 * Somebody who may look into a library, with a statement of their own: what they read stands in its log, or they read
 * nothing. Settings can be changed by any statement, so none of them may be enough.
 */
const world = await openWorld();
const readers = openReaders(world, await openServer(world));

let library: Library;
let support: Organisation;
let body: Organisation;
let adviser: Member;
let auditor: Member;
let mandate: string;
beforeAll(async () => {
  library = await world.library();
  const noor = await world.member(library, "administrator", "quality_coordinator");
  support = await readers.supportOrganisation();
  adviser = await world.member(support, "adviser");
  await readers.oversight(library, noor, support);
  await readers.answerAll(noor, library);
  body = await readers.certificationBody();
  auditor = await world.member(body, "auditor");
  const submissionId = await readers.submit(noor, library);
  ({ id: mandate } = await readers.mandate(body, auditor, auditor, { library, submissionId }));
});

const lines = async () =>
  (await world.rows("select 1 from toetssteen.access_log where organisation_id = $1", [library.id]))
    .length;
/** Changes settings in the statement that reads, for whoever reads after it. */
const setting = (settings: Readonly<Record<string, string>>, read: string) =>
  `with s as materialized (select ${Object.entries(settings)
    .map(([name, value]) => `set_config('${name}', '${value}', true)`)
    .join(" || ")} as v)
   select p.* from s cross join lateral (${read} where s.v is not null) p`;
const progress = "select * from toetssteen.progress";
const documents = "select document from toetssteen.submission";

describe("tenancy.reads() and tenancy.reads_one() of a look that nobody wrote down", () => {
  test.each(["read", "write"] as const)("gives an adviser no row (%s)", async (access) => {
    const before = await lines();
    const sql = setting({ "app.subject": library.id }, progress);
    expect(await ask(world.scopes, asked(adviser, access), sql, [], true)).toEqual([]);
    expect(await lines()).toBe(before);
  });

  test.each(["read", "write"] as const)("gives an auditor no row (%s)", async (access) => {
    const before = await lines();
    const settings = { "app.subject": library.id, "app.hat": "", "app.mandate": mandate };
    const sql = setting(settings, documents);
    expect(await ask(world.scopes, asked(auditor, access), sql, [], true)).toEqual([]);
    expect(await lines()).toBe(before);
  });

  test("gives no row of one library after a look at another", async () => {
    const other = await world.library();
    await readers.oversight(other, await world.member(other, "administrator"), support);
    const before = await lines();
    const seen = await world.scopes.inScope(asked(adviser, "write"), async (scope) => {
      expect(await scope.readOutside([other.id], "overseen")).toEqual([other.id]);
      const sql = setting({ "app.subject": `${other.id},${library.id}` }, progress);
      const rows = await scope.sql<{ organisation_id: string }>("", sql, []);
      return { value: rows.map((row) => row.organisation_id), keep: true };
    });
    expect(seen).not.toContain(library.id);
    expect(await lines()).toBe(before);
  });

  test("gives nothing to who becomes somebody else, or acts for somebody else", async () => {
    const stranger = await world.member(await world.organisation(), "adviser", "auditor");
    const before = await lines();
    for (const settings of [
      { "app.hat": support.id, "app.subject": library.id },
      { "app.hat": library.id, "app.subject": library.id },
      { "app.mandate": mandate, "app.hat": "", "app.subject": library.id },
      { "app.principal": `session:${stranger.token}`, "app.subject": library.id },
      { "app.principal": "", "app.subject": library.id },
    ])
      for (const by of [stranger, adviser, auditor])
        for (const read of [progress, documents])
          expect(await ask(world.scopes, asked(by, "write"), setting(settings, read))).toEqual([]);
    expect(await lines()).toBe(before);
  });
});

describe("tenancy.reads() and tenancy.reads_one() of a look that is written down", () => {
  test("gives an adviser and an auditor their rows, and is one line", async () => {
    const looks = [
      [asked(adviser, "write", { subjects: [library.id], opened: "overseen" }), progress],
      [
        asked(auditor, "write", {
          hat: `mandate:${mandate}`,
          subjects: [library.id],
          opened: "submission",
        }),
        documents,
      ],
    ] as const;
    for (const [options, read] of looks) {
      const before = await lines();
      expect((await ask(world.scopes, options, read, [], true)).length).toBeGreaterThan(0);
      expect(await lines()).toBe(before + 1);
    }
  });

  test("open to the transaction that wrote it, and to none after it", async () => {
    const looked = asked(adviser, "write", { subjects: [library.id], opened: "overseen" });
    expect((await ask(world.scopes, looked, progress, [], true)).length).toBeGreaterThan(0);
    const under = `mandate:${mandate}`;
    const read = asked(auditor, "write", {
      hat: under,
      subjects: [library.id],
      opened: "submission",
    });
    expect((await ask(world.scopes, read, documents, [], true)).length).toBeGreaterThan(0);
    const before = await lines();
    const overseen = setting({ "app.subject": library.id }, progress);
    const mandated = { "app.subject": library.id, "app.hat": "", "app.mandate": mandate };
    for (const access of ["read", "write"] as const) {
      expect(await ask(world.scopes, asked(adviser, access), overseen)).toEqual([]);
      const again = await ask(world.scopes, asked(auditor, access), setting(mandated, documents));
      expect(again).toEqual([]);
    }
    expect(await lines()).toBe(before);
  });

  test("opens nothing to another transaction that began at the same moment", async () => {
    const looked = asked(adviser, "write", { subjects: [library.id], opened: "overseen" });
    expect((await ask(world.scopes, looked, progress, [], true)).length).toBeGreaterThan(0);
    const seen = await world.scopes.inScope(asked(adviser, "write"), async (scope) => {
      const [begun] = await scope.sql<{ at: string }>("", "select now()::text as at", []);
      const lines = await world.rows(
        `insert into toetssteen.access_log
         select (jsonb_populate_record(null::toetssteen.access_log,
             to_jsonb(l) || jsonb_build_object('id', uuidv7(), 'at', $3::text))).*
         from toetssteen.access_log l where organisation_id = $1 and reader_id = $2 limit 1
         returning right_id`,
        [library.id, adviser.id, begun?.at],
      );
      expect(lines).toHaveLength(1);
      const sql = setting({ "app.subject": library.id }, progress);
      return { value: await scope.sql("", sql, []), keep: false };
    });
    expect(seen).toEqual([]);
  });

  test("stays one line, however often a statement writes it", async () => {
    const before = await lines();
    const again = world.scopes.inScope(
      asked(adviser, "write", { subjects: [library.id], opened: "overseen" }),
      async (scope) => {
        const [line] = await scope.sql<{ id: string }>("", "select uuidv7() as id", []);
        await scope.readOutside([library.id], "overseen");
        const many = `insert into toetssteen.access_log (organisation_id, id, reader_id, reader_name,
            reader_organisation_id, reader_organisation_name, via, right_id, opened)
          select r.organisation_id, uuidv7(), tenancy.person(), w.person_name, w.organisation_id, w.organisation_name,
            r.via, r.right_id, 'overseen'
          from tenancy.reader() w, (select distinct organisation_id, via, right_id from tenancy.rights()) r,
            generate_series(1, 1000) on conflict do nothing returning 1`;
        await scope.sql("", many.replace(" returning 1", ""), []);
        return { value: line, keep: true };
      },
    );
    await again;
    expect(await lines()).toBe(before + 1);
  });
});
