import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { openServer, type Answer } from "../../../test/support/app.ts";
import { openShelf } from "../../../test/support/evidence.ts";
import { everythingOf, succeeded } from "../../../test/support/readers.ts";
import { openWorld, type Library, type Member } from "../../../test/support/scenario.ts";

const world = await openWorld();
const server = await openServer(world);
let library: Library;
let noor: Member;
let sanne: Member;
const shelf = openShelf(server, () => library);
beforeEach(async () => {
  library = await world.library();
  noor = await world.member(library, "quality_coordinator");
  sanne = await world.member(library, "colleague");
});

const deeds = () =>
  world.rows<{ what: string; changes: { field: string; from: unknown; to: unknown }[] }>(
    "select what, changes from toetssteen.activity where organisation_id = $1 order by id",
    [library.id],
  );
const fieldsIn = ({ errors }: Answer) => {
  const issues = (errors[0]?.extensions["issues"] ?? []) as { path: string }[];
  return [...new Set(issues.map(({ path }) => path))];
};

async function refused(attempt: () => Promise<Answer>, code: string): Promise<Answer> {
  const before = await everythingOf(world, library.id);
  const answer = await attempt();
  expect(answer.code).toBe(code);
  expect(await everythingOf(world, library.id)).toBe(before);
  return answer;
}

