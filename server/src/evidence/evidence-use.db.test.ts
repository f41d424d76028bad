import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { openServer } from "../../../test/support/app.ts";
import { fieldsIn, openShelf, watch } from "../../../test/support/evidence.ts";
import { everythingOf, succeeded } from "../../../test/support/readers.ts";
import { openWorld, type Library, type Member } from "../../../test/support/scenario.ts";

const world = await openWorld();
const server = await openServer(world);
let library: Library;
let noor: Member;
let sanne: Member;
const shelf = openShelf(server, () => library);
const { deeds, refused } = watch(world, () => library);
const beside = (part: string, by = noor) => shelf.beside(by, part);
beforeEach(async () => {
  library = await world.library();
  noor = await world.member(library, "quality_coordinator");
  sanne = await world.member(library, "colleague");
});

describe("the use of an item", () => {
  test("puts it beside a norm, an indicator and a slot of a question, and it says where it is", async () => {
    const id = await shelf.add(noor, {});
    const slot = "4.V1.overzicht-partners";
    for (const place of [
      { part: "4" },
      { part: "4.1", page: "Hoofdstuk 2" },
      { part: "4.V1", slot, page: "Bladzijde 3" },
    ])
      succeeded(await shelf.use(noor, { evidenceId: id, ...place }));
    expect((await shelf.read(noor, id)).uses).toMatchObject([
      { part: "4", norm: "4", slot: null, page: "", canWrite: true },
      { part: "4.1", norm: "4", slot: null, page: "Hoofdstuk 2" },
      { part: "4.V1", norm: "4", slot, page: "Bladzijde 3" },
    ]);
    expect(await beside("4")).toMatchObject([{ evidence: { id } }]);
    expect(await beside("4.1")).toMatchObject([{ page: "Hoofdstuk 2" }]);
    expect(await beside("4.V1")).toMatchObject([{ slot, page: "Bladzijde 3", canWrite: true }]);
    expect(await beside("4.V2")).toEqual([]);
  });

  test("begins the work on its part", async () => {
    const evidenceId = await shelf.add(noor, {});
    succeeded(await shelf.use(noor, { evidenceId }));
    const work = "select part, state from toetssteen.progress where organisation_id = $1";
    expect(await world.rows(work, [library.id])).toEqual([{ part: "4.1", state: "IN_PROGRESS" }]);
  });

  test("can be twice in one place, for two pages, and twice sent is once", async () => {
    const evidenceId = await shelf.add(noor, {});
    const id = randomUUID();
    for (const one of [
      { id, page: "1" },
      { id, page: "1" },
      { id: randomUUID(), page: "9" },
    ])
      succeeded(await shelf.use(noor, { evidenceId, ...one }));
    expect(await beside("4.1")).toMatchObject([{ id, page: "1" }, { page: "9" }]);
    expect((await deeds()).map(({ what }) => what)).toEqual([
      "evidence_added",
      "evidence_used",
      "evidence_used",
    ]);
  });

  test("is once in one place for one page, however often it is sent at once", async () => {
    const evidenceId = await shelf.add(noor, {});
    const sent = await Promise.all(
      Array.from({ length: 4 }, () => shelf.use(noor, { evidenceId, page: "7" })),
    );
    const ids = sent.map((answer) => succeeded(answer).data.writeEvidenceUse.use.id);
    expect(new Set(ids).size).toBe(1);
    const [one] = await beside("4.1");
    expect(await beside("4.1")).toEqual([one]);
    // Nor by changing another, or by bringing one back.
    const id = randomUUID();
    succeeded(await shelf.use(noor, { id, evidenceId, page: "8" }));
    const before = await everythingOf(world, library.id);
    const again = await shelf.use(noor, { id, evidenceId, page: "7", baseVersion: 1 });
    expect(again.errors[0]?.extensions).toMatchObject({
      code: "INVALID_INPUT",
      issues: [{ path: "page" }],
    });
    expect(await everythingOf(world, library.id)).toBe(before);
    expect(await beside("4.1")).toMatchObject([{ page: "7" }, { page: "8" }]);
  });

  test("changes its page, unless somebody did in the meantime", async () => {
    const evidenceId = await shelf.add(noor, {});
    const id = randomUUID();
    succeeded(await shelf.use(noor, { id, evidenceId, page: "1" }));
    const change = (page: string) => shelf.use(noor, { id, evidenceId, page, baseVersion: 1 });
    expect(succeeded(await change("2")).data.writeEvidenceUse.use).toMatchObject({ version: 2 });
    const before = await everythingOf(world, library.id);
    expect(succeeded(await change("3")).data.writeEvidenceUse.current).toMatchObject({ page: "2" });
    const elsewhere = await shelf.use(noor, { id, evidenceId, part: "4.2", baseVersion: 2 });
    expect(succeeded(elsewhere).data.writeEvidenceUse.current).toMatchObject({ part: "4.1" });
    expect(await everythingOf(world, library.id)).toBe(before);
  });

  test("is said to be another example, or none, unless somebody said so in the meantime", async () => {
    const evidenceId = await shelf.add(noor, {});
    const id = randomUUID();
    const part = "4.V1";
    const as = (slot: string | null, baseVersion: number) =>
      shelf.use(noor, { id, evidenceId, part, slot, baseVersion });
    succeeded(await as(null, 0));
    const slot = "4.V1.overzicht-partners";
    expect(succeeded(await as(slot, 1)).data.writeEvidenceUse.use).toMatchObject({ slot });
    const before = await everythingOf(world, library.id);
    expect(succeeded(await as(null, 1)).data.writeEvidenceUse.current).toMatchObject({ slot });
    expect(await everythingOf(world, library.id)).toBe(before);
    succeeded(await as(null, 2));
    expect(await beside(part)).toMatchObject([{ slot: null }]);
  });

  test("is taken away, and put back", async () => {
    const evidenceId = await shelf.add(noor, {});
    const id = randomUUID();
    succeeded(await shelf.use(noor, { id, evidenceId }));
    succeeded(await shelf.removeUse(noor, id));
    succeeded(await shelf.removeUse(noor, id));
    expect(await beside("4.1")).toEqual([]);
    expect((await shelf.read(noor, evidenceId)).uses).toEqual([]);
    const gone = succeeded(await shelf.use(noor, { id, evidenceId, baseVersion: 1 }));
    expect(gone.data.writeEvidenceUse.current).toBeNull();
    succeeded(await shelf.removeUse(noor, id, false));
    expect(await beside("4.1")).toMatchObject([{ id }]);
    expect((await deeds()).map(({ what }) => what)).toEqual([
      "evidence_added",
      "evidence_used",
      "evidence_use_removed",
      "evidence_used",
    ]);
  });

  test("is a colleague's doing where the part is assigned to them, and nowhere else", async () => {
    const evidenceId = await shelf.add(noor, {});
    await world.rows(
      `insert into toetssteen.progress (organisation_id, cycle_id, part, state, assignee_id, touched_at)
       values ($1, $2, '4.2', 'TO_DO', $3, now())`,
      [library.id, library.cycleId, sanne.id],
    );
    const id = randomUUID();
    succeeded(await shelf.use(noor, { id, evidenceId }));
    await refused(() => shelf.use(sanne, { evidenceId }), "FORBIDDEN");
    await refused(() => shelf.removeUse(sanne, id), "FORBIDDEN");
    expect(await beside("4.1", sanne)).toMatchObject([{ canWrite: false }]);
    succeeded(await shelf.use(sanne, { evidenceId, part: "4.2" }));
    expect(await beside("4.2", sanne)).toMatchObject([{ canWrite: true }]);
  });

  test.each([
    ["a part that isn't there", { part: "9.9" }, "NOT_FOUND", "part"],
    ["a cycle that isn't open", { cycleId: randomUUID() }, "NOT_FOUND", "cycleId"],
    [
      "a slot of another question",
      { part: "4.V2", slot: "4.V1.overzicht-partners" },
      "NOT_FOUND",
      "slot",
    ],
    ["a slot of an indicator", { slot: "4.V1.overzicht-partners" }, "NOT_FOUND", "slot"],
    ["an item that isn't there", { evidenceId: randomUUID() }, "NOT_FOUND", "evidenceId"],
    ["an endless page", { page: "a".repeat(201) }, "INVALID_INPUT", "page"],
  ])("beside %s is refused", async (_, input, code, path) => {
    const evidenceId = await shelf.add(noor, {});
    const answer = await refused(() => shelf.use(noor, { evidenceId, ...input }), code);
    expect(fieldsIn(answer)).toEqual([path]);
  });

  test("of an item that was removed is refused", async () => {
    const evidenceId = await shelf.add(noor, {});
    succeeded(await shelf.remove(noor, evidenceId));
    const answer = await refused(() => shelf.use(noor, { evidenceId }), "NOT_FOUND");
    expect(fieldsIn(answer)).toEqual(["evidenceId"]);
  });
});
