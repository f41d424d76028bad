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
beforeEach(async () => {
  library = await world.library();
  noor = await world.member(library, "quality_coordinator");
  sanne = await world.member(library, "colleague");
});

const nothing = { sharing: "INTERNAL", aboutFrom: null, aboutTo: null };
const year = { aboutFrom: "2025-01-01", aboutTo: "2025-12-31" };
const addThree = async (by = noor) => [
  await shelf.add(by, { title: "Beleidsplan" }),
  await shelf.add(by, { title: "Jaarverslag" }),
  await shelf.add(by, { title: "Begroting" }),
];
const titles = async (removed = false) => {
  const { items } = await shelf.list(noor, { removed });
  return items.map(({ title }: { title: string }) => title).toSorted();
};
const codeAndFields = async (attempt: () => ReturnType<typeof shelf.several>, code: string) =>
  fieldsIn(await refused(attempt, code));

describe("several documents", () => {
  const change = (by: Member, ids: string[], becomes: object, was: object = nothing) =>
    shelf.several(by, "changeEvidence", {
      items: ids.map((id) => ({ id, was, becomes: { ...was, ...becomes } })),
    });

  test("are shared and given a period in one go, and changed back", async () => {
    const ids = await addThree();
    const answer = succeeded(await change(noor, ids, { sharing: "SHARED", ...year }));
    expect(answer.data.changeEvidence.evidence).toMatchObject(
      ids.map((id) => ({ id, sharing: "SHARED", ...year, version: 2 })),
    );
    expect((await deeds()).at(-1)).toEqual({
      what: "evidence_changed",
      changes: ["Beleidsplan", "Jaarverslag", "Begroting"].flatMap((title) => [
        { field: "title", from: title, to: title },
        { field: "sharing", from: "internal", to: "shared" },
        { field: "aboutFrom", from: null, to: "2025-01-01" },
        { field: "aboutTo", from: null, to: "2025-12-31" },
      ]),
    });
    succeeded(await change(noor, ids, nothing, { sharing: "SHARED", ...year }));
    expect(await shelf.read(noor, ids[0]!)).toMatchObject({ ...nothing, version: 3 });
  });

  test("sent twice are changed once, and what isn't changed stays as somebody else made it", async () => {
    const ids = await addThree();
    succeeded(
      await shelf.write(noor, {
        id: ids[0],
        title: "Beleidsplan",
        ...year,
        baseVersion: 1,
      }),
    );
    for (let time = 0; time < 2; time += 1)
      succeeded(await change(noor, ids, { sharing: "SHARED" }));
    expect(await shelf.read(noor, ids[0]!)).toMatchObject({
      sharing: "SHARED",
      ...year,
      version: 3,
    });
    expect(await shelf.read(noor, ids[1]!)).toMatchObject({ sharing: "SHARED", version: 2 });
    expect((await deeds()).filter(({ what }) => what === "evidence_changed")).toHaveLength(2);
  });

  test("none is changed where somebody changed or removed one meanwhile, which is named", async () => {
    const ids = await addThree();
    succeeded(await change(noor, [ids[1]!], { aboutFrom: "2024-01-01" }));
    succeeded(await shelf.remove(noor, ids[2]!));
    const before = await everythingOf(world, library.id);
    const answer = succeeded(await change(noor, ids, year));
    expect(await everythingOf(world, library.id)).toBe(before);
    expect(answer.data.changeEvidence.current).toEqual([
      { id: ids[1], title: "Jaarverslag" },
      { id: ids[2], title: "Begroting" },
    ]);
    succeeded(await change(noor, [ids[0]!], year));
    expect(await shelf.read(noor, ids[0]!)).toMatchObject(year);
  });

  test("none is changed by who may not change one of them, or where one isn't there, which are named", async () => {
    const [first] = await addThree(sanne);
    const [second] = await addThree(noor);
    const both = [first!, second!];
    const share = { sharing: "SHARED" };
    expect(await codeAndFields(() => change(sanne, both, share), "FORBIDDEN")).toEqual([
      "items.1.id",
    ]);
    expect(
      await codeAndFields(() => change(noor, [first!, randomUUID(), second!], share), "NOT_FOUND"),
    ).toEqual(["items.1.id"]);
    const elsewhere = await world.member(await world.library(), "quality_coordinator");
    await refused(() => change(elsewhere, both, share), "FORBIDDEN");
    succeeded(await change(sanne, [first!], share));
    succeeded(await change(noor, both, { ...share, ...year }, { ...nothing, ...share }));
  });

  test("are named once each, a hundred at most, with a period that ends after it begins", async () => {
    const [id] = await addThree();
    for (const ids of [[], [id!, id!], Array.from({ length: 101 }, () => randomUUID())])
      expect(
        await codeAndFields(() => change(noor, ids, { sharing: "SHARED" }), "INVALID_INPUT"),
      ).toEqual(["items"]);
    const turned = { aboutFrom: "2025-12-31", aboutTo: "2025-01-01" };
    expect(await codeAndFields(() => change(noor, [id!], turned), "INVALID_INPUT")).toEqual([
      "items.0.becomes.aboutTo",
    ]);
    // Nor where half of it was changed by somebody else.
    succeeded(await change(noor, [id!], { aboutTo: "2024-12-31" }));
    expect(
      await codeAndFields(() => change(noor, [id!], { aboutFrom: "2025-01-01" }), "INVALID_INPUT"),
    ).toEqual(["items.0.becomes.aboutTo"]);
  });

  test("are removed and brought back in one go, with their uses, and each deed stands once", async () => {
    const ids = await addThree();
    succeeded(await shelf.use(noor, { evidenceId: ids[0] }));
    const remove = (removed: boolean, some = ids) =>
      shelf.several(noor, "removeEvidenceItems", { ids: some, removed });
    for (const some of [[ids[0]!], ids, ids]) succeeded(await remove(true, some));
    expect(await titles()).toEqual([]);
    expect(await titles(true)).toEqual(["Begroting", "Beleidsplan", "Jaarverslag"]);
    expect(await shelf.beside(noor, "4.1")).toEqual([]);
    const answer = succeeded(await remove(false));
    expect(answer.data.removeEvidenceItems).toMatchObject(
      ids.map((id) => ({ id, removedAt: null })),
    );
    expect(await shelf.beside(noor, "4.1")).toMatchObject([{ evidence: { id: ids[0] } }]);
    expect((await deeds()).slice(4)).toEqual([
      { what: "evidence_removed", changes: [{ field: "title", from: "Beleidsplan", to: null }] },
      {
        what: "evidence_removed",
        changes: ["Jaarverslag", "Begroting"].map((from) => ({ field: "title", from, to: null })),
      },
      {
        what: "evidence_restored",
        changes: ["Beleidsplan", "Jaarverslag", "Begroting"].map((to) => ({
          field: "title",
          from: null,
          to,
        })),
      },
    ]);
  });

  test("none is removed by who may not remove one of them", async () => {
    const [own] = await addThree(sanne);
    const [other] = await addThree(noor);
    const remove = (by: Member, ids: string[]) =>
      shelf.several(by, "removeEvidenceItems", { ids, removed: true });
    expect(await codeAndFields(() => remove(sanne, [own!, other!]), "FORBIDDEN")).toEqual([
      "ids.1",
    ]);
    expect(await codeAndFields(() => remove(noor, [randomUUID(), own!]), "NOT_FOUND")).toEqual([
      "ids.0",
    ]);
    succeeded(await remove(sanne, [own!]));
  });
});

