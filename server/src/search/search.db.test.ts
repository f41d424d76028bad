import { fold } from "@toetssteen/contract";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { openServer, type Answer } from "../../../test/support/app.ts";
import { foldedSql } from "./fold.sql.ts";
import { folding } from "./words.ts";
import { openWorld, type Library, type Member } from "../../../test/support/scenario.ts";

const world = await openWorld();
const server = await openServer(world);

let library: Library;
let noor: Member;
beforeEach(async () => {
  library = await world.library();
  noor = await world.member(library, "quality_coordinator");
});

interface Hit {
  kind: string;
  norm: string | null;
  part: string | null;
  field: string | null;
  snippet: { text: string; marks: number[] };
  files: { text: string; marks: number[] }[];
}

const look = (by: Member, text: string, first?: number): Promise<Answer> =>
  server.ask(
    server.as(by),
    `query ($of: ID!, $text: String!, $first: Int) { search(organisationId: $of, text: $text, first: $first) {
       hits { id kind targetId norm part field snippet { text marks } files { text marks } at by { name } }
       counts { kind count } } }`,
    { of: by.organisationId, text, first },
  );
const hits = async (by: Member, text: string): Promise<Hit[]> =>
  (await look(by, text)).data.search.hits;
const shown = ({ text, marks }: Hit["snippet"]) =>
  [0, ...marks, text.length]
    .map((place, index, all) => [text.slice(place, all[index + 1]), index % 2 === 1] as const)
    .slice(0, -1)
    .map(([piece, isMatch]) => (isMatch ? `[${piece}]` : piece))
    .join("");
/** Where it was found and what of it is shown. */
const found = async (by: Member, text: string) =>
  (await hits(by, text)).map(({ kind, part, field, snippet }) =>
    [kind, part, field, shown(snippet)].filter(Boolean).join(" "),
  );

const answer = (indicator: string, explanation: string, verdict: "ja" | "nee" = "ja") =>
  world.rows(
    `insert into toetssteen.indicator_answer (organisation_id, cycle_id, indicator, verdict, explanation, version, changed_at, changed_by)
     values ($1, $2, $3, $4, $5, 1, now(), $6)
     on conflict (organisation_id, cycle_id, indicator) do update set verdict = excluded.verdict`,
    [library.id, library.cycleId, indicator, verdict, explanation, noor.id],
  );
const passage = (part: string, field: string, body: string) =>
  world.rows(
    `insert into toetssteen.passage (organisation_id, cycle_id, part, field, body, version, changed_at, changed_by)
     values ($1, $2, $3, $4, $5, 1, now(), $6)`,
    [library.id, library.cycleId, part, field, body, noor.id],
  );
const discussion = (withWhom: string, removed = false) =>
  world.rows(
    `insert into toetssteen.discussion (organisation_id, id, cycle_id, norm, with_kind, with_whom, added_by, removed_at)
     values ($1, uuidv7(), $2, '4', 'partner', $3, $4, case when $5 then now() end)`,
    [library.id, library.cycleId, withWhom, noor.id, removed],
  );
const comment = (part: string, body: string, removed = false) =>
  world.rows(
    `insert into toetssteen.comment (organisation_id, id, cycle_id, part, body, author_id, removed_at)
     values ($1, uuidv7(), $2, $3, $4, $5, case when $6 then now() end)`,
    [library.id, library.cycleId, part, body, noor.id, removed],
  );
const document = (title: string, file: string, removed = false) =>
  world.rows(
    `with item as (insert into toetssteen.evidence (organisation_id, id, kind, title, sharing, personal_data_note, added_by, changed_by, removed_at)
       values ($1, uuidv7(), 'files', $2, 'internal', '', $3, $3, case when $5 then now() end) returning id)
     insert into toetssteen.evidence_file (organisation_id, id, evidence_id, position, name, size, uploaded_by)
     select $1, uuidv7(), id, 0, $4, 10, $3 from item`,
    [library.id, title, noor.id, file, removed],
  );

