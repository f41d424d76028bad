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
const beside = (part: string) => shelf.beside(noor, part);
beforeEach(async () => {
  library = await world.library();
  noor = await world.member(library, "quality_coordinator");
  sanne = await world.member(library, "colleague");
});

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

  test("belongs to a library, and to no other organisation", async () => {
    const other = await world.organisation();
    const manager = await world.member(other, "administrator");
    const answer = await shelf.write(manager, { organisationId: other.id });
    expect(answer.code).toBe("NOT_FOUND");
    expect(
      await world.rows("select from toetssteen.evidence where organisation_id = $1", [other.id]),
    ).toEqual([]);
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
