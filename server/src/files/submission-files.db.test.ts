import { beforeEach, expect, test } from "vitest";
import { openServer } from "../../../test/support/app.ts";
import { openFiles, pdf } from "../../../test/support/files.ts";
import { openReaders } from "../../../test/support/readers.ts";
import { samples } from "../../../test/support/samples.ts";
import { asked, openWorld, type Library, type Member } from "../../../test/support/scenario.ts";
import { findEvidenceRow } from "../evidence/evidence.sql.ts";
import type { Scope } from "../tenancy/scope.ts";
import { bindFiles, freezableFiles } from "./submission-files.ts";

/** What goes along with a submission: of shared items the newest version of each file, by its hash. */
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

const inScope = <T>(work: (scope: Scope) => Promise<T>) =>
  world.scopes.inScope(asked(noor, "write"), async (scope) => ({
    value: await work(scope),
    keep: true,
  }));
const freezable = (item: string) =>
  inScope(async (scope) => {
    const row = await findEvidenceRow(scope, library.id, item);
    return row ? freezableFiles(row) : [];
  });
const bound = (submissionId: string) =>
  world.rows(
    "select file_id as id, name, media_type, size, sha256 from toetssteen.submission_file where submission_id = $1",
    [submissionId],
  );

test("a shared item's newest readable files go along, and an internal item's don't", async () => {
  const shared = await files.add(noor, { sharing: "SHARED" });
  const first = await files.upload(noor, shared, pdf("een"));
  const later = await files.upload(noor, shared, pdf("twee"), { fileId: first });
  const photo = await files.upload(noor, shared, samples.png, { name: "foto" });
  await files.send(noor, shared, pdf("onderweg"), { fileId: first });
  const internal = await files.add(noor, { sharing: "INTERNAL" });
  await files.upload(noor, internal, pdf());
  expect(await freezable(shared)).toEqual([
    expect.objectContaining({ id: later, name: "partners.pdf", mediaType: "application/pdf" }),
    expect.objectContaining({ id: photo, name: "foto.png", mediaType: "image/png" }),
  ]);
  expect(await freezable(internal)).toEqual([]);
});

test("what goes along is bound once, and is what stood in the document", async () => {
  const item = await files.add(noor, { sharing: "SHARED" });
  await files.upload(noor, item, pdf());
  await readers.answerAll(noor, library);
  const id = await readers.submit(noor, library);
  const frozen = await freezable(item);
  const bind = () =>
    inScope((scope) => bindFiles(scope, { organisationId: library.id, id }, frozen));
  await bind();
  await bind();
  const [file] = frozen;
  expect(await bound(id)).toEqual([
    {
      id: file?.id,
      name: file?.name,
      media_type: file?.mediaType,
      size: file?.size,
      sha256: file?.sha256,
    },
  ]);
});

test("a file that can't be read is not bound, nor are the others", async () => {
  const item = await files.add(noor, { sharing: "SHARED" });
  const done = await files.upload(noor, item, pdf("een"));
  const half = await files.send(noor, item, pdf("twee"));
  await readers.answerAll(noor, library);
  const id = await readers.submit(noor, library);
  const both = [done, half].map((file) => ({
    id: file,
    name: "x.pdf",
    mediaType: "application/pdf",
    size: 1,
    sha256: "",
  }));
  await expect(
    inScope((scope) => bindFiles(scope, { organisationId: library.id, id }, both)),
  ).rejects.toThrow("can't be read");
  expect(await bound(id)).toEqual([]);
});
