import { kwaliteitInBeeld2 as edition } from "@toetssteen/norms";
import { describe, expect, test } from "vitest";
import { openServer } from "../../../test/support/app.ts";
import { fieldDocuments } from "../../../test/support/field-documents.ts";
import { fillDossier, type Planted } from "../../../test/support/full-dossier.ts";
import { openReaders, succeeded } from "../../../test/support/readers.ts";
import { openWorld } from "../../../test/support/scenario.ts";
import { createSchema } from "../register/schema.ts";

/** In every box that a dossier has stands a text of its own: none may be missing in what is handed in. */
const world = await openWorld();
const server = await openServer(world);
const readers = openReaders(world, server);
const library = await world.library();
const noor = await world.member(library, "quality_coordinator");
const { texts, dates, internal } = await fillDossier(world, library, noor);

const everything = fieldDocuments(createSchema(), { also: [], values: { code: '"4"' } }).find(
  ({ path, below }) => path.join() === "Query.submission" && below.length > 0,
);
const handedIn = new Map<string, { document: string; reading: unknown }>();
for (const { code } of edition.norms) {
  const id = await readers.submit(noor, library, code);
  const variables = { organisationId: library.id, id };
  const answer = succeeded(await server.ask(server.as(noor), everything!.text, variables));
  handedIn.set(code, answer.data.submission);
}
const documentOf = (norm: string) => handedIn.get(norm)?.document ?? "";
const readingOf = (norm: string) => JSON.stringify(handedIn.get(norm)?.reading);
const of = (norm: string) => (planted: Planted) => [norm, null].includes(planted.norm);
const missing = (planted: readonly Planted[], text: string) =>
  planted.filter(({ canary }) => !text.includes(canary)).map(({ column }) => column);

test("every kind of text and date is looked for", () => {
  const columns = (planted: readonly Planted[]) =>
    [...new Set(planted.map(({ column }) => column))].toSorted();
  expect(columns(texts)).toEqual(
    expect.arrayContaining([
      "discussion.with_whom",
      "evidence.title",
      "evidence_file.name",
      "evidence_use.page",
      "indicator_answer.explanation",
      "membership.name",
      "passage.body",
    ]),
  );
  expect(columns(dates)).toEqual(expect.arrayContaining(["discussion.held_on", "plan.due_on"]));
  expect(texts.length).toBeGreaterThan(120);
});

describe.each(edition.norms.map(({ code }) => [code]))("norm %s, handed in", (norm) => {
  test("holds every text and date of it and of the cycle, and none of another norm", () => {
    const all = [...texts, ...dates];
    expect(missing(all.filter(of(norm)), documentOf(norm))).toEqual([]);
    const others = all.filter((planted) => !of(norm)(planted));
    expect(missing(others, documentOf(norm))).toHaveLength(others.length);
  });

  test("brings all of it to its reader", () => {
    expect(missing([...texts, ...dates].filter(of(norm)), readingOf(norm))).toEqual([]);
  });

  test("holds nothing of how the work went", () => {
    const document = documentOf(norm);
    expect(internal.filter((canary) => document.includes(canary))).toEqual([]);
  });
});

test("what is known of the audit and of the library is in it too", () => {
  expect(JSON.parse(documentOf("1"))).toMatchObject({
    profile: { vobMember: true, runsIdo: true, locations: 4 },
    cycle: {
      certificateExpiresOn: "2099-06-30",
      announcedQuarter: "2099-Q2",
      auditOn: "2099-05-04",
    },
  });
});

test("under a ja, a label with its texts and plan stay in the library", async () => {
  await world.rows(
    "update toetssteen.indicator_answer set verdict = 'ja' where organisation_id = $1 and indicator = '4.1'",
    [library.id],
  );
  const id = await readers.submit(noor, library, "4");
  const { data } = await server.ask(server.as(noor), everything!.text, {
    organisationId: library.id,
    id,
  });
  const [first, second] = data.submission.reading.norms[0].indicators;
  expect([first.verdict, first.neeLabel, first.passages, first.plan]).toEqual([
    "JA",
    null,
    [],
    null,
  ]);
  expect([second.verdict, second.neeLabel]).toEqual(["NEE", "NOT_YET"]);
  expect(second.passages).toHaveLength(3);
  expect(second.plan).not.toBeNull();
});
