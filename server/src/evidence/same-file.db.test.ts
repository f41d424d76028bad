import { expect, test } from "vitest";
import { openServer } from "../../../test/support/app.ts";
import { openFiles, pdf } from "../../../test/support/files.ts";
import { openWorld } from "../../../test/support/scenario.ts";

const world = await openWorld();
const server = await openServer(world);
const library = await world.library();
const noor = await world.member(library, "quality_coordinator");
const files = openFiles(server, () => library);

const titlesWith = async (id: string, by = noor) =>
  (await files.list(by, { sameFileAs: id }, { sort: "TITLE" })).items.map(
    ({ title }: { title: string }) => title,
  );

test("documents that hold the same bytes are found by a file of them, and by a document", async () => {
  const [plan, scan, other, gone] = await Promise.all(
    ["Plan", "Scan", "Iets anders", "Weg"].map((title) => files.add(noor, { title })),
  );
  const first = await files.upload(noor, plan!, pdf("een"));
  const second = await files.upload(noor, scan!, pdf("een"), { name: "heel anders.pdf" });
  await files.upload(noor, other!, pdf("twee"));
  await files.upload(noor, gone!, pdf("een"));
  await files.remove(noor, gone!);
  expect(await titlesWith(first)).toEqual(["Scan"]);
  expect(await titlesWith(second)).toEqual(["Plan"]);
  expect(await titlesWith(plan!)).toEqual(["Scan"]);
  expect(await titlesWith(other!)).toEqual([]);

  // The same file twice in one document is that document's own affair.
  const twice = await files.upload(noor, other!, pdf("twee"));
  expect(await titlesWith(twice)).toEqual([]);
});

test("what another library holds is nobody's business", async () => {
  const theirs = await world.library();
  const eva = await world.member(theirs, "quality_coordinator");
  const there = openFiles(server, () => theirs);
  const file = await there.upload(eva, await there.add(eva), pdf("van iedereen"));
  const mine = await files.upload(noor, await files.add(noor), pdf("van iedereen"));
  expect(await titlesWith(mine)).toEqual([]);
  expect(await titlesWith(file)).toEqual([]);
});

test("what is no id is refused by its field", async () => {
  const answer = await server.ask(
    server.as(noor),
    `query ($of: ID!, $filter: EvidenceFilter) { evidence(organisationId: $of, filter: $filter) { total } }`,
    { of: library.id, filter: { sameFileAs: "1" } },
  );
  expect(answer.errors[0]?.extensions).toMatchObject({
    code: "INVALID_INPUT",
    issues: [{ path: "filter.sameFileAs" }],
  });
});
