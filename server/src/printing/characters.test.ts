import { beforeAll, describe, expect, test } from "vitest";
import { unicodeClasses } from "../../../test/support/unicode-classes.ts";
import { outlineWith } from "../../../test/support/outlines.ts";
import { readPdf } from "../../../test/support/read-pdf.ts";
import { readWord } from "../../../test/support/read-word.ts";
import { tableOf, type Block, type Outline } from "./outline.ts";
import { renderPdf } from "./pdf.ts";
import { renderWord } from "./word.ts";

/** A print is never refused because of a character: what paper can't show is spelled out where it stands, and nothing else changes. */
const samples = Object.entries(unicodeClasses).flatMap(([kind, characters]) =>
  characters.map((character) => [kind, character] as const),
);

/** The character in every place that an outline has, between words of that place alone. */
function outlineOf(character: string): Outline {
  const at = (place: string) => `${place}1${character}2${place} 1 4`;
  const blocks: Block[] = [
    { kind: "heading", rank: 2, number: "4.1", text: at("kop") },
    { kind: "lead", text: at("vraag") },
    { kind: "answer", text: at("antwoord") },
    { kind: "text", text: `**${at("vet")}** [${at("woord")}](https://voorbeeld.example/1)` },
    { kind: "text", text: character },
    { kind: "facts", facts: [{ label: at("feit"), value: at("waarde") }] },
    tableOf(
      [at("cel"), { text: at("adres"), address: `https://voorbeeld.example/${character}` }],
      [{ head: at("hoofd"), share: 1, cell: (cell) => cell }],
    ),
  ];
  return {
    ...outlineWith(...blocks),
    title: at("titel"),
    subtitle: at("huis"),
    library: character,
  };
}
const places = "titel huis kop vraag antwoord vet woord feit waarde cel adres hoofd".split(" ");

/** What stands around the character, wherever it stands. */
function expectWhole(text: string): void {
  const found = text.replaceAll(/\s/g, "");
  for (const place of places) expect(found).toMatch(new RegExp(`${place}1[^]*?2${place}14`));
}

test.each(samples)(
  "%s %j comes out of PDF and Word, with all that stands around it",
  async (_, character) => {
    const outline = outlineOf(character);
    const pdf = await readPdf(await renderPdf(outline));
    expectWhole(pdf.text);
    expect([pdf.universal, pdf.title]).toEqual(["1", expect.stringContaining("titel1")]);
    const word = readWord(await renderWord(outline));
    expectWhole(word.text);
    expect(word.unlawful).toEqual([]);
  },
);

describe("what can't be drawn", () => {
  const text = [
    "samen\u0002werking",
    "1\ufe0f\u20e3 eerst",
    "i\u20e0 en i",
    "\ufeffbegin en 1",
    "\u{12000}\u{12000}\u{12000}\u{12000}\u{12000}",
    "\ufdd0",
    "\u202eomgekeerd",
    `e${"\u0301".repeat(5_000)}`,
  ].join(" ");
  let pdf: string;
  beforeAll(async () => {
    pdf = (await readPdf(await renderPdf(outlineWith({ kind: "text", text })))).text;
  });

  test.each([
    "samen[U+0002]werking",
    "i[U+20E0] en i",
    "begin en 1",
    "[U+12000]×5",
    "[U+FDD0]",
    "[U+202E]omgekeerd",
    "é[U+0301]×4999",
  ])("is spelled out as %s", (spelled) => {
    expect(pdf.replaceAll(/\s/g, "")).toContain(spelled.replaceAll(" ", ""));
  });

  test("changes no number of the outline, and what can be drawn is", () => {
    expect(pdf).toContain("Norm 4 · Bibliotheek Aalscholver");
    expect(pdf).toMatch(/1\ufe0f?\u20e3 eerst/u);
    expect(pdf).toContain("pagina 1 van 1");
  });

  test("is by itself in Word too, where only what its files can't hold is spelled out", async () => {
    const word = readWord(await renderWord(outlineWith({ kind: "text", text })));
    expect(word.text).toContain("samen[U+0002]werking 1\ufe0f\u20e3 eerst i\u20e0 en i begin en 1");
    expect(word.text).toContain("[U+FDD0] [U+202E]omgekeerd");
  });
});

test("hundreds of different characters that can't be drawn are spelled out each", async () => {
  const characters = Array.from({ length: 250 }, (_, place) =>
    String.fromCodePoint(0x12000 + place),
  );
  const { text } = await readPdf(
    await renderPdf(outlineWith({ kind: "text", text: characters.join("a") })),
  );
  expect(text.replaceAll(" ", "").match(/\[U\+12[0-9A-F]{3}\]/g)).toHaveLength(250);
});