describe("an item of evidence", () => {
  test("holds what was filled in, and the period it is about is not the day it was added", async () => {
    const id = await shelf.add(noor, {
      title: "  Jaarverslag  ",
      aboutFrom: "2024-01-01",
      aboutTo: "2024-12-31",
      sharing: "SHARED",
      personalDataNote: "Namen van bestuurders.",
    });
    expect(await shelf.read(noor, id)).toMatchObject({
      id,
      kind: "FILES",
      title: "Jaarverslag",
      url: null,
      aboutFrom: "2024-01-01",
      aboutTo: "2024-12-31",
      sharing: "SHARED",
      personalDataNote: "Namen van bestuurders.",
      version: 1,
      removedAt: null,
      canEdit: true,
      addedBy: { name: noor.name },
      files: [],
      uses: [],
    });
  });

  test("can be a link to a page elsewhere", async () => {
    const url = "https://waterlinie.example/beleid?jaar=2026#samen";
    const id = await shelf.add(noor, { kind: "LINK", url });
    expect(await shelf.read(noor, id)).toMatchObject({ kind: "LINK", url });
  });

  test.each([
    ["without a name", { title: " " }, "title"],
    ["with two lines for a name", { title: "een\ntwee" }, "title"],
    ["with an endless name", { title: "a".repeat(201) }, "title"],
    ["that is a link without an address", { kind: "LINK" }, "url"],
    ["that is files with an address", { url: "https://waterlinie.example" }, "url"],
    ["with a script for an address", { kind: "LINK", url: "javascript:alert(1)" }, "url"],
    ["with data for an address", { kind: "LINK", url: "data:text/html,x" }, "url"],
    ["with a password in its address", { kind: "LINK", url: "https://noor:x@a.example/" }, "url"],
    [
      "with an endless address",
      { kind: "LINK", url: `https://a.example/${"a".repeat(2000)}` },
      "url",
    ],
    ["that ends before it begins", { aboutFrom: "2026-02-01", aboutTo: "2026-01-01" }, "aboutTo"],
    ["with a note that can't be kept", { personalDataNote: "\u0000" }, "personalDataNote"],
  ])("%s is refused by its field", async (_, input, path) => {
    const answer = await refused(() => shelf.write(noor, input), "INVALID_INPUT");
    expect(fieldsIn(answer)).toEqual([path]);
  });

  test("added twice is added once", async () => {
    const id = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => shelf.write(noor, { id })));
    for (const answer of answers)
      expect(succeeded(answer).data.writeEvidence.evidence).toMatchObject({ id, version: 1 });
    expect(await deeds()).toHaveLength(1);
  });

  test("that somebody changed in the meantime stays, and is shown", async () => {
    const id = await shelf.add(noor, {});
    succeeded(await shelf.write(noor, { id, title: "Eerste", baseVersion: 1 }));
    const before = await everythingOf(world, library.id);
    const late = succeeded(await shelf.write(noor, { id, title: "Tweede", baseVersion: 1 }));
    expect(late.data.writeEvidence.current).toMatchObject({ title: "Eerste", version: 2 });
    expect(await everythingOf(world, library.id)).toBe(before);
    expect(await deeds()).toMatchObject([
      { what: "evidence_added" },
      {
        what: "evidence_changed",
        changes: [{ field: "title", from: "Overzicht van partners", to: "Eerste" }],
      },
    ]);
  });

  test("stays what it was: files or a link", async () => {
    const id = await shelf.add(noor, {});
    const url = "https://waterlinie.example";
    const answer = succeeded(await shelf.write(noor, { id, kind: "LINK", url, baseVersion: 1 }));
    expect(answer.data.writeEvidence.current).toMatchObject({ kind: "FILES", url: null });
  });

  test("is changed by a colleague who added it, and by who coordinates, and nobody else", async () => {
    const own = await shelf.add(sanne, {});
    const other = await shelf.add(noor, {});
    expect((await shelf.read(sanne, own)).canEdit).toBe(true);
    expect((await shelf.read(sanne, other)).canEdit).toBe(false);
    succeeded(await shelf.write(sanne, { id: own, title: "Zelf", baseVersion: 1 }));
    succeeded(await shelf.write(noor, { id: own, title: "Samen", baseVersion: 2 }));
    await refused(() => shelf.write(sanne, { id: other, baseVersion: 1 }), "FORBIDDEN");
    await refused(() => shelf.remove(sanne, other), "FORBIDDEN");
    for (const role of ["director", "reader"] as const) {
      const member = await world.member(library, role);
      expect((await shelf.read(member, own)).canEdit).toBe(false);
      await refused(() => shelf.write(member, {}), "FORBIDDEN");
    }
  });

  test("that is removed names where it was used, and comes back with that", async () => {
    const id = await shelf.add(noor, {});
    succeeded(await shelf.use(noor, { evidenceId: id, page: "Bladzijde 4" }));
    const removed = succeeded(await shelf.remove(noor, id)).data.removeEvidence;
    expect(removed).toMatchObject({
      removedAt: expect.any(String),
      uses: [{ part: "4.1", page: "Bladzijde 4" }],
    });
    expect(succeeded(await shelf.remove(noor, id)).data.removeEvidence).toEqual(removed);
    expect(await beside("4.1")).toEqual([]);
    expect((await shelf.list(noor)).items).toEqual([]);
    expect((await shelf.list(noor, { removed: true })).items).toMatchObject([{ id }]);
    const changed = succeeded(await shelf.write(noor, { id, title: "Anders", baseVersion: 1 }));
    expect(changed.data.writeEvidence.current.removedAt).not.toBeNull();
    succeeded(await shelf.remove(noor, id, false));
    expect(await beside("4.1")).toMatchObject([{ page: "Bladzijde 4", evidence: { id } }]);
  });
});

/** What stands beside a part, as the norm page asks for it. */
async function beside(part: string, by = noor) {
  const { data } = succeeded(
    await server.ask(
      server.as(by),
      `query ($id: ID!) { selfEvaluation(organisationId: $id) { norm(code: "4") {
         code evidence { ...Use } indicators { code evidence { ...Use } } questions { code evidence { ...Use } } } } }
       fragment Use on EvidenceUse { id page slot canWrite evidence { id title } }`,
      { id: library.id },
    ),
  );
  const { norm } = data.selfEvaluation;
  return [norm, ...norm.indicators, ...norm.questions].find(({ code }) => code === part).evidence;
}

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
