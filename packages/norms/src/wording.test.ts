import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import * as arbitrary from "../test/arbitraries.ts";
import { findPart, partsOf } from "./applicability.ts";
import { findNorm, isDerived, locales, type Edition, type Locale } from "./edition.ts";
import { checkWording, describeFileError } from "./edition-file.ts";
import { kwaliteitInBeeld2 } from "./editions/kwaliteit-in-beeld-2.ts";
import { editionChange, editionFingerprint } from "./fingerprint.ts";
import { withWording, type WordingTexts } from "./wording.ts";

/** Every text that official words of one norm must have, made up. */
function textsOf(edition: Edition, norm: string): Record<string, WordingTexts> {
  const parts = partsOf(edition).filter((part) => part.norm.code === norm);
  return Object.fromEntries(
    parts.map(({ code, kind }) => [
      code,
      kind === "norm"
        ? { title: `Titel ${code}`, question: `Vraag ${code}` }
        : { statement: `Stelling ${code}` },
    ]),
  );
}

function wordingFile(
  texts: Record<string, WordingTexts>,
  locale: Locale = "nl",
  revision = 1,
): string {
  return stringify({ edition: "kwaliteit-in-beeld-2", locale, revision, texts });
}

function checked(text: string, edition = kwaliteitInBeeld2): Edition {
  const file = checkWording(text, edition);
  if (!file.ok) throw new Error(file.errors.map(describeFileError).join("\n"));
  return file.edition;
}

function errorsIn(text: string): readonly string[] {
  const file = checkWording(text, kwaliteitInBeeld2);
  return file.ok ? [] : file.errors.map(describeFileError);
}

describe("official texts of a norm", () => {
  const official = checked(wordingFile(textsOf(kwaliteitInBeeld2, "4")));

  test("replace ours in their language, and only there", () => {
    const norm = findNorm(official, "4")!;
    expect(norm.title).toEqual({ nl: "Titel 4", en: "Cooperation" });
    expect(norm.indicators[3]!.statement.nl).toBe("Stelling 4.4");
    expect(norm.wording).toEqual({ nl: "official", en: "own" });
    expect(findNorm(official, "5")).toEqual(findNorm(kwaliteitInBeeld2, "5"));
  });

  test("leave our guidance and the example documents where they have none", () => {
    const was = findPart(kwaliteitInBeeld2, "4.V1");
    const is = findPart(official, "4.V1");
    if (was?.kind !== "question" || is?.kind !== "question") throw new Error("4.V1 is a question");
    expect(is.question.guidance).toEqual(was.question.guidance);
    expect(is.question.slots).toEqual(was.question.slots);
  });

  test("don't touch the structure, so a published edition may get them", () => {
    expect(editionFingerprint(official)).toBe(editionFingerprint(kwaliteitInBeeld2));
    expect(editionChange(kwaliteitInBeeld2, official)).toBe("wording");
  });

  test("can be corrected by a higher revision of the same file", () => {
    const again = checked(
      wordingFile(
        { ...textsOf(kwaliteitInBeeld2, "4"), "4": { title: "T", question: "V" } },
        "nl",
        2,
      ),
    );
    expect(again.officialRevision).toEqual({ nl: 2 });
    expect(editionChange(official, again)).toBe("wording");
  });

  test("can be given in each language by a file of its own", () => {
    const both = checked(wordingFile(textsOf(kwaliteitInBeeld2, "4"), "en", 3), official);
    expect(findNorm(both, "4")!.wording).toEqual({ nl: "official", en: "official" });
    expect(both.officialRevision).toEqual({ nl: 1, en: 3 });
  });

  test("end the mark that a question was derived, in their language", () => {
    const norm5 = findNorm(checked(wordingFile(textsOf(kwaliteitInBeeld2, "5"))), "5")!;
    expect(locales.map((locale) => isDerived(norm5, norm5.questions[0]!, locale))).toEqual([
      false,
      true,
    ]);
  });

  test("may explain in one language what had no guidance", () => {
    const texts = textsOf(kwaliteitInBeeld2, "5");
    const edition = checked(
      wordingFile({ ...texts, "5.V1": { statement: "Stelling", guidance: "Toelichting" } }),
    );
    expect(findNorm(edition, "5")!.questions[0]!.guidance).toEqual({ nl: "Toelichting" });
  });

  test("never change the structure of any edition, whichever norms they are for", () => {
    fc.assert(
      fc.property(
        arbitrary.edition,
        fc.constantFrom(...locales),
        fc.nat(3),
        (edition, locale, index) => {
          const norm = edition.norms[index % edition.norms.length]!;
          const texts = textsOf(edition, norm.code);
          const reworded = withWording(edition, {
            edition: edition.code,
            locale,
            revision: 1,
            texts,
          });
          expect(editionFingerprint(reworded)).toBe(editionFingerprint(edition));
          const other = locale === "nl" ? "en" : "nl";
          for (const [was, is] of edition.norms.map(
            (one, at) => [one, reworded.norms[at]!] as const,
          )) {
            expect(is.wording[locale]).toBe(is.code === norm.code ? "official" : "own");
            expect(is.title[other]).toBe(was.title[other]);
          }
        },
      ),
    );
  });

  test("of another edition are refused", () => {
    const wording = {
      edition: "kwaliteit-in-beeld-3",
      locale: "nl" as const,
      revision: 1,
      texts: {},
    };
    expect(() => withWording(kwaliteitInBeeld2, wording)).toThrow(RangeError);
  });
});

