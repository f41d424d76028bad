import { kwaliteitInBeeld2 as edition, locales } from "@toetssteen/norms";
import { beforeAll, describe, expect, test } from "vitest";
import { openServer } from "../../../test/support/app.ts";
import { fillDossier, type Planted } from "../../../test/support/full-dossier.ts";
import { getPrint } from "../../../test/support/prints.ts";
import { readPdf, type ReadPdf } from "../../../test/support/read-pdf.ts";
import { readWord } from "../../../test/support/read-word.ts";
import { openReaders } from "../../../test/support/readers.ts";
import { openWorld } from "../../../test/support/scenario.ts";
import { writeDay } from "./words.ts";

/** In every box that a dossier has stands a text of its own: none may be missing on paper, in either language. */
const world = await openWorld();
const server = await openServer(world);
const readers = openReaders(world, server);
const library = await world.library({ name: "Bibliotheek Aalscholver" });
const noor = await world.member(library, "quality_coordinator");
const { texts, dates, internal } = await fillDossier(world, library, noor);
const print = (path: string) => getPrint(server, server.as(noor), `${library.id}/${path}`);

const missing = (planted: readonly Planted[], text: string) =>
  planted.filter(({ canary }) => !text.includes(canary)).map(({ column }) => column);
const written = (locale: "nl" | "en") =>
  dates.map((date) => ({ ...date, canary: writeDay(locale, date.canary) }));

describe.each(locales)("the whole self-evaluation in %s", (locale) => {
  let pdf: ReadPdf;
  beforeAll(async () => {
    pdf = await readPdf((await print(`self-evaluation/pdf?locale=${locale}`)).bytes);
  });

  test("holds in PDF every text and date, and nothing of how the work went", () => {
    expect(missing([...texts, ...written(locale)], pdf.text)).toEqual([]);
    expect(internal.filter((canary) => pdf.text.includes(canary))).toEqual([]);
  });

  test("can be read aloud: it is tagged by PDF/UA, in its language, with a title, headings and bookmarks", () => {
    const selfEvaluation = { nl: "Zelfevaluatie", en: "Self-evaluation" }[locale];
    expect(pdf).toMatchObject({
      isTagged: true,
      universal: "1",
      language: locale,
      title: `${selfEvaluation} · Bibliotheek Aalscholver`,
    });
    expect(withoutGaps(pdf.headings)).toBe(true);
    const norms = edition.norms.map(({ code, title }) =>
      expect.stringMatching(new RegExp(`${code} ${title[locale]}$`)),
    );
    expect(pdf.bookmarks).toEqual([expect.any(String), ...norms]);
  });

  test("holds in Word the same, under real headings", async () => {
    const word = readWord((await print(`self-evaluation/docx?locale=${locale}`)).bytes);
    expect(missing([...texts, ...written(locale)], word.text)).toEqual([]);
    expect(internal.filter((canary) => word.text.includes(canary))).toEqual([]);
    expect([word.language, word.title]).toEqual([{ nl: "nl-NL", en: "en-GB" }[locale], pdf.title]);
    expect(withoutGaps(word.headings)).toBe(true);
    expect(word.headings.filter((level) => level === 1)).toHaveLength(1 + edition.norms.length);
  });
});

describe("one norm", () => {
  test("is printed by itself, with what holds for all norms and nothing of another", async () => {
    const { headers, bytes } = await print("self-evaluation/pdf?norm=4");
    const pdf = await readPdf(bytes);
    const of4 = texts.filter(({ norm }) => norm === "4" || norm === null);
    const others = texts.filter(({ norm }) => norm !== "4" && norm !== null);
    expect(missing(of4, pdf.text)).toEqual([]);
    expect(missing(others, pdf.text)).toHaveLength(others.length);
    expect([pdf.universal, withoutGaps(pdf.headings)]).toEqual(["1", true]);
    expect(headers["content-type"]).toBe("application/pdf");
    expect(headers["content-disposition"]).toMatch(
      /^attachment; filename="Norm 4 Bibliotheek Aalscholver \d{4}-\d\d-\d\d\.pdf"$/,
    );
  });

  test("that the edition hasn't is not there, and neither is another format or language", async () => {
    const asked = [
      "self-evaluation/pdf?norm=8",
      "self-evaluation/rtf",
      "self-evaluation/pdf?locale=fr",
    ];
    const codes = await Promise.all(asked.map(async (path) => (await print(path)).code));
    expect(codes).toEqual(["NOT_FOUND", "NOT_FOUND", "INVALID_INPUT"]);
  });
});

