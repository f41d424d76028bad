import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { openServer } from "../../../test/support/app.ts";
import { openFiles, pdf } from "../../../test/support/files.ts";
import { explanationOf, openReaders, succeeded } from "../../../test/support/readers.ts";
import { openWorld, type Library, type Member } from "../../../test/support/scenario.ts";

/** Before a norm is handed in it is said what goes along: the same that the document then holds. */
const world = await openWorld();
const server = await openServer(world);
const readers = openReaders(world, server);
let library: Library;
let noor: Member;
const files = openFiles(server, () => library);
beforeEach(async () => {
  library = await world.library();
  noor = await world.member(library, "quality_coordinator");
});

const fields = `hindrance written unwritten ambitions discussions undone
  documents { title parts going filesLeftBehind } openThreads { part from { name } }`;
const preview = async (norm = "4", by = noor) =>
  succeeded(
    await server.ask(
      server.as(by),
      `query ($of: ID!, $norm: String!) { submissionPreview(organisationId: $of, norm: $norm) { ${fields} } }`,
      { of: library.id, norm },
    ),
  ).data.submissionPreview;
const submit = (norm: string) =>
  server.ask(
    server.as(noor),
    "mutation ($input: SubmitNormInput!) { submitNorm(input: $input) { document } }",
    {
      input: { organisationId: library.id, id: randomUUID(), cycleId: library.cycleId, norm },
    },
  );
const write = (part: string, field: string, body: string) =>
  world.rows(
    `insert into toetssteen.passage (organisation_id, cycle_id, part, field, body, version, changed_at, changed_by)
     values ($1, $2, $3, $4, $5, 1, now(), $6)
     on conflict (organisation_id, cycle_id, part, field) do update set body = excluded.body`,
    [library.id, library.cycleId, part, field, body, noor.id],
  );
const link = async (title: string, input: object, parts: readonly string[]) => {
  const id = await files.add(noor, { title, ...input });
  for (const part of parts) succeeded(await files.use(noor, { evidenceId: id, part }));
  return id;
};

test("names what goes along with a norm, what stays, and what is open", async () => {
  await readers.answerAll(noor, library);
  await write("4.V2", "practice", "Zo doen we het.");
  await write("4.V3", "practice", " \n ");
  await write("", "ambitions", "Meer lezers.");
  const agreement = await link("Overeenkomst", { sharing: "SHARED" }, ["4.1", "4.V2"]);
  await files.upload(noor, agreement, pdf("overeenkomst"));
  await files.begin(noor, agreement, pdf("bijlage"), { name: "bijlage.pdf" });
  await link("Nog zonder bestand", { sharing: "SHARED" }, ["4"]);
  await link(
    "Jaarverslag",
    { kind: "LINK", url: "https://voorbeeld.nl/verslag", sharing: "SHARED" },
    ["4.V4"],
  );
  const internal = await link("Partners", { sharing: "INTERNAL" }, ["4.3"]);
  await files.upload(noor, internal, pdf("partners"));
  await link("Bij een andere norm", { sharing: "SHARED" }, ["2"]);
  await world.rows(
    "update toetssteen.progress set state = 'DONE' where organisation_id = $1 and part = '4.1'",
    [library.id],
  );
  await world.rows(
    `insert into toetssteen.comment (organisation_id, id, cycle_id, part, body, author_id, resolved_at, resolved_by)
     select $1, gen_random_uuid(), $2, part, 'Klopt dit?', $3::uuid,
       case when isclosed then now() end, case when isclosed then $3::uuid end
     from (values ('4.2', true), ('4.3', false), ('2', false)) as said (part, isclosed)`,
    [library.id, library.cycleId, noor.id],
  );
  expect(await preview()).toEqual({
    hindrance: null,
    written: ["4.1", "4.2", "4.3", "4.4", "4.V2"],
    unwritten: ["4", "4.V1", "4.V3", "4.V4"],
    ambitions: true,
    discussions: 0,
    undone: ["4", "4.2", "4.3", "4.4", "4.V1", "4.V2", "4.V3", "4.V4"],
    documents: [
      { title: "Nog zonder bestand", parts: ["4"], going: "NAME_ONLY", filesLeftBehind: 0 },
      { title: "Overeenkomst", parts: ["4.1", "4.V2"], going: "ALONG", filesLeftBehind: 1 },
      { title: "Partners", parts: ["4.3"], going: "STAYS", filesLeftBehind: 0 },
      { title: "Jaarverslag", parts: ["4.V4"], going: "ALONG", filesLeftBehind: 0 },
    ],
    openThreads: [{ part: "4.3", from: { name: noor.name } }],
  });
  const { document } = succeeded(await submit("4")).data.submitNorm;
  for (const along of ["Overeenkomst", "Jaarverslag", "Nog zonder bestand", explanationOf("4.1")])
    expect(document).toContain(along);
  expect(document).not.toContain("Partners");
});

