import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as arbitrary from "../test/arbitraries.ts";
import type { Edition, Norm } from "./edition.ts";
import { kwaliteitInBeeld2 } from "./editions/kwaliteit-in-beeld-2.ts";
import { editionChange, editionFingerprint } from "./fingerprint.ts";

type Change = (edition: Edition) => Edition;

const onNorm4 =
  (change: (norm: Norm) => Norm): Change =>
  (edition) => ({
    ...edition,
    norms: edition.norms.map((norm) => (norm.code === "4" ? change(norm) : norm)),
  });
const firstOf = <T>(all: readonly T[], change: (one: T) => T): readonly T[] =>
  all.map((one, index) => (index === 0 ? change(one) : one));
const other = { nl: "Anders gezegd", en: "Put differently" };

const corrections: [string, Change][] = [
  [
    "our guess of when the announcement comes",
    (edition) => ({ ...edition, assumptions: { announcementBeforeQuarter: { months: 5 } } }),
  ],
  ["the edition's title", (edition) => ({ ...edition, title: other })],
  ["a norm's title and question", onNorm4((norm) => ({ ...norm, title: other, question: other }))],
  [
    "whose words they are",
    onNorm4((norm) => ({ ...norm, wording: { nl: "official", en: "own" } })),
  ],
  [
    "an indicator's texts",
    onNorm4((norm) => ({
      ...norm,
      indicators: firstOf(norm.indicators, (one) => ({
        ...one,
        statement: other,
        guidance: other,
        placeholder: other,
      })),
    })),
  ],
  [
    "a question's texts",
    onNorm4((norm) => ({
      ...norm,
      questions: firstOf(norm.questions, (one) => ({
        ...one,
        title: other,
        statement: other,
        guidance: other,
        derived: true,
      })),
    })),
  ],
  [
    "a slot's label",
    onNorm4((norm) => ({
      ...norm,
      questions: firstOf(norm.questions, (one) => ({
        ...one,
        slots: firstOf(one.slots, (slot) => ({ ...slot, label: other })),
      })),
    })),
  ],
  [
    "a level's label",
    (edition) => ({
      ...edition,
      scale: firstOf(edition.scale, (one) => ({ ...one, label: other })),
    }),
  ],
];

const restructurings: [string, Change][] = [
  ["the validity", (edition) => ({ ...edition, validUntil: "2027-12-31" })],
  [
    "a term",
    (edition) => ({ ...edition, terms: { ...edition.terms, intakeBackWithin: { weeks: 3 } } }),
  ],
  ["the scale", (edition) => ({ ...edition, scale: edition.scale.slice(1) })],
  [
    "a decision rule",
    (edition) => ({ ...edition, decisionRule: { points: { niet: 0 }, thresholds: [] } }),
  ],
  ["the number of norms", (edition) => ({ ...edition, norms: edition.norms.slice(0, 6) })],
  ["the order of norms", (edition) => ({ ...edition, norms: edition.norms.toReversed() })],
  ["a norm's code", onNorm4((norm) => ({ ...norm, code: "44" }))],
  [
    "the order of indicators",
    onNorm4((norm) => ({ ...norm, indicators: norm.indicators.toReversed() })),
  ],
  ["an indicator", onNorm4((norm) => ({ ...norm, indicators: norm.indicators.slice(1) }))],
  [
    "when an indicator applies",
    onNorm4((norm) => ({
      ...norm,
      indicators: norm.indicators.map((one) => ({ ...one, applies: "runsIdo" as const })),
    })),
  ],
  ["a question", onNorm4((norm) => ({ ...norm, questions: norm.questions.slice(1) }))],
  [
    "a slot",
    onNorm4((norm) => ({
      ...norm,
      questions: firstOf(norm.questions, (one) => ({ ...one, slots: [] })),
    })),
  ],
  ["something that doesn't exist yet", (edition) => ({ ...edition, somethingNew: true })],
];

describe("a published edition", () => {
  test.each(corrections)("may get other words under a higher revision: %s", (_name, correct) => {
    const corrected = correct(kwaliteitInBeeld2);
    expect(editionFingerprint(corrected)).toBe(editionFingerprint(kwaliteitInBeeld2));
    expect(editionChange(kwaliteitInBeeld2, { ...corrected, revision: 2 })).toBe("wording");
    expect(editionChange(kwaliteitInBeeld2, corrected)).toBe("wording-without-revision");
  });

  test.each(restructurings)(
    "is another edition with another structure: %s",
    (_name, restructure) => {
      const restructured = { ...restructure(kwaliteitInBeeld2), revision: 2 };
      expect(editionFingerprint(restructured)).not.toBe(editionFingerprint(kwaliteitInBeeld2));
      expect(editionChange(kwaliteitInBeeld2, restructured)).toBe("structure");
    },
  );

  test("may be published again as it is", () => {
    expect(editionChange(kwaliteitInBeeld2, reversed(kwaliteitInBeeld2) as Edition)).toBe("none");
  });

  test("may get the rights holder's words under a revision of theirs, and not go back", () => {
    const official = {
      ...onNorm4((norm) => ({ ...norm, title: other }))(kwaliteitInBeeld2),
      officialRevision: { nl: 1 },
    };
    expect(editionChange(kwaliteitInBeeld2, official)).toBe("wording");
    expect(editionChange(official, kwaliteitInBeeld2)).toBe("wording-without-revision");
    const raisedElsewhere = { ...kwaliteitInBeeld2, revision: 2 };
    expect(editionChange(official, raisedElsewhere)).toBe("wording-without-revision");
  });

  test("isn't compared with another edition", () => {
    const next = { ...kwaliteitInBeeld2, code: "kwaliteit-in-beeld-3" };
    expect(() => editionChange(kwaliteitInBeeld2, next)).toThrow(RangeError);
  });
});

describe("the fingerprint", () => {
  test("doesn't depend on the order in which fields were written", () => {
    fc.assert(
      fc.property(arbitrary.edition, (edition) => {
        expect(editionFingerprint(reversed(edition) as Edition)).toBe(editionFingerprint(edition));
      }),
    );
  });

  test("survives being stored as JSON, with what is left out or undefined", () => {
    fc.assert(
      fc.property(arbitrary.edition, (edition) => {
        const stored = JSON.parse(JSON.stringify(edition)) as Edition;
        expect(editionFingerprint(stored)).toBe(editionFingerprint(edition));
        expect(
          editionFingerprint({ ...edition, decisionRule: undefined } as unknown as Edition),
        ).toBe(editionFingerprint(edition));
      }),
    );
  });

  test("holds no word of the edition", () => {
    const fingerprint = editionFingerprint(kwaliteitInBeeld2);
    for (const norm of kwaliteitInBeeld2.norms) {
      expect(fingerprint).not.toContain(norm.question.nl);
      expect(fingerprint).not.toContain(norm.questions[0]!.statement.en);
    }
  });

  test("is the one that was published", async () => {
    await expect(`${editionFingerprint(kwaliteitInBeeld2)}\n`).toMatchFileSnapshot(
      "../test/published/kwaliteit-in-beeld-2.fingerprint.txt",
    );
  });
});

/** The same value with the fields of every object written in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}