describe("only what is filled in", () => {
  test("leaves out each indicator and question to which nothing was written, and keeps every text", async () => {
    const bare = await world.library({ name: "Bibliotheek Roerdomp" });
    const ruud = await world.member(bare, "quality_coordinator");
    await world.rows(
      `insert into toetssteen.passage (organisation_id, cycle_id, part, field, body, version, changed_at, changed_by)
       values ($1, $2, '4.V1', 'practice', 'Zo gaat het.', 1, now(), $3)`,
      [bare.id, bare.cycleId, ruud.id],
    );
    const read = async (path: string) =>
      (await readPdf((await getPrint(server, server.as(ruud), `${bare.id}/${path}`)).bytes)).text;
    const [all, filled, whole] = [
      await read("self-evaluation/pdf?norm=4"),
      await read("self-evaluation/pdf?norm=4&filled=true"),
      await read("self-evaluation/pdf?filled=true"),
    ];
    expect(all).toContain("Hier is niets geschreven.");
    expect(all).toContain("4.1");
    for (const text of [filled, whole]) {
      expect(text).toContain("Zo gaat het.");
      expect(text).toContain("Alleen wat ingevuld is");
      expect(text).not.toMatch(/Hier is niets geschreven|Nog geen ja of nee/);
    }
    expect(whole).not.toContain("Norm 5");
    const wrong = await getPrint(
      server,
      server.as(ruud),
      `${bare.id}/self-evaluation/pdf?filled=x`,
    );
    expect(wrong.code).toBe("INVALID_INPUT");
    const everything = await readPdf((await print("self-evaluation/pdf?filled=true")).bytes);
    expect(missing(texts, everything.text)).toEqual([]);
  });
});

describe("what was handed in", () => {
  test("is printed as it was, for the library and for its auditor, who stands in the log for it", async () => {
    const body = await readers.certificationBody();
    const id = await readers.submit(noor, library, "4");
    const auditor = await world.member(body, "auditor");
    const office = await world.member(body, "office");
    const mandate = await readers.mandate(body, office, auditor, { library, submissionId: id });
    await world.rows("update toetssteen.passage set body = 'Later.' where organisation_id = $1", [
      library.id,
    ]);
    const path = `${library.id}/submissions/${id}/pdf`;
    const own = await readPdf((await getPrint(server, server.as(noor), path)).bytes);
    const under = readers.under(auditor, mandate.id);
    const { bytes } = await getPrint(server, under, path);
    const theirs = await readPdf(bytes);
    expect(theirs.text).toBe(own.text);
    expect(
      missing(
        texts.filter(({ norm }) => norm === "4"),
        theirs.text,
      ),
    ).toEqual([]);
    expect(theirs.text).not.toContain("Later.");
    const [{ sha256 } = { sha256: "" }] = await world.rows<{ sha256: string }>(
      "select sha256 from toetssteen.submission where id = $1",
      [id],
    );
    expect(theirs.text).toContain(sha256);
    const log = await world.rows(
      "select reader_id, opened from toetssteen.access_log where organisation_id = $1",
      [library.id],
    );
    expect(log).toEqual([{ reader_id: auditor.id, opened: "submissionPrint" }]);
  });
});

/** Whoever listens from heading to heading must not think that one was skipped. */
function withoutGaps(levels: readonly number[]): boolean {
  return levels.every((level, place) => level <= (levels[place - 1] ?? 0) + 1);
}
