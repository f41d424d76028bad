import { beforeAll, describe, expect, test } from "vitest";
import { openServer } from "../../../test/support/app.ts";
import { openShelf } from "../../../test/support/evidence.ts";
import { openWorld, type Library, type Member } from "../../../test/support/scenario.ts";

const world = await openWorld();
const server = await openServer(world);
let library: Library;
let noor: Member;
const shelf = openShelf(server, () => library);
const many = 2_000;

/** That many documents, each with a file; every tenth is used, every hundredth shared. */
async function fill({ id, cycleId }: Library, by: Member, count: number): Promise<void> {
  await world.rows(
    `insert into toetssteen.evidence (organisation_id, id, kind, title, sharing, personal_data_note, about_from, about_to, added_at, added_by, changed_by)
     select $1, uuidv7(), 'files', 'Samenwerkingsovereenkomst ' || n || case when n % 500 = 0 then ' Café Één' else '' end,
       case when n % 100 = 0 then 'shared' else 'internal' end, '', make_date(2000 + n % 25, 1, 1), make_date(2000 + n % 25, 12, 31),
       now() - make_interval(mins => n / 2), $2, $2 from generate_series(1, $3::int) n`,
    [id, by.id, count],
  );
  await world.rows(
    `insert into toetssteen.evidence_file (organisation_id, id, evidence_id, position, name, size, uploaded_by)
     select organisation_id, uuidv7(), id, 0, 'scan-' || right(title, 4) || '.pdf', 10, $2 from toetssteen.evidence where organisation_id = $1`,
    [id, by.id],
  );
  await world.rows(
    `insert into toetssteen.evidence_use (organisation_id, id, evidence_id, cycle_id, part, page, added_by)
     select organisation_id, uuidv7(), id, $3, '1', '', $2 from toetssteen.evidence
     where organisation_id = $1 and title ~ '0( |$)'`,
    [id, by.id, cycleId],
  );
}

beforeAll(async () => {
  library = await world.library();
  noor = await world.member(library, "quality_coordinator");
  await fill(library, noor, many);
}, 60_000);

const titles = async (filter: Record<string, unknown>) => {
  const { items, total } = await shelf.list(noor, filter, { first: 100 });
  return [total, items[0]?.title];
};

describe("the list of evidence", () => {
  test("is paged without passing one over, also where several came at one moment", async () => {
    for (const sort of ["ADDED", "TITLE", "ABOUT"]) {
      const seen = new Set<string>();
      let after: string | null = null;
      do {
        const page = await shelf.list(noor, {}, { sort, first: 97, after });
        for (const { id } of page.items) seen.add(id);
        expect(page.total).toBe(many);
        after = page.nextAfter;
      } while (after !== null);
      expect(seen.size, sort).toBe(many);
    }
  });

  test("is sorted by name, or by the period that it is about", async () => {
    const first = async (sort: string, filter = {}) =>
      (await shelf.list(noor, filter, { sort, first: 2 })).items.map(
        ({ title }: { title: string }) => title,
      );
    expect(await first("TITLE", { text: "overeenkomst 10" })).toEqual([
      "Samenwerkingsovereenkomst 10",
      "Samenwerkingsovereenkomst 100",
    ]);
    expect(await first("ABOUT", { text: "overeenkomst 10" })).toEqual([
      expect.stringMatching(/ 10(49|24|74|99)$/),
      expect.stringMatching(/ 10(49|24|74|99)$/),
    ]);
  });

  test("finds words inside words, without accents and capitals, also in the names of files", async () => {
    expect((await titles({ text: "OVEREENKOMST" }))[0]).toBe(many);
    expect(await titles({ text: "cafe een" })).toEqual([
      4,
      "Samenwerkingsovereenkomst 500 Café Één",
    ]);
    expect(await titles({ text: "  één CAFÉ 15 " })).toEqual([1, expect.stringContaining("1500")]);
    expect((await titles({ text: "scan-1999" }))[0]).toBe(1);
    expect((await titles({ text: "100%" }))[0]).toBe(0);
  });

  test("is narrowed to what is shared, used or not, and about some time", async () => {
    expect((await titles({ sharing: "SHARED" }))[0]).toBe(20);
    expect((await titles({ used: true }))[0]).toBe(200);
    expect((await titles({ used: false }))[0]).toBe(1_800);
    expect((await titles({ aboutFrom: "2010-06-01", aboutTo: "2011-02-01" }))[0]).toBe(160);
    expect((await titles({ aboutFrom: "2024-06-01" }))[0]).toBe(80);
    expect((await titles({ used: true, sharing: "SHARED", text: "cafe" }))[0]).toBe(4);
  });

  test.each([
    ["first", {}, { first: 101 }],
    ["after", {}, { after: "1" }],
    ["filter.text", { text: "\u0000" }, {}],
  ])("names %s when it is wrong", async (path, filter, page) => {
    const answer = await server.ask(
      server.as(noor),
      `query ($of: ID!, $filter: EvidenceFilter, $first: Int, $after: ID) {
         evidence(organisationId: $of, filter: $filter, first: $first, after: $after) { total } }`,
      { of: library.id, filter, first: 1, ...page },
    );
    expect(answer.errors[0]?.extensions).toMatchObject({
      code: "INVALID_INPUT",
      issues: [{ path }],
    });
  });

  test("of two thousand documents is there about as soon as that of a hundred", async () => {
    const small = await world.library();
    const other = await world.member(small, "quality_coordinator");
    await fill(small, other, 100);
    /** Milliseconds, the least of five. */
    const leastOf = async (by: Member, { list }: Pick<typeof shelf, "list">) => {
      let least = Infinity;
      for (let round = 0; round < 6; round += 1) {
        const begun = performance.now();
        await list(by, { text: "overeenkomst", used: false });
        least = Math.min(least, performance.now() - begun);
      }
      return least;
    };
    const hundred = await leastOf(
      other,
      openShelf(server, () => small),
    );
    const all = await leastOf(noor, shelf);
    expect(all).toBeLessThan(5 * hundred);
  });
});