test("says what submitting would refuse, in each state of a norm", async () => {
  const refusedAs = async (norm: string) => {
    const said = (await preview(norm)).hindrance;
    const { code } = await submit(norm);
    return [said, code];
  };
  expect(await refusedAs("4")).toEqual(["NOT_ANSWERED", "NOT_ANSWERED"]);
  expect(await refusedAs("7")).toEqual(["NOTHING_WRITTEN", "NOTHING_WRITTEN"]);
  // What is internal only, or has no file, is nothing that auditors read.
  await files.upload(noor, await link("Intern", { sharing: "INTERNAL" }, ["7"]), pdf("intern"));
  await link("Leeg", { sharing: "SHARED" }, ["7.V1"]);
  expect(await refusedAs("7")).toEqual(["NOTHING_WRITTEN", "NOTHING_WRITTEN"]);
  await write("7.V1", "practice", "Iets.");
  expect(await refusedAs("7")).toEqual([null, null]);
  expect(await refusedAs("7")).toEqual(["NOTHING_CHANGED", "NOTHING_CHANGED"]);
  await write("7.V1", "practice", "Iets anders.");
  expect(await refusedAs("7")).toEqual([null, null]);
});

test("is nothing of a norm that the edition doesn't have", async () => {
  expect(await preview("8")).toBeNull();
  expect(await preview("4.1")).toBeNull();
});

test("names each of two hundred documents once, wherever it stands", async () => {
  await world.rows(
    `with item as (
       insert into toetssteen.evidence (organisation_id, id, kind, title, url, sharing, personal_data_note, version, added_by, changed_by)
       select $1, gen_random_uuid(), 'link', 'Stuk ' || n, 'https://voorbeeld.nl/' || n, 'shared', '', 1, $3, $3
       from generate_series(1, 200) n returning id)
     insert into toetssteen.evidence_use (organisation_id, id, cycle_id, evidence_id, part, page, version, added_by)
     select $1, gen_random_uuid(), $2, item.id, part, '', 1, $3 from item, unnest(array['2.V1', '2.V3']) part`,
    [library.id, library.cycleId, noor.id],
  );
  const { documents } = await preview("2");
  expect(documents).toHaveLength(200);
  expect(new Set(documents.map(({ parts }: { parts: string[] }) => parts.join()))).toEqual(
    new Set(["2.V1,2.V3"]),
  );
});

test("shows an adviser and an auditor nothing", async () => {
  await readers.answerAll(noor, library);
  const support = await readers.supportOrganisation();
  const jorrit = await world.member(support, "adviser");
  await readers.oversight(library, noor, support);
  const body = await readers.certificationBody();
  const submissionId = await readers.submit(noor, library);
  const wim = await world.member(body, "auditor");
  const eva = await world.member(body, "office");
  const mandate = await readers.mandate(body, eva, wim, { library, submissionId });
  const ask = (caller: Parameters<typeof server.ask>[0]) =>
    server.ask(
      caller,
      'query ($of: ID!) { submissionPreview(organisationId: $of, norm: "4") { written } }',
      { of: library.id },
    );
  const answers = await Promise.all([
    ask(server.as(jorrit)),
    ask(readers.under(wim, `mandate:${mandate.id}`)),
    ask(server.as(eva)),
  ]);
  expect(answers.map(({ code, data }) => [code, data ?? null])).toEqual([
    ["FORBIDDEN", null],
    ["FORBIDDEN", null],
    ["FORBIDDEN", null],
  ]);
});
