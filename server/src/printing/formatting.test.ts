import type { TextBlock, TextRun } from "@toetssteen/text";
import { beforeAll, describe, expect, test } from "vitest";
import { outlineWith } from "../../../test/support/outlines.ts";
import { all, readPdf, type ReadPdf } from "../../../test/support/read-pdf.ts";
import { readWord, type ReadWord } from "../../../test/support/read-word.ts";
import { tableOf, type Block } from "./outline.ts";
import { renderPdf } from "./pdf.ts";
import { renderWord } from "./word.ts";

/** What a text shows on a page it shows on paper: the signs with which it was typed are for the writer alone. */
const source = String.raw`Eerste **vet**, *schuin _weer_* en **vet *met* schuin**.
Een tweede regel met [onze **site**](https://example.nl/pad?van=ons&tot=u) of www.plan.example.

- punt één
  1. dieper
     - diepst
  2. nog een

  Een alinea daaronder.
- punt twee

7. zeven
8. acht

\*sterretje\* 1\. en \[haken\]`;

let pdf: ReadPdf;
let word: ReadWord;
beforeAll(async () => {
  const outline = outlineWith({ kind: "text", text: source });
  pdf = await readPdf(await renderPdf(outline));
  word = readWord(await renderWord(outline));
});

const shown = [
  "Eerste vet, schuin weer en vet met schuin. Een tweede regel met onze site of www.plan.example.",
  "sterretje* 1. en [haken]",
];

describe("in PDF", () => {
  test("no sign of the markup is left", () => {
    for (const line of shown) expect(pdf.text).toContain(line);
    expect(pdf.text).not.toMatch(/\*\*|\]\(|_weer|- punt|\\/);
    expect(pdf.universal).toBe("1");
  });

  test("lists are lists, in each other, and counted as they were typed", () => {
    expect(all(pdf.tags, /^L$/)).toHaveLength(4);
    expect(all(pdf.tags, /^Lbl$/).map(({ text }) => text)).toEqual([
      "•",
      "1.",
      "–",
      "2.",
      "•",
      "7.",
      "8.",
    ]);
    const [outer] = all(pdf.tags, /^L$/);
    const [first] = all(outer ? [outer] : [], /^LI$/);
    expect(
      all(first ? [first] : [], /^LI$/)
        .slice(1)
        .map(({ text }) => text),
    ).toEqual(["1. dieper", "– diepst", "2. nog een"]);
  });

  test("links open, bold is bold and italic italic", async () => {
    expect(pdf.links).toEqual(["https://example.nl/pad?van=ons&tot=u", "http://www.plan.example/"]);
    expect(all(pdf.tags, /^Link$/).map(({ text }) => text)).toEqual([
      "onze site",
      "www.plan.example",
    ]);
    const [first] = all(pdf.tags, /^P$/).filter(({ text }) => text.startsWith("Eerste"));
    expect(first?.children.map(({ role, text }) => [role, text])).toEqual([
      ["Span", "vet"],
      ["Span", "schuin weer"],
      ["Span", "vet"],
      ["Span", "met"],
      ["Span", "schuin"],
      ["Link", "onze site"],
      ["Link", "www.plan.example"],
    ]);
    expect(pdf.faces).toMatchObject({
      vet: "Literata-SemiBold",
      "schuin weer": "Literata-Italic",
      met: "Literata-SemiBoldItalic",
    });
  });
});

describe("in Word", () => {
  test("no sign of the markup is left", () => {
    for (const line of shown) expect(word.text).toContain(line);
    expect(word.text).not.toMatch(/\*\*|\]\(|_weer|- punt|\\/);
  });

  test("lists are lists, in each other, and counted as they were typed", () => {
    expect(
      word.paragraphs
        .filter(({ level }) => level !== null)
        .map(({ level, marker, text }) => [level, marker, text]),
    ).toEqual([
      [0, "•", "punt één"],
      [1, "1.", "dieper"],
      [2, "·", "diepst"],
      [1, "1.", "nog een"],
      [0, "•", "punt twee"],
      [0, "7.", "zeven"],
      [0, "7.", "acht"],
    ]);
  });

  test("links open, bold is bold and italic italic", () => {
    const runs = word.paragraphs.flatMap((paragraph) => paragraph.runs);
    const of = (is: (run: (typeof runs)[number]) => boolean) =>
      runs.filter(is).map(({ text }) => text);
    expect(of(({ address }) => address === "https://example.nl/pad?van=ons&tot=u")).toEqual([
      "onze ",
      "site",
    ]);
    expect(of(({ address }) => address === "http://www.plan.example")).toEqual([
      "www.plan.example",
    ]);
    expect(of(({ isBold }) => isBold)).toEqual(["vet", "vet ", "met", " schuin", "site"]);
    expect(of(({ isItalic }) => isItalic)).toEqual(["schuin ", "weer", "met"]);
  });
});

/** One of each kind: a kind that is added has to be added here. */
const blocks: { readonly [Kind in Block["kind"]]: Extract<Block, { kind: Kind }> } = {
  heading: { kind: "heading", rank: 2, number: "q1", text: "kop" },
  lead: { kind: "lead", text: "vraag" },
  note: { kind: "note", text: "noot" },
  answer: { kind: "answer", text: "antwoord" },
  text: { kind: "text", text: "lopende **tekst**" },
  facts: { kind: "facts", facts: [{ label: "feit", value: "waarde" }] },
  table: tableOf(["cel"], [{ head: "hoofd", share: 1, cell: (text) => text }]),
};
const texts: { readonly [Kind in TextBlock["kind"] | TextRun["kind"]]: string } = {
  paragraph: "een alinea",
  list: "1. een punt\n- een ander",
  words: "woorden",
  break: "regel\nvolgende",
  strong: "**vet**",
  emphasis: "*schuin*",
  link: "[woord](https://example.nl)",
};

test("every kind of block and of text is there in both, and PDF stays PDF/UA", async () => {
  const outline = outlineWith(
    ...Object.values(blocks),
    ...Object.values(texts).map((text): Block => ({ kind: "text", text })),
  );
  const made = [await readPdf(await renderPdf(outline)), readWord(await renderWord(outline))];
  const words =
    "q1 kop vraag noot antwoord lopende tekst feit: waarde hoofd cel alinea punt ander woorden regel volgende vet schuin woord";
  for (const { text } of made)
    expect(words.split(" ").filter((one) => !text.includes(one))).toEqual([]);
  expect(made[0]).toMatchObject({ universal: "1" });
});

test("lists as deep as they go, and items with nothing in them, can be set", async () => {
  const deep = Array.from({ length: 9 }, (_, depth) => `${"  ".repeat(depth)}- diep${depth}`);
  const outline = outlineWith({
    kind: "text",
    text: `${deep.join("\n")}\n\n-\n  - onder niets\n-\n- einde`,
  });
  const made = [await readPdf(await renderPdf(outline)), readWord(await renderWord(outline))];
  for (const { text } of made)
    expect(["diep0", "diep8", "onder niets", "einde"].filter((one) => !text.includes(one))).toEqual(
      [],
    );
});
