import { createHash } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { openServer } from "../../../test/support/app.ts";
import { openFiles, pdf } from "../../../test/support/files.ts";
import { openReaders, succeeded } from "../../../test/support/readers.ts";
import { openWorld, type Library, type Member } from "../../../test/support/scenario.ts";
import type { FrozenEvidence, SubmissionDocument } from "./document.ts";

/** What is handed in brings along the documents beside it: those that are shared, with their files as they were. */
const world = await openWorld();
const server = await openServer(world);
const readers = openReaders(world, server);
let library: Library;
let noor: Member;
const files = openFiles(server, () => library);
beforeEach(async () => {
  library = await world.library();
  noor = await world.member(library, "quality_coordinator");
  await readers.answerAll(noor, library);
});

const use = async (evidenceId: string, place: Readonly<Record<string, unknown>> = {}) =>
  succeeded(await files.use(noor, { evidenceId, ...place }));
const shared = async (input: Readonly<Record<string, unknown>> = {}) => {
  const item = await files.add(noor, { sharing: "SHARED", ...input });
  await use(item);
  return item;
};
const documentOf = async (id: string): Promise<{ text: string; document: SubmissionDocument }> => {
  const [row] = await world.rows<{ document: string }>(
    "select document from toetssteen.submission where organisation_id = $1 and id = $2",
    [library.id, id],
  );
  const text = row?.document ?? "";
  return { text, document: JSON.parse(text) };
};
const beside = async (id: string): Promise<Record<string, readonly FrozenEvidence[]>> => {
  const { document } = await documentOf(id);
  const parts = document.norms.flatMap((norm) => [norm, ...norm.indicators, ...norm.questions]);
  return Object.fromEntries(
    parts.flatMap(({ code, evidence }) => (evidence.length === 0 ? [] : [[code, evidence]])),
  );
};
const bound = async (id: string) =>
  (
    await world.rows<{ file_id: string }>(
      "select file_id from toetssteen.submission_file where organisation_id = $1 and submission_id = $2 order by name",
      [library.id, id],
    )
  ).map((row) => row.file_id);

test("holds what is shared beside norm, indicator and question, as it was", async () => {
  const bytes = pdf("partners");
  const item = await shared({ aboutFrom: "2026-01-01", aboutTo: "2026-06-30" });
  const file = await files.upload(noor, item, bytes);
  const slot = "4.V1.overzicht-partners";
  await use(item, { part: "4.V1", slot, page: "Bladzijde 3" });
  const url = "https://voorbeeld.nl/jaarverslag";
  const link = await files.add(noor, {
    kind: "LINK",
    url,
    title: "Jaarverslag",
    sharing: "SHARED",
  });
  await use(link, { part: "4" });
  const id = await readers.submit(noor, library);
  const partners = {
    kind: "files",
    title: "Overzicht van partners",
    url: null,
    aboutFrom: "2026-01-01",
    aboutTo: "2026-06-30",
    slot: null,
    page: "",
    files: [
      {
        id: file,
        name: "partners.pdf",
        mediaType: "application/pdf",
        size: bytes.length,
        sha256: createHash("sha256").update(bytes).digest("hex"),
      },
    ],
  };
  expect(await beside(id)).toEqual({
    "4": [expect.objectContaining({ kind: "link", title: "Jaarverslag", url, files: [] })],
    "4.1": [partners],
    "4.V1": [{ ...partners, slot: { code: slot, label: expect.anything() }, page: "Bladzijde 3" }],
  });
  expect(await bound(id)).toEqual([file]);
});

test("holds nothing that is internal, removed or beside another norm, nor what was noted of people", async () => {
  const note = "Er staan namen van leden in.";
  const kept = await shared({ title: "Gedeeld", personalDataNote: note });
  const file = await files.upload(noor, kept, pdf("gedeeld"));
  const dropped = await files.upload(noor, kept, pdf("weg"));
  await world.rows("update toetssteen.evidence_file set removed_at = now() where id = $1", [
    dropped,
  ]);
  const internal = await shared({ title: "Vertrouwelijk stuk", sharing: "INTERNAL" });
  await files.upload(noor, internal, pdf("intern"));
  const removed = await shared({ title: "Weggehaald" });
  await files.upload(noor, removed, pdf("weggehaald"));
  succeeded(await files.remove(noor, removed));
  const elsewhere = await files.add(noor, { sharing: "SHARED", title: "Elders" });
  await files.upload(noor, elsewhere, pdf("elders"));
  await use(elsewhere, { part: "2" });
  const id = await readers.submit(noor, library);
  const { text } = await documentOf(id);
  for (const word of [
    "Vertrouwelijk stuk",
    "Weggehaald",
    "Elders",
    note,
    noor.name,
    noor.id,
    dropped,
  ])
    expect(text).not.toContain(word);
  expect(await beside(id)).toMatchObject({ "4.1": [{ title: "Gedeeld", files: [{ id: file }] }] });
  expect(await bound(id)).toEqual([file]);
});

test("is more to the library itself: it reads what is internal too", async () => {
  await shared({ title: "Gedeeld" });
  await shared({ title: "Vertrouwelijk stuk", sharing: "INTERNAL" });
  const { data } = succeeded(
    await server.ask(
      server.as(noor),
      `query ($of: ID!) { selfEvaluationReading(organisationId: $of) {
         norms { code indicators { code evidence { title page slot files { name } } } } } }`,
      { of: library.id },
    ),
  );
  type Indicator = { code: string; evidence: unknown };
  const indicators: Indicator[] = data.selfEvaluationReading.norms.flatMap(
    (norm: { indicators: Indicator[] }) => norm.indicators,
  );
  const plain = { page: "", slot: null, files: [] };
  expect(indicators.find(({ code }) => code === "4.1")?.evidence).toEqual([
    { title: "Gedeeld", ...plain },
    { title: "Vertrouwelijk stuk", ...plain },
  ]);
});

test("is read by the auditor within the mandate, still as it was, and the log says so", async () => {
  const item = await shared();
  const first = await files.upload(noor, item, pdf("eerst"));
  const body = await readers.certificationBody();
  const id = await readers.submit(noor, library);
  const office = await world.member(body, "office");
  const auditor = await world.member(body, "auditor");
  const { id: hat } = await readers.mandate(body, office, auditor, { library, submissionId: id });
  const later = await files.upload(noor, item, pdf("later"), { fileId: first });
  succeeded(await files.write(noor, { id: item, title: "Heet nu anders", baseVersion: 1 }));
  const read = (file: string) =>
    files.get({ cookie: server.as(auditor).cookie }, library.id, file, `?hat=${hat}`);

  expect(await beside(id)).toMatchObject({
    "4.1": [{ title: "Overzicht van partners", files: [{ id: first }] }],
  });
  const answer = await read(first);
  expect([answer.status, answer.bytes.toString()]).toEqual([200, pdf("eerst").toString()]);
  expect((await read(later)).code).toBe("NOT_FOUND");
  const log = "select opened, via from toetssteen.access_log where organisation_id = $1";
  expect(await world.rows(log, [library.id])).toEqual([
    { opened: `file:${first}`, via: "mandate" },
  ]);

  await world.rows("update toetssteen.mandate set withdrawn_at = now() where id = $1", [hat]);
  expect((await read(first)).code).toBe("FORBIDDEN");
  expect(await world.rows(log, [library.id])).toHaveLength(1);
});