describe("what documents are, and what years they are about", () => {
  const ask = async (by: Member, of: string, filter: object = {}) => {
    const { data } = await server.ask(
      server.as(by),
      `query ($of: ID!, $filter: EvidenceFilter) { evidenceYears(organisationId: $of)
         evidence(organisationId: $of, filter: $filter, sort: TITLE) { items { title documentKinds } } }`,
      { of, filter },
    );
    return data;
  };

  test("are those of the documents that are there, the latest first", async () => {
    const other = await world.library();
    const by = await world.member(other, "quality_coordinator");
    const add = (title: string, from: string | null, to: string | null, removed = false) =>
      world.rows(
        `insert into toetssteen.evidence (organisation_id, id, kind, title, url, sharing, personal_data_note, about_from, about_to,
           added_by, changed_by, removed_at)
         values ($1, uuidv7(), 'link', $2, 'https://waterlinie.example', 'internal', '', $3, $4, $5, $5, case when $6 then now() end)`,
        [other.id, title, from, to, by.id, removed],
      );
    expect((await ask(by, other.id)).evidenceYears).toEqual([]);
    await add("Beleidsplan", "2023-06-01", "2025-03-01");
    await add("Verslag", "2025-01-01", "2025-12-31");
    await add("Alleen het begin", "2019-05-01", null);
    await add("Van alle tijden", "0001-01-01", "2001-01-01");
    await add("Weg", "2030-01-01", "2030-12-31", true);
    await add("Zonder", null, null);
    const { evidenceYears } = await ask(by, other.id);
    expect(evidenceYears).toEqual([2025, 2024, 2023, 2019, 2001, 2000]);
    // Each of them shows something.
    for (const year of evidenceYears) {
      const filter = { aboutFrom: `${year}-01-01`, aboutTo: `${year}-12-31` };
      expect((await ask(by, other.id, filter)).evidence.items, year).not.toEqual([]);
    }
  });

  test("is told of each row, and is what a list is narrowed to", async () => {
    const other = await world.library();
    const by = await world.member(other, "quality_coordinator");
    const add = async (title: string, names: readonly string[], kind = "files") => {
      const [row] = await world.rows<{ id: string }>(
        `insert into toetssteen.evidence (organisation_id, id, kind, title, url, sharing, personal_data_note, added_by, changed_by)
         values ($1, uuidv7(), $2, $3, case when $2 = 'link' then 'https://waterlinie.example' end, 'internal', '', $4, $4)
         returning id`,
        [other.id, kind, title, by.id],
      );
      for (const [position, name] of names.entries())
        await world.rows(
          `insert into toetssteen.evidence_file (organisation_id, id, evidence_id, position, name, size, uploaded_by)
           values ($1, uuidv7(), $2, $3, $4, 10, $5)`,
          [other.id, row?.id, position, name, by.id],
        );
    };
    await add("Begroting", ["begroting.xlsx", "Toelichting.PDF"]);
    await add("Foto’s", ["een.jpg", "twee.heic"]);
    await add("Plan", ["plan.docx"]);
    await add("Site", [], "link");
    const kinds = async (documentKind?: string) =>
      (await ask(by, other.id, documentKind ? { documentKind } : {})).evidence.items.map(
        ({ title, documentKinds }: { title: string; documentKinds: string[] }) =>
          `${title}: ${documentKinds.join(" ")}`,
      );
    expect(await kinds()).toEqual([
      "Begroting: SHEET PDF",
      "Foto’s: IMAGE",
      "Plan: TEXT",
      "Site: LINK",
    ]);
    expect(await kinds("PDF")).toEqual(["Begroting: SHEET PDF"]);
    expect(await kinds("IMAGE")).toEqual(["Foto’s: IMAGE"]);
    expect(await kinds("TEXT")).toEqual(["Plan: TEXT"]);
    expect(await kinds("LINK")).toEqual(["Site: LINK"]);
    expect(await kinds("SLIDES")).toEqual([]);
  });
});