describe("what is looked for", () => {
  test("is found in every kind of text, in the order of the self-evaluation", async () => {
    await document("Convenant taal", "scan.pdf");
    await comment("4.2", "Waar staat het taalconvenant?");
    await discussion("Stichting Taal");
    await passage("4.V1", "practice", "Taal staat voorop.");
    await passage("1", "facts", "Onze TAALvisie.");
    await passage("", "ambitions", "Meer taal.");
    await answer("4.2", "Met taalhuizen.");
    expect(await found(noor, "taal")).toEqual([
      "PASSAGE AMBITIONS Meer [taal].",
      "PASSAGE 1 FACTS Onze [TAAL]visie.",
      "ANSWER 4.2 Met [taal]huizen.",
      "COMMENT 4.2 Waar staat het [taal]convenant?",
      "PASSAGE 4.V1 PRACTICE [Taal] staat voorop.",
      "DISCUSSION 4 Stichting [Taal]",
      "DOCUMENT Convenant [taal]",
    ]);
    const { counts } = (await look(noor, "taal", 1)).data.search;
    expect(counts).toEqual([
      { kind: "ANSWER", count: 1 },
      { kind: "PASSAGE", count: 3 },
      { kind: "DISCUSSION", count: 1 },
      { kind: "COMMENT", count: 1 },
      { kind: "DOCUMENT", count: 1 },
    ]);
  });

  test("is found inside words, without accents and in capitals, and as it is written", async () => {
    await answer("4.1", "Eén samenwerkingsovereenkomst met 100% café's, regel_1.");
    for (const text of ["OVEREENKOMST", "een cafe", "één", "100%", "l_1"])
      expect(await hits(noor, text), text).toHaveLength(1);
    for (const text of ["regel%1", "l-1", "overeen-komst"])
      expect(await hits(noor, text), text).toHaveLength(0);
  });

  test("is all there: one word of two is not enough", async () => {
    await answer("4.1", "De gemeente en de scholen.");
    await answer("4.2", "De gemeente.");
    expect(await found(noor, "scholen gemeente")).toEqual([
      "ANSWER 4.1 De [gemeente] en de [scholen].",
    ]);
  });

  test("is looked for in a document's title and its files' names together", async () => {
    await document("Jaarverslag", "bijlage-2025.pdf");
    await document("Jaarverslag", "bijlage-2026.pdf");
    const [hit, ...others] = await hits(noor, "2026 jaar");
    expect(others).toEqual([]);
    expect(hit && [hit.snippet, ...hit.files].map(shown)).toEqual([
      "[Jaar]verslag",
      "bijlage-[2026].pdf",
    ]);
  });

  test("is found as a keyboard types it, and as somebody writes who is in a hurry", async () => {
    await answer(
      "4.1",
      "Onze foto’s van de baby’s in ’s‑Hertogenbosch; samen\u00adwerking, “voor elkaar”, d’éclair, Straße, ΩΜΕΓΑΣ, 1.250 leden, 2025–2028, ĳs.",
    );
    for (const text of [
      "foto's",
      "baby's",
      "'s-Hertogenbosch",
      "s-hertogenbosch",
      "samenwerking",
      '"voor elkaar"',
      "d'eclair",
      "strasse",
      "ωμεγασ",
      "ωμεγας",
      "1250",
      "1.250",
      "2025-2028",
      "fotos",
      "ijs",
      "foto´s",
      "1250\xA0leden",
    ])
      expect(await hits(noor, text), text).toHaveLength(1);
    for (const text of ["samen-werking", "12.50", "voor elkander"])
      expect(await hits(noor, text), text).toHaveLength(0);
    expect(await found(noor, "foto's")).toEqual([expect.stringContaining("Onze [foto’s] van")]);
  });
});

