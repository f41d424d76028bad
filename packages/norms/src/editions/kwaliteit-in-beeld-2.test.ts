import { describe, expect, test } from "vitest";
import { findEditionOn, findNorm, isDerived, locales, type Localised } from "../edition.ts";
import { editionSchema } from "../edition-schema.ts";
import { kwaliteitInBeeld2 } from "./kwaliteit-in-beeld-2.ts";

const { norms } = kwaliteitInBeeld2;
const otherNorms = norms.filter(({ code }) => code !== "4");
const texts = everyText(kwaliteitInBeeld2);

describe("Kwaliteit in Beeld II", () => {
  test("is a valid edition", () => {
    expect(editionSchema.safeParse(kwaliteitInBeeld2)).toEqual({
      success: true,
      data: kwaliteitInBeeld2,
    });
  });

  test("has seven norms, each with four assessment questions, scored in four levels", () => {
    expect(norms.map(({ code, title }) => `${code} ${title.nl}`)).toEqual([
      "1 Missie, visie, strategie en beleid",
      "2 Middelen",
      "3 Mensen",
      "4 Samenwerking",
      "5 Producten en diensten",
      "6 Resultaten en verantwoording",
      "7 Compliance",
    ]);
    for (const { code, questions } of norms) {
      expect(questions.map((question) => question.code)).toEqual(
        [1, 2, 3, 4].map((number) => `${code}.V${number}`),
      );
      expect(questions.map(({ title }) => title.nl)).toEqual([
        "Aanpak",
        "Resultaat",
        "Praktijk",
        "Evaluatie",
      ]);
    }
    expect(kwaliteitInBeeld2.scale.map(({ label }) => label.nl)).toEqual([
      "Niet",
      "Beperkt",
      "Grotendeels",
      "Volledig",
    ]);
  });

  test("has norm 4 whole: four indicators with help, and example documents for every question", () => {
    const norm = findNorm(kwaliteitInBeeld2, "4")!;
    expect(norm.indicators.map(({ code }) => code)).toEqual(["4.1", "4.2", "4.3", "4.4"]);
    for (const { guidance, placeholder } of norm.indicators)
      expect([guidance, placeholder]).not.toContain(undefined);
    expect(norm.questions.map(({ slots }) => slots.length)).toEqual([3, 1, 5, 3]);
    expect(
      norm.questions.some((question) =>
        locales.some((locale) => isDerived(norm, question, locale)),
      ),
    ).toBe(false);
  });

  test("makes up nothing for the other norms: no indicators, no example documents, and questions marked as derived", () => {
    for (const norm of otherNorms) {
      expect(norm.indicators).toEqual([]);
      for (const question of norm.questions) {
        expect(question.slots).toEqual([]);
        expect(question.guidance).toBeUndefined();
        expect(locales.map((locale) => isDerived(norm, question, locale))).toEqual([true, true]);
      }
    }
  });

  test("speaks in our own words, in both languages, and never in the same ones twice", () => {
    for (const { wording } of norms) expect(wording).toEqual({ nl: "own", en: "own" });
    for (const { nl, en } of texts) expect([nl.trim(), en.trim()]).toEqual([nl, en]);
    const statements = norms.flatMap((norm) =>
      [...norm.indicators, ...norm.questions].map(({ statement }) => statement.nl),
    );
    expect(new Set(statements).size).toBe(statements.length);
  });

  test("keeps its sentences short enough to read: none over thirty words", () => {
    const sentences = texts
      .flatMap(({ nl, en }) => [nl, en])
      .flatMap((text) => text.split(/[.?!]\s/));
    expect(sentences.filter((sentence) => sentence.split(/\s+/).length > 30)).toEqual([]);
  });

  test("is in force from 2023 up to and including 2026, and no other edition is known after it", () => {
    expect(findEditionOn([kwaliteitInBeeld2], "2022-12-31")).toBeNull();
    expect(findEditionOn([kwaliteitInBeeld2], "2023-01-01")).toBe(kwaliteitInBeeld2);
    expect(findEditionOn([kwaliteitInBeeld2], "2026-12-31")).toBe(kwaliteitInBeeld2);
    expect(findEditionOn([kwaliteitInBeeld2], "2027-01-01")).toBeNull();
  });
});

function everyText(value: unknown): readonly Localised[] {
  if (typeof value !== "object" || value === null) return [];
  if ("nl" in value && typeof value.nl === "string") return [value as Localised];
  return Object.values(value).flatMap(everyText);
}
