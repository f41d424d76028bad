import { describe, expect, test } from "vitest";
import { editionText } from "../test/edition-text.ts";
import { checkEdition, describeFileError } from "./edition-file.ts";

/** What is wrong with the example edition after one replacement in its text. */
function errorsAfter(from: string, to: string) {
  expect(editionText).toContain(from);
  const checked = checkEdition(editionText.replace(from, to));
  return checked.ok ? [] : checked.errors.map(describeFileError);
}

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
      "a level that is there twice",
      "code: volledig,",
      "code: niet,",
      [
        'regel 27, scale[1].code: "niet" is al gebruikt op regel 26',
        'regel 29, decisionRule.points.volledig: "volledig" komt in deze editie niet voor (mag zijn: niet, niet)',
      ],
    ],
    [
      "a scale of one level",
      "  - { code: volledig, label: { nl: Volledig, en: Fully } }\n",
      "",
      [
        "regel 25, scale: moet minstens 2 in de lijst hebben",
        'regel 28, decisionRule.points.volledig: "volledig" komt in deze editie niet voor (mag zijn: niet)',
      ],
    ],
    [
      "a norm without assessment questions",
      editionText.slice(editionText.indexOf("    questions:"), editionText.indexOf("scale:")),
      "    questions: []\n",
      ["regel 18, norms[0].questions: moet minstens 1 in de lijst hebben"],
    ],
    [
      "a conclusion that is there twice",
      "    - { conclusion: ja, total: 3,",
      "    - { conclusion: ja, total: 4 }\n    - { conclusion: ja, total: 3,",
      ['regel 32, decisionRule.thresholds[1].conclusion: "ja" is al gebruikt op regel 31'],
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

  test("nothing about an edition of a single day", () => {
    expect(errorsAfter("validUntil: 2030-12-31", "validUntil: 2027-01-01")).toEqual([]);
  });

  test("all of them at once, from top to bottom", () => {
    const text = editionText
      .replace("revision: 1", "maker: iemand\nrevision: een")
      .replace("en: Course }", "fr: Cours }");
    const checked = checkEdition(text);
    expect(checked.ok ? [] : checked.errors.map(({ line, path }) => `${line} ${path}`)).toEqual([
      "5 maker",
      "6 revision",
      "9 norms[0].title.en",
      "9 norms[0].title.fr",
    ]);
  });
});
