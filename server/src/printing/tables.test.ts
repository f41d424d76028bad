import { describe, expect, test } from "vitest";
import { outlineWith } from "../../../test/support/outlines.ts";
import { all, readPdf } from "../../../test/support/read-pdf.ts";
import { readWord } from "../../../test/support/read-word.ts";
import type { FrozenEvidence } from "../submission/document.ts";
import { documentBlocks } from "./document-blocks.ts";
import { discussionBlocks } from "./norm-blocks.ts";
import { renderPdf } from "./pdf.ts";
import { renderWord } from "./word.ts";

/** An auditor reads a table by its columns: what stands in one cell further is read as something else. */
const head = ["Document", "Waarover", "Waar het staat", "Bestanden of adres"];
const evidence: readonly FrozenEvidence[] = [
  document("Beleidsplan Dichtbij", "2023-01-01", "2026-12-31", "blz. 14", "plan", "bijlage"),
  document("Samenwerkingsbeleid", "2026-01-01", "2026-12-31", "blz. 2", "beleid", "kaart"),
  document("Jaarverslag", "2025-02-01", "2025-04-30", "hoofdstuk 3", "verslag", "cijfers"),
];
const rows = [
  ["Beleidsplan Dichtbij", "2023–2026", "blz. 14", "plan.pdf, bijlage.pdf"],
  ["Samenwerkingsbeleid", "2026", "blz. 2", "beleid.pdf, kaart.pdf"],
  [
    "Jaarverslag",
    "1 februari 2025 tot en met 30 april 2025",
    "hoofdstuk 3",
    "verslag.pdf, cijfers.pdf",
  ],
];

describe.each([1, 2, 3])("the table of %i documents", (count) => {
  const outline = outlineWith(...documentBlocks("nl", 2, evidence.slice(0, count)));
  const expected = [head, ...rows.slice(0, count)];

  test("has in PDF a cell under each of its four heads, which alone are marked as heads", async () => {
    const { tables, tags } = await readPdf(await renderPdf(outline));
    expect(tables.map(texts)).toEqual([expected]);
    expect(tables.map(heads)).toEqual([expected.map((_, place) => Array(4).fill(place === 0))]);
    expect(all(tags, /^THead$/).map((one) => all([one], /^TR$/).length)).toEqual([1]);
  });

  test("has in Word as many columns in its grid, each as wide as its cells", async () => {
    const { tables, widths } = readWord(await renderWord(outline));
    expect(tables.map(texts)).toEqual([expected]);
    expect(tables.map(heads)).toEqual([expected.map((_, place) => Array(4).fill(place === 0))]);
    const [{ grid, rows: cells } = { grid: [], rows: [] }] = widths;
    expect(grid).toHaveLength(4);
    expect(cells).toEqual(expected.map(() => grid));
  });
});

test("the table of discussions has its own three columns beside one of four", async () => {
  const outline = outlineWith(
    ...documentBlocks("nl", 2, evidence),
    ...discussionBlocks("nl", [
      { withWhom: "Frontoffice", withKind: "function_group", heldOn: "2026-03-02" },
      { withWhom: "Gemeente", withKind: "partner", heldOn: null },
    ]),
  );
  const discussed = [
    ["Met wie", "Soort", "Wanneer"],
    ["Frontoffice", "Functiegroep in huis", "2 maart 2026"],
    ["Gemeente", "Partner", "–"],
  ];
  const pdf = await readPdf(await renderPdf(outline));
  const word = readWord(await renderWord(outline));
  expect(pdf.tables.map(texts)).toEqual([[head, ...rows], discussed]);
  expect(word.tables.map(texts)).toEqual([[head, ...rows], discussed]);
  expect(word.widths.map(({ grid }) => grid.length)).toEqual([4, 3]);
});

function document(
  title: string,
  aboutFrom: string,
  aboutTo: string,
  page: string,
  ...names: readonly string[]
): FrozenEvidence {
  const files = names.map((name, place) => ({
    id: `0199a000-0000-7000-8000-00000000000${place}`,
    name: `${name}.pdf`,
    mediaType: "application/pdf",
    size: 12,
    sha256: "0".repeat(64),
  }));
  return { kind: "files", title, url: null, aboutFrom, aboutTo, slot: null, page, files };
}

const texts = (table: readonly (readonly { text: string }[])[]) =>
  table.map((row) => row.map(({ text }) => text));
const heads = (table: readonly (readonly { isHead: boolean }[])[]) =>
  table.map((row) => row.map(({ isHead }) => isHead));
