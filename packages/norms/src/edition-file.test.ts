import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as arbitrary from "../test/arbitraries.ts";
import { asYaml, editionText } from "../test/edition-text.ts";
import { checkEdition, describeFileError, isWordingFile } from "./edition-file.ts";
import { kwaliteitInBeeld2 } from "./editions/kwaliteit-in-beeld-2.ts";
import { editionChange } from "./fingerprint.ts";

describe("an edition file", () => {
  test("is read from YAML", () => {
    const checked = checkEdition(editionText);
    expect(checked).toMatchObject({
      ok: true,
      edition: {
        code: "voorbeeldkader-1",
        norms: [
          {
            indicators: [{}, { applies: { any: ["vobMember", { not: "runsIdo" }] } }],
            questions: [{ derived: false }],
          },
        ],
      },
    });
  });

  test("is read from JSON as it is from YAML, tabs and a byte order mark included", () => {
    const checked = checkEdition(editionText);
    if (!checked.ok) throw new Error("the example doesn't read");
    expect(checkEdition(`\uFEFF${JSON.stringify(checked.edition, null, "\t")}`)).toEqual(checked);
  });

  test("of our own edition gives our own edition back", () => {
    expect(checkEdition(asYaml(kwaliteitInBeeld2))).toEqual({
      ok: true,
      edition: kwaliteitInBeeld2,
    });
  });

  test("gives back any edition that was written as one, in either form", () => {
    fc.assert(
      fc.property(arbitrary.edition, (edition) => {
        for (const text of [asYaml(edition), JSON.stringify(edition, null, 2)]) {
          const checked = checkEdition(text);
          if (!checked.ok) throw new Error(checked.errors.map(describeFileError).join("\n"));
          expect(editionChange(edition, checked.edition)).toBe("none");
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("a text that is written once and referred to", () => {
  const referring = (help: string) =>
    editionText
      .replace('code: "1.1"\n', `code: "1.1"\n        guidance: &help ${help}\n`)
      .replace('code: "1.2"\n', 'code: "1.2"\n        guidance: *help\n');

  test("is read in both places", () => {
    const checked = checkEdition(referring("{ nl: Denk na., en: Think. }"));
    const guidance = { nl: "Denk na.", en: "Think." };
    expect(checked).toMatchObject({
      edition: { norms: [{ indicators: [{ guidance }, { guidance }] }] },
    });
  });

  test("is told wrong where it is written, for each place that uses it", () => {
    const checked = checkEdition(referring("{ nl: Denk na., en: 3 }"));
    expect(checked.ok ? [] : checked.errors.map(({ line, path }) => `${line} ${path}`)).toEqual([
      "13 norms[0].indicators[0].guidance.en",
      "13 norms[0].indicators[1].guidance.en",
    ]);
  });
});

describe("a file that can't be read", () => {
  test.each([
    ["that is empty", "", 1],
    ["that holds a list", "- een\n- twee\n", 1],
    ["with a bracket that isn't closed", "code: x\ntitle: { nl: Kader\n", 3],
    ["with a field twice", "code: een\ntitle: {}\ncode: twee\n", 3],
    ["with two documents", "code: een\n---\ncode: twee\n", 2],
    ["with a tag of its own", "code: een\ntitle: !!js/function 1\n", 2],
    ["with a reference to nothing", "code: *niets\n", 1],
    [
      "that grows without end",
      `a: &a [1,1,1,1,1,1,1,1,1,1]\n${grow("a", "b")}${grow("b", "c")}${grow("c", "d")}`,
      1,
    ],
  ])("%s is refused on a line", (_name, text, line) => {
    const checked = checkEdition(text);
    const [first] = checked.ok ? [] : checked.errors;
    expect(first).toMatchObject({ line, path: "" });
  });

  test("never breaks the check, and every error is on a line of the file", () => {
    const lines = editionText.split("\n");
    const damage = fc.record({
      line: fc.nat(lines.length - 1),
      column: fc.nat(40),
      remove: fc.nat(12),
      insert: fc.oneof(
        fc.constantFrom("", "{", "]", ":", "- ", "\t", "&a ", "*a", '"', "\n"),
        fc.string({ maxLength: 4 }),
      ),
    });
    fc.assert(
      fc.property(damage, ({ line, column, remove, insert }) => {
        const damaged = lines.map((text, index) =>
          index === line ? text.slice(0, column) + insert + text.slice(column + remove) : text,
        );
        const text = damaged.join("\n");
        const checked = checkEdition(text);
        if (checked.ok) return;
        expect(checked.errors.length).toBeGreaterThan(0);
        for (const error of checked.errors) {
          expect(error.line).toBeGreaterThanOrEqual(1);
          expect(error.line).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length);
          expect(error.message).not.toBe("");
        }
      }),
      { numRuns: 300 },
    );
  });
});

test("a file of official texts is told from an edition by what is in it", () => {
  expect(isWordingFile(editionText)).toBe(false);
  expect(isWordingFile("edition: kwaliteit-in-beeld-2\ntexts: {}\n")).toBe(true);
  expect(isWordingFile("tekst")).toBe(false);
  expect(isWordingFile("{")).toBe(false);
});

function grow(from: string, to: string): string {
  return `${to}: &${to} [${Array.from({ length: 10 }, () => `*${from}`).join(",")}]\n`;
}
