import fc from "fast-check";
import { parse } from "papaparse";
import { describe, expect, test } from "vitest";
import { unicodeClasses } from "../../../test/support/unicode-classes.ts";
import { spreadsheet, type Cell } from "./spreadsheet.ts";

const rowOf = (...cells: Cell[]) =>
  spreadsheet([cells])
    .replace(/^\uFEFF/, "")
    .trimEnd();

test("a list opens in a Dutch spreadsheet with its accents", () => {
  expect(spreadsheet([["Naam"], ["Émile"]])).toBe('\uFEFF"Naam"\r\n"Émile"\r\n');
});

test("what separates cells can stand in one, in whichever language a program reads it", () => {
  expect(rowOf('zegt "ja"; of', "regel\neen", "a, b\tc")).toBe(
    '"zegt ""ja""; of";"regel\neen";"a, b\tc"',
  );
});

test("numbers and days are what they are", () => {
  expect(rowOf(12, { day: "2026-11-03" })).toBe('"12";"2026-11-03"');
});

describe("what somebody wrote", () => {
  test.each(["=1+1", "@som", "-3", "+31 6", " =1", "＝1", "|x"])("never calculates: %j", (text) => {
    expect(rowOf(text)).toBe(`"'${text}"`);
  });

  test.each(["0012", "1-2", "1/2", "12,5", "1e5", "10%", "2026-11-03", "3 mei", "mrt-20", "€ 5"])(
    "is no number or day: %s",
    (text) => {
      expect(rowOf(text)).toBe(`"'${text}"`);
    },
  );

  test.each(["Verslag 10", "4.1 (blz. 3)", "a=b", "meisje", "Plan 2025–2028", "e-mail"])(
    "stays as it is: %s",
    (text) => {
      expect(rowOf(text)).toBe(`"${text}"`);
    },
  );

  test("begins no cell with a formula, whatever a program takes for the separator", () => {
    const wild = fc.string({ unit: fc.constantFrom(...'a1=+-@;,\t"\n '.split("")), maxLength: 12 });
    fc.assert(
      fc.property(fc.array(wild, { minLength: 1, maxLength: 4 }), (cells) => {
        const lines = spreadsheet([cells]).slice(1);
        for (const delimiter of [";", ",", "\t"])
          for (const row of parse<string[]>(lines, { delimiter }).data)
            for (const cell of row) expect(cell).not.toMatch(/^\s*"?[=+\-@]/);
      }),
    );
  });

  test.each(Object.entries(unicodeClasses))("comes out whole with %s", (_, characters) => {
    const cells = characters.flatMap((one) => [`a ${one} b`, one]);
    const [read] = parse<string[]>(spreadsheet([cells]).slice(1), { delimiter: ";" }).data;
    expect(read?.map((cell) => cell.replaceAll("'", ""))).toEqual(cells);
  });
});
