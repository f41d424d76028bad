import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { openServer } from "../../../test/support/app.ts";
import { openReaders, succeeded } from "../../../test/support/readers.ts";
import { openWorld, type Library, type Member } from "../../../test/support/scenario.ts";

/** The office sees one line for each norm of a library, by its latest version, a page at a time. */
const world = await openWorld();
const server = await openServer(world);
const readers = openReaders(world, server);
let office: Member;
let auditor: Member;
let heuvelrand: Library;
beforeEach(async () => {
  const body = await readers.certificationBody();
  office = await world.member(body, "office");
  auditor = await world.member(body, "auditor");
  heuvelrand = await world.library();
});

interface Page {
  readonly lines: { norm: string; libraryId: string; versions: { submissionId: string }[] }[];
  readonly nextAfter: string | null;
  readonly total: number;
}
const ask = (args: string) =>
  server.ask(
    server.as(office),
    `query ($id: ID!) { planning(organisationId: $id, ${args}) {
       total nextAfter lines { libraryId libraryName norm versions { submissionId } } } }`,
    { id: office.organisationId },
  );
const page = async (args: string): Promise<Page> => succeeded(await ask(args)).data.planning;
/** Told by a library, so many minutes ago. */
const told = async (library: Library, norm: string, minutesAgo: number) => {
  const submissionId = randomUUID();
  const by = await world.member(library, "quality_coordinator");
  await world.rows(
    `with submitted as (
       insert into toetssteen.submission (organisation_id, id, cycle_id, norm, document, sha256, submitted_by, submitted_at)
       values ($1, $2, $3, $4, '{}', repeat('0', 64), $5, now() - $6 * interval '1 minute') returning *)
     insert into toetssteen.submission_notice
       (organisation_id, subject_organisation_id, submission_id, library_name, norm, submitted_at)
     select $7, s.organisation_id, s.id, $8, s.norm, s.submitted_at from submitted s`,
    [
      library.id,
      submissionId,
      library.cycleId,
      norm,
      by.id,
      minutesAgo,
      office.organisationId,
      library.name,
    ],
  );
  return submissionId;
};
const give = (
  library: Library,
  submissionId: string,
  times: Parameters<typeof readers.mandate>[4] = {},
) =>
  readers.mandate(
    { id: office.organisationId, name: "" },
    office,
    auditor,
    { library, submissionId },
    times,
  );
const shown = ({ lines }: Page) =>
  lines.map(({ norm, versions }) => [norm, versions.map(({ submissionId }) => submissionId)]);

test("versions of a norm are one line, the latest first, whatever lies between", async () => {
  const first = await told(heuvelrand, "4", 30);
  const other = await told(heuvelrand, "1", 20);
  const second = await told(heuvelrand, "4", 10);
  const found = await page("choice: ALL");
  expect(shown(found)).toEqual([
    ["4", [second, first]],
    ["1", [other]],
  ]);
  expect([found.total, found.nextAfter]).toEqual([2, null]);
});

test("two libraries that submitted the same norm are two lines", async () => {
  const leesvaart = await world.library();
  const one = await told(heuvelrand, "4", 2);
  const two = await told(leesvaart, "4", 1);
  expect(shown(await page("choice: ALL"))).toEqual([
    ["4", [two]],
    ["4", [one]],
  ]);
});

test("pages follow each other without a line twice or left out, also of one moment", async () => {
  const norms = ["1", "2", "3", "4", "5", "6", "7"];
  for (const norm of norms) await told(heuvelrand, norm, 5);
  await world.rows(
    "update toetssteen.submission_notice set submitted_at = '2026-11-30 12:00:00.123456+00' where subject_organisation_id = $1",
    [heuvelrand.id],
  );
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const found: Page = await page(
      `first: 3${after === null ? "" : `, after: ${JSON.stringify(after)}`}`,
    );
    expect(found.total).toBe(7);
    seen.push(...found.lines.map(({ norm }) => norm));
    after = found.nextAfter;
  } while (after !== null && seen.length <= 7);
  expect(seen).toEqual(norms);
});

test("waits for an auditor while nobody may read the latest version", async () => {
  const old = await told(heuvelrand, "4", 30);
  await give(heuvelrand, old);
  const waiting = async () => (await page("choice: WAITING")).lines.map(({ norm }) => norm);
  expect(await waiting()).toEqual([]);
  const latest = await told(heuvelrand, "4", 10);
  expect(await waiting()).toEqual(["4"]);
  await give(heuvelrand, latest, { withdrawn: true });
  await give(heuvelrand, latest, { opens: "-9 days", closes: "-1 day" });
  expect(await waiting()).toEqual(["4"]);
  await give(heuvelrand, latest, { opens: "5 days", closes: "9 days" });
  expect(await waiting()).toEqual([]);
});

test("a mandate of somebody who belongs to the library is none", async () => {
  const marit = await told(heuvelrand, "4", 10);
  await give(heuvelrand, marit);
  expect((await page("choice: WAITING")).total).toBe(0);
  await world.rows(
    `insert into toetssteen.membership (organisation_id, person_id, name, roles) values ($1, $2, 'Marit', '{colleague}')`,
    [heuvelrand.id, auditor.id],
  );
  expect((await page("choice: WAITING")).total).toBe(1);
});

test("ends soon when it can be read now, and not in a month any more", async () => {
  const ending = async () => (await page("choice: ENDING")).lines.map(({ norm }) => norm);
  for (const [norm, closes] of [
    ["1", "29 days"],
    ["2", "31 days"],
  ] as const)
    await give(heuvelrand, await told(heuvelrand, norm, 5), { closes });
  const later = await told(heuvelrand, "3", 5);
  await give(heuvelrand, later, { opens: "1 day", closes: "9 days" });
  expect(await ending()).toEqual(["1"]);
});

test.each([
  ["first: 0", "first"],
  ["first: 101", "first"],
  ['after: "niets"', "after"],
  [
    `after: "${Buffer.from('["2026-02-31T00:00:00.000000Z","x","4"]').toString("base64url")}"`,
    "after",
  ],
  [
    `after: "${Buffer.from(`["2026-02-31T00:00:00.000000Z","${randomUUID()}","4"]`).toString("base64url")}"`,
    "after",
  ],
])("a page that there isn't is refused, and says which argument: %s", async (args, path) => {
  const { code, errors } = await ask(args);
  expect(code).toBe("INVALID_INPUT");
  expect(errors[0]?.extensions["issues"]).toEqual([expect.objectContaining({ path })]);
});

test("nobody but the office of that body has its planning", async () => {
  await told(heuvelrand, "4", 1);
  const other = await world.member(await readers.certificationBody(), "office");
  const asks = (by: Member, id: string) =>
    server.ask(server.as(by), "query ($id: ID!) { planning(organisationId: $id) { total } }", {
      id,
    });
  expect((await asks(other, office.organisationId)).code).toBe("FORBIDDEN");
  expect((await asks(auditor, office.organisationId)).code).toBe("FORBIDDEN");
  expect(succeeded(await asks(other, other.organisationId)).data.planning.total).toBe(0);
});