describe("what is wrong in a file of official texts is told with its line:", () => {
  const { "4.2": _left, ...withoutOne } = textsOf(kwaliteitInBeeld2, "4");

  test("a norm that isn't complete", () => {
    expect(errorsIn(wordingFile(withoutOne))).toEqual([
      'regel 4, texts: norm 4 is niet compleet: de tekst van "4.2" ontbreekt',
    ]);
  });

  test("a label of an example document without the rest of its norm", () => {
    const errors = errorsIn(wordingFile({ "4.V4.verbetermaatregelen": { label: "Plannen" } }));
    expect(errors).toHaveLength(9);
    expect(errors[0]).toBe('regel 4, texts: norm 4 is niet compleet: de tekst van "4" ontbreekt');
  });

  test.each<[string, string, string[]]>([
    [
      "another edition",
      "edition: kwaliteit-in-beeld-1\nlocale: nl\nrevision: 1\ntexts: {}\n",
      ['regel 1, edition: "kwaliteit-in-beeld-1" kan hier niet (mag zijn: kwaliteit-in-beeld-2)'],
    ],
    [
      "a language that isn't one of ours",
      "edition: kwaliteit-in-beeld-2\nlocale: fy\nrevision: 1\ntexts: {}\n",
      ['regel 2, locale: "fy" kan hier niet (mag zijn: nl, en)'],
    ],
    [
      "no texts at all",
      "edition: kwaliteit-in-beeld-2\nlocale: nl\nrevision: 1\ntexts: {}\n",
      ["regel 4, texts: mag niet leeg zijn"],
    ],
    [
      "a text that the kind doesn't have",
      'edition: kwaliteit-in-beeld-2\nlocale: nl\nrevision: 1\ntexts:\n  "4.1":\n    statement: x\n    label: y\n',
      [
        'regel 7, texts["4.1"].label: dit veld bestaat niet (mag zijn: statement, guidance, placeholder)',
      ],
    ],
  ])("%s", (_name, text, errors) => {
    expect(errorsIn(text)).toEqual(errors);
  });

  test("a code that the edition doesn't have, with the codes it has; 4.10 isn't 4.1", () => {
    const file = checkWording(
      "edition: kwaliteit-in-beeld-2\nlocale: nl\nrevision: 1\ntexts:\n  4.10: { statement: x }\n",
      kwaliteitInBeeld2,
    );
    if (file.ok) throw new Error("4.10 was taken for a code");
    expect(file.errors).toMatchObject([
      { line: 5, column: 3, path: 'texts["4.10"]', message: "dit veld bestaat niet" },
    ]);
    expect(file.errors[0]!.allowed).toContain("4.4");
    expect(file.errors[0]!.allowed).toHaveLength(7 + 4 + 28 + 12);
  });
});

describe("official texts where several editions are known", () => {
  const later = { ...kwaliteitInBeeld2, code: "kwaliteit-in-beeld-9" };

  test("are laid over the one that they name", () => {
    const text = wordingFile(textsOf(later, "4")).replace("beeld-2", "beeld-9");
    const file = checkWording(text, kwaliteitInBeeld2, later);
    expect(file).toMatchObject({
      ok: true,
      edition: { code: later.code, officialRevision: { nl: 1 } },
      wording: { edition: later.code, locale: "nl", revision: 1 },
    });
  });

  test("are refused when they name another, with the ones that are known", () => {
    const text = wordingFile(textsOf(later, "4")).replace("beeld-2", "beeld-3");
    const file = checkWording(text, kwaliteitInBeeld2, later);
    expect(file.ok ? [] : file.errors.map(describeFileError)).toEqual([
      'regel 1, edition: "kwaliteit-in-beeld-3" kan hier niet (mag zijn: kwaliteit-in-beeld-2, kwaliteit-in-beeld-9)',
    ]);
  });
});
