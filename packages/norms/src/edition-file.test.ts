import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as arbitrary from "../test/arbitraries.ts";
import { asYaml, editionText } from "../test/edition-text.ts";
import { checkEdition, describeFileError, isWordingFile } from "./edition-file.ts";
import { kwaliteitInBeeld2 } from "./editions/kwaliteit-in-beeld-2.ts";
import { editionChange } from "./fingerprint.ts";

/** What is wrong with the example edition after one replacement in its text. */
function errorsAfter(from: string, to: string) {
  expect(editionText).toContain(from);
  const checked = checkEdition(editionText.replace(from, to));
  return checked.ok ? [] : checked.errors.map(describeFileError);
}

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

describe("what is wrong in an edition file is told with its line, its place and what is allowed:", () => {
  test.each<[name: string, from: string, to: string, errors: string[]]>([
    ["a field that is missing", "validFrom: 2027-01-01\n", "", ["regel 1, validFrom: ontbreekt"]],
    [
      "a field within a norm that is missing",
      "    question: { nl: Waar ga je heen?, en: Where are you going? }\n",
      "",
      ["regel 7, norms[0].question: ontbreekt"],
    ],
    [
      "a text in one language only",
      "{ nl: We weten het., en: We know. }",
      "{ nl: We weten het. }",
      ["regel 13, norms[0].indicators[0].statement.en: ontbreekt"],
    ],
    [
      "a language that isn't one of ours",
      "title: { nl: Koers, en: Course }",
      "title: { nl: Koers, en: Course, fy: Koers }",
      ["regel 8, norms[0].title.fy: dit veld bestaat niet (mag zijn: nl, en)"],
    ],
    [
      "an empty text",
      "nl: Koersdocument",
      'nl: " "',
      ["regel 24, norms[0].questions[0].slots[0].label.nl: mag niet leeg zijn"],
    ],
    [
      "a field that was mistyped",
      "        applies:",
      "        aplies:",
      [
        "regel 16, norms[0].indicators[1].aplies: dit veld bestaat niet (mag zijn: code, statement, guidance, placeholder, applies)",
      ],
    ],
    [
      "a code without quotes",
      'code: "1.1"',
      "code: 1.1",
      [
        "regel 12, norms[0].indicators[0].code: moet tekst zijn, niet 1.1; zet er aanhalingstekens omheen",
      ],
    ],
    [
      "a code that is used twice",
      'code: "1.2"',
      'code: "1.1"',
      ['regel 14, norms[0].indicators[1].code: "1.1" is al gebruikt op regel 12'],
    ],
    [
      "a code of another norm",
      'code: "1.2"',
      'code: "2.2"',
      ['regel 14, norms[0].indicators[1].code: "2.2" hoort hier niet: de code begint met "1."'],
    ],
    [
      "a code that isn't formed like one",
      "1.V1.koersdocument",
      "1.V1.Koers document",
      [
        'regel 23, norms[0].questions[0].slots[0].code: is geen code; een voorbeeld is "4.V1.overzicht-partners"',
      ],
    ],
    [
      "a condition on something that isn't in the profile",
      "any: [vobMember, { not: runsIdo }]",
      "any: [vobMember, { not: hasCafe }]",
      [
        'regel 17, norms[0].indicators[1].applies.any[1].not: "hasCafe" staat niet in het bibliotheekprofiel (mag zijn: vobMember, runsIdo)',
      ],
    ],
    [
      "a condition that isn't one",
      "any: [vobMember, { not: runsIdo }]",
      "either: [vobMember]",
      [
        "regel 16, norms[0].indicators[1].applies: is geen voorwaarde (mag zijn: vobMember, runsIdo, all: […], any: […], not: …)",
      ],
    ],
    [
      "two conditions in one",
      "any: [vobMember, { not: runsIdo }]",
      "{ any: [vobMember], not: runsIdo }",
      [
        "regel 16, norms[0].indicators[1].applies: heeft precies één van de velden (mag zijn: all, any, not)",
      ],
    ],
    [
      "words of nobody",
      "wording: { nl: official, en: own }",
      "wording: { nl: cbct, en: own }",
      ['regel 10, norms[0].wording.nl: "cbct" kan hier niet (mag zijn: own, official)'],
    ],
    [
      "a date that doesn't exist",
      "validUntil: 2030-12-31",
      "validUntil: 2030-02-30",
      ["regel 4, validUntil: is geen datum; schrijf die als 2026-12-31"],
    ],
    [
      "an edition that ends before it begins",
      "validUntil: 2030-12-31",
      "validUntil: 2026-12-31",
      ["regel 4, validUntil: ligt vóór validFrom (2027-01-01)"],
    ],
    [
      "a revision below one",
      "revision: 1",
      "revision: 0",
      ["regel 5, revision: moet minstens 1 zijn"],
    ],
    [
      "a broken number",
      "revision: 1",
      "revision: 1.5",
      ["regel 5, revision: moet een geheel getal zijn, niet 1.5"],
    ],
    [
      "a term in an unknown unit",
      "{ weeks: 6 }",
      "{ fortnights: 3 }",
      [
        "regel 34, terms.selfEvaluationBeforeAudit.fortnights: dit veld bestaat niet (mag zijn: days, weeks, months, years)",
      ],
    ],
    [
      "a term in two units",
      "{ weeks: 6 }",
      "{ weeks: 5, days: 7 }",
      [
        "regel 34, terms.selfEvaluationBeforeAudit: heeft precies één eenheid (mag zijn: days, weeks, months, years)",
      ],
    ],
    [
      "a rule without points for a level",
      "points: { niet: 0, volledig: 3 }",
      "points: { niet: 0 }",
      ['regel 29, decisionRule.points: punten voor "volledig" ontbreken'],
    ],
    [
      "a rule with points for a level that isn't there",
      "points: { niet: 0, volledig: 3 }",
      "points: { niet: 0, volledig: 3, deels: 1 }",
      [
        'regel 29, decisionRule.points.deels: "deels" komt in deze editie niet voor (mag zijn: niet, volledig)',
      ],
    ],
    [
      "a minimum for a norm that isn't there",
      'perNorm: { "1": 3 }',
      'perNorm: { "9": 3 }',
      [
        'regel 31, decisionRule.thresholds[0].perNorm["9"]: "9" komt in deze editie niet voor (mag zijn: 1)',
      ],
    ],
    [
      "a yes or no in words",
      "        slots:",
      "        derived: nee\n        slots:",
      [
        'regel 22, norms[0].questions[0].derived: moet true of false zijn, niet "nee" (mag zijn: true, false)',
      ],
    ],
    [
      "something else in place of a list",
      "scale:\n  - { code: niet, label: { nl: Niet, en: Not } }\n  - { code: volledig, label: { nl: Volledig, en: Fully } }",
      "scale: vier stappen",
      ['regel 25, scale: moet een lijst zijn, niet "vier stappen"'],
    ],
  ])("%s", (_name, from, to, errors) => {
    expect(errorsAfter(from, to)).toEqual(errors);
  });

  test("all of them at once, from top to bottom", () => {
    const text = editionText
      .replace("revision: 1", "revision: een")
      .replace("en: Course }", "fr: Cours }");
    const checked = checkEdition(text);
    expect(checked.ok ? [] : checked.errors.map(({ line, path }) => `${line} ${path}`)).toEqual([
      "5 revision",
      "8 norms[0].title.en",
      "8 norms[0].title.fr",
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
    expect(checked.ok).toBe(false);
    if (!checked.ok) expect(checked.errors[0]).toMatchObject({ line });
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