describe("a text is folded", () => {
  /** Every character of the basic plane, between what it could change, and some more. */
  const characters = Array.from({ length: 0xff_fd }, (_, index) => String.fromCodePoint(index + 1))
    .filter((one) => one.isWellFormed())
    .map((one) => `A${one}1.250${one}é`);
  const samples = fc
    .sample(fc.string({ unit: "grapheme", minLength: 1 }), { numRuns: 300, seed: 4 })
    .filter((one) => !one.includes("\u0000"));

  test("by the database as it is by the server", async () => {
    const texts = [...characters, ...samples];
    const folded = await world.rows<{ one: string; isKnown: boolean }>(
      `select ${foldedSql("one")} as one, unicode_assigned(one) as "isKnown"
       from unnest($1::text[]) with ordinality as t (one, place) order by place`,
      [texts],
    );
    // What the database's Unicode doesn't know yet it folds when it does.
    const wrong = texts.filter(
      (text, place) => folded[place]?.isKnown && folded[place].one !== fold(text),
    );
    expect(wrong).toEqual([]);
  });

  test("in every column that is kept as by the server", async () => {
    const columns = await world.rows<{ at: string; how: string }>(
      `select c.relname as at, pg_get_expr(d.adbin, d.adrelid) as how
       from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
       join pg_class c on c.oid = a.attrelid where a.attname = 'folded' and a.attgenerated = 's' order by 1`,
    );
    expect(columns.map(({ at }) => at)).toEqual([
      "comment",
      "discussion",
      "evidence",
      "evidence_file",
      "indicator_answer",
      "membership",
      "oversight",
      "passage",
    ]);
    const texts = ["’s‑Hertogenbosch 1.250 Straße ĳ samen\u00adwerking", ...samples];
    for (const { at, how } of columns) {
      const [, column = ""] = /translate\((\w+),/.exec(how) ?? [];
      const kept = await world.rows<{ one: string }>(
        `select ${how} as one from unnest($1::text[]) with ordinality as t (${column}, place) order by place`,
        [texts],
      );
      expect(
        kept.map(({ one }) => one),
        at,
      ).toEqual(texts.map(fold));
    }
  });
});

describe("what is hidden", () => {
  test("is not found: an indicator that doesn't apply, until it does again", async () => {
    await answer("4.4", "Verwijzen naar het spreekuur.", "nee");
    await passage("4.4", "plan", "Het spreekuur uitbreiden.");
    await comment("4.4", "Welk spreekuur?");
    const runsIdo = (runs: boolean) =>
      world.rows("update toetssteen.library_profile set runs_ido = $2 where organisation_id = $1", [
        library.id,
        runs,
      ]);
    await runsIdo(false);
    expect((await look(noor, "spreekuur")).data.search).toEqual({ hits: [], counts: [] });
    await runsIdo(true);
    expect(await hits(noor, "spreekuur")).toHaveLength(3);
  });

  test("is not found: what stood under a nee that became a ja", async () => {
    await passage("4.1", "reason", "Nog geen keuze gemaakt.");
    await answer("4.1", "", "nee");
    expect(await found(noor, "keuze")).toEqual(["PASSAGE 4.1 REASON Nog geen [keuze] gemaakt."]);
    await answer("4.1", "", "ja");
    expect(await hits(noor, "keuze")).toEqual([]);
  });

  test("is not found: what was removed, and what an earlier cycle says", async () => {
    await discussion("Het Spoor", true);
    await comment("4.1", "Spoorloos.", true);
    await document("Spoorboekje", "spoor.pdf", true);
    await answer("4.1", "Het spoor van vroeger.");
    expect(await hits(noor, "spoor")).toHaveLength(1);
    await world.rows("update toetssteen.cycle set closed_at = now() where organisation_id = $1", [
      library.id,
    ]);
    await document("Spoorzoeken", "x.pdf");
    expect(await found(noor, "spoor")).toEqual(["DOCUMENT [Spoor]zoeken"]);
  });

  test("is not found: what another library wrote", async () => {
    await answer("4.1", "Alleen van ons.");
    const other = await world.member(await world.library(), "administrator");
    expect(await hits(other, "alleen")).toEqual([]);
    expect(await hits(await world.member(library, "reader"), "alleen")).toHaveLength(1);
  });
});

test.each([
  ["text", { text: "\u0000" }],
  ["text", { text: "a".repeat(201) }],
  ["first", { text: "a", first: 0 }],
])("names %s when it is wrong", async (path, { text, first }: { text: string; first?: number }) => {
  expect((await look(noor, text, first)).errors[0]?.extensions).toMatchObject({
    code: "INVALID_INPUT",
    issues: [{ path }],
  });
});

test("without a word nothing is found", async () => {
  await answer("4.1", "Iets.");
  expect((await look(noor, " \n ")).data.search.hits).toEqual([]);
});

test("in a library that wrote for years it is there about as soon as in one that just began", async () => {
  const write = (from: number, to: number) =>
    world.rows(
      `insert into toetssteen.comment (organisation_id, id, cycle_id, part, body, author_id)
       select $1, uuidv7(), $2, '4.1', 'Over de overeenkomst met partner ' || n || repeat(' en wat daarbij hoort', 20), $3
       from generate_series($4::integer, $5::integer) n`,
      [library.id, library.cycleId, noor.id, from, to],
    );
  /** Milliseconds, the least of five. */
  const time = async (count: number) => {
    let least = Infinity;
    for (let round = 0; round < 6; round += 1) {
      const begun = performance.now();
      expect((await look(noor, "overeenkomst partner 499")).data.search.counts).toEqual([
        { kind: "COMMENT", count },
      ]);
      least = Math.min(least, performance.now() - begun);
    }
    return least;
  };
  await write(495, 504);
  const begun = await time(1);
  await write(505, 5_000);
  const years = await time(15);
  expect(years).toBeLessThan(10 * begun);
});

describe("what somebody wrote at length", () => {
  /** Boxes that are as full as they can be. */
  const fill = (text: string) =>
    world.rows(
      `insert into toetssteen.passage (organisation_id, cycle_id, part, field, body, version, changed_at, changed_by)
       select $1, $2, '4.' || n, 'facts', $3, 1, now(), $4 from generate_series(100, 124) n`,
      [library.id, library.cycleId, text, noor.id],
    );

  test.each([
    ["accents", "é", "e"],
    ["syllables of several letters", "각", "각"],
    ["ligatures of eighteen letters", "ﷺ", "صلى"],
  ])("is folded in pieces: %s", async (_, one, looked) => {
    await fill(one.repeat(19_999));
    const before = folding.characters;
    const { hits: found } = (await look(noor, looked, 100)).data.search;
    expect(found).toHaveLength(25);
    expect(found[0].snippet.marks.length).toBeGreaterThan(0);
    expect(folding.characters - before).toBeLessThanOrEqual(25 * 1_200);
  });

  test("is found where it stands, also after what folds to much more, or to less", async () => {
    await passage("1", "facts", `${"각".repeat(6_000)} zoekwoord ${"tekst ".repeat(1_000)}`);
    await passage("2", "facts", `${"ﷺ".repeat(1_000)} zoekwoord ${"tekst ".repeat(3_000)}`);
    await passage(
      "3",
      "facts",
      `${"e\u0301\u0301\u0301".repeat(3_000)} zoekwoord ${"tekst ".repeat(1_000)}`,
    );
    const texts = await found(noor, "zoekwoord");
    expect(texts).toHaveLength(3);
    for (const text of texts) expect(text).toContain(" [zoekwoord] tekst");
  });

  test("is shown where most of the words stand, with the marks on them", async () => {
    const around = "Wat hier staat gaat ergens anders over. ".repeat(15);
    await passage(
      "4",
      "facts",
      `é${around}Een gemeente. ${around}Met “de gemeente” én scholen. ${around}`,
    );
    const [shownText] = await found(noor, "scholen gemeente");
    expect(shownText).toMatch(/^PASSAGE 4 FACTS … .*Met “de \[gemeente\]” én \[scholen\]\. .* …$/);
  });
});

describe("what the norms themselves say, and people", () => {
  const lookWide = async (by: Member, text: string, locale = "NL") => {
    const { data } = await server.ask(
      server.as(by),
      `query ($of: ID!, $text: String!, $locale: Locale!) { search(organisationId: $of, text: $text) {
         hits { id } people { name } texts(locale: $locale) { part norm snippet { text marks } } } }`,
      { of: library.id, text, locale },
    );
    return data.search;
  };
  interface Text {
    part: string;
    norm: string;
    snippet: Hit["snippet"];
  }

  test("are found by any of their words, of each part once, and marked", async () => {
    const { texts, hits: own } = await lookWide(noor, "samenwerk");
    expect(own).toEqual([]);
    const parts = (texts as Text[]).map(({ part }) => part);
    expect(parts).toContain("4.2");
    expect(new Set(parts).size).toBe(parts.length);
    expect((texts as Text[]).every(({ part, norm }) => part.startsWith(norm))).toBe(true);
    for (const { snippet } of texts as Text[]) expect(shown(snippet)).toMatch(/\[samenwerk\]/i);
    expect((await lookWide(noor, "xyzzy samenwerk")).texts).toEqual([]);
    expect((await lookWide(noor, "samenwerk", "EN")).texts).toEqual([]);
    expect((await lookWide(noor, "")).texts).toEqual([]);
  });

  test("are what counts for this library only", async () => {
    const withIdo = (runsIdo: boolean) =>
      world.rows("update toetssteen.library_profile set runs_ido = $2 where organisation_id = $1", [
        library.id,
        runsIdo,
      ]);
    const found44 = async () =>
      ((await lookWide(noor, "informatiepunt")).texts as Text[]).some(({ part }) => part === "4.4");
    await withIdo(true);
    expect(await found44()).toBe(true);
    await withIdo(false);
    expect(await found44()).toBe(false);
  });

  test("are members by name, as a keyboard types it, unless they left", async () => {
    const hanna = await world.member(library, "colleague");
    await world.rows(
      "update toetssteen.membership set name = 'Hanna d’Éclair' where organisation_id = $1 and person_id = $2",
      [library.id, hanna.id],
    );
    expect((await lookWide(noor, "hanna d'ecl")).people).toEqual([{ name: "Hanna d’Éclair" }]);
    expect((await lookWide(noor, "hanna xyzzy")).people).toEqual([]);
    const elsewhere = await world.member(await world.library(), "colleague");
    expect((await lookWide(noor, elsewhere.name)).people).not.toContainEqual({
      name: elsewhere.name,
    });
    await world.rows(
      "update toetssteen.membership set ended_at = now() where organisation_id = $1 and person_id = $2",
      [library.id, hanna.id],
    );
    expect((await lookWide(noor, "hanna")).people).toEqual([]);
  });
});