describe("several uses", () => {
  const place = (evidenceId: string, part: string, page = "") => ({
    id: randomUUID(),
    evidenceId,
    part,
    page,
    slot: null as string | null,
  });
  const add = (by: Member, uses: object[]) =>
    shelf.several(by, "addEvidenceUses", { cycleId: library.cycleId, uses });
  const remove = (by: Member, ids: string[], removed = true) =>
    shelf.several(by, "removeEvidenceUses", { ids, removed });
  const beside = async (part: string) =>
    (await shelf.beside(noor, part)).map(({ id }: { id: string }) => id);

  test("put documents beside parts in one go, each with its page, and begin the work there", async () => {
    const [first, second] = await addThree();
    const uses = [place(first!, "4.1", "blz. 2"), place(second!, "4.1"), place(first!, "4.V2")];
    const answer = succeeded(await add(noor, uses));
    expect(answer.data.addEvidenceUses).toMatchObject(
      uses.map(({ id, part, page, evidenceId }) => ({
        id,
        part,
        page,
        evidence: { id: evidenceId },
      })),
    );
    // Of one moment, so in no order.
    expect((await beside("4.1")).toSorted()).toEqual([uses[0]!.id, uses[1]!.id].toSorted());
    expect(await beside("4.V2")).toEqual([uses[2]!.id]);
    const work =
      "select part, state from toetssteen.progress where organisation_id = $1 order by part";
    expect(await world.rows(work, [library.id])).toEqual([
      { part: "4.1", state: "IN_PROGRESS" },
      { part: "4.V2", state: "IN_PROGRESS" },
    ]);
    const used = (await deeds()).filter(({ what }) => what === "evidence_used");
    const documents = used.map(({ changes }) => changes.map(({ to }) => String(to)).toSorted());
    expect(documents.toSorted((one, other) => other.length - one.length)).toEqual([
      ["Beleidsplan", "Jaarverslag"],
      ["Beleidsplan"],
    ]);
  });

  test("stand once in one place, however often they are sent, and that is what comes back", async () => {
    const [first, second] = await addThree();
    const uses = [place(first!, "4.1"), place(first!, "4.1")];
    const sent = await Promise.all([add(noor, uses), add(noor, uses), add(noor, [uses[0]!])]);
    const ids = sent.flatMap((answer) =>
      succeeded(answer).data.addEvidenceUses.map(({ id }: { id: string }) => id),
    );
    expect((await beside("4.1")).toSorted()).toEqual([...new Set<string>(ids)].toSorted());
    succeeded(await add(noor, [place(first!, "4.1"), place(second!, "4.1")]));
    expect(await beside("4.1")).toHaveLength(2);
  });

  test("are all or none: a part or document that isn't there is named, and so is an id that is taken", async () => {
    const [first] = await addThree();
    const fine = place(first!, "4.1");
    succeeded(await add(noor, [fine]));
    const more = place(first!, "4.2");
    for (const [wrong, code, field] of [
      [place(randomUUID(), "4.3"), "NOT_FOUND", "uses.1.evidenceId"],
      [place(first!, "4.99"), "NOT_FOUND", "uses.1.part"],
      [{ ...place(first!, "4.V1"), slot: "geen" }, "NOT_FOUND", "uses.1.slot"],
      [{ ...place(first!, "4.3"), id: fine.id }, "ID_TAKEN", "uses.1.id"],
    ] as const)
      expect(await codeAndFields(() => add(noor, [more, wrong]), code)).toEqual([field]);
    expect(await codeAndFields(() => add(noor, []), "INVALID_INPUT")).toEqual(["uses"]);
    const many = Array.from({ length: 101 }, (_, n) => place(first!, "4.1", `${n}`));
    expect(await codeAndFields(() => add(noor, many), "INVALID_INPUT")).toEqual(["uses"]);
    succeeded(await add(noor, [more, ...many.slice(2)]));
    expect(await beside("4.1")).toHaveLength(100);
  });

  test("are put and taken away by a colleague where the part is theirs, and nowhere else", async () => {
    const [first] = await addThree();
    await world.rows(
      `insert into toetssteen.progress (organisation_id, cycle_id, part, state, assignee_id, touched_at)
       values ($1, $2, '4.1', 'TO_DO', $3, now())`,
      [library.id, library.cycleId, sanne.id],
    );
    const [own, other] = [place(first!, "4.1"), place(first!, "4.2")];
    expect(await codeAndFields(() => add(sanne, [own, other]), "FORBIDDEN")).toEqual([
      "uses.1.part",
    ]);
    succeeded(await add(sanne, [own]));
    succeeded(await add(noor, [other]));
    expect(await codeAndFields(() => remove(sanne, [own.id, other.id]), "FORBIDDEN")).toEqual([
      "ids.1",
    ]);
    succeeded(await remove(sanne, [own.id]));
  });

  test("are taken away and put back in one go, unless the same stands there meanwhile", async () => {
    const [first, second] = await addThree();
    const uses = [place(first!, "4.1"), place(second!, "4.2")];
    const ids = uses.map(({ id }) => id);
    succeeded(await add(noor, uses));
    succeeded(await remove(noor, ids));
    succeeded(await remove(noor, ids));
    expect([await beside("4.1"), await beside("4.2")]).toEqual([[], []]);
    const again = place(first!, "4.1");
    succeeded(await add(noor, [again]));
    succeeded(await remove(noor, ids, false));
    expect([await beside("4.1"), await beside("4.2")]).toEqual([[again.id], [ids[1]]]);
    expect(await codeAndFields(() => remove(noor, [ids[0]!, randomUUID()]), "NOT_FOUND")).toEqual([
      "ids.1",
    ]);
    // Of two that stood in one place one comes back.
    succeeded(await remove(noor, [again.id]));
    succeeded(await remove(noor, [again.id, ids[0]!], false));
    expect(await beside("4.1")).toHaveLength(1);
  });
});
