import * as fc from "fast-check";
import {
  profileFacts,
  type Applicability,
  type Edition,
  type Indicator,
  type Localised,
  type Norm,
  type Profile,
} from "../src/edition.ts";
import { kwaliteitInBeeld2 } from "../src/editions/kwaliteit-in-beeld-2.ts";
import type { PlainDate } from "../src/plain-date.ts";
import { workStates, type WorkState } from "../src/progress.ts";
import type { CycleDates } from "../src/timeline.ts";

export const profile: fc.Arbitrary<Profile> = fc.record({
  vobMember: fc.boolean(),
  runsIdo: fc.boolean(),
});

export const applicability: fc.Arbitrary<Applicability> = fc.letrec<{ condition: Applicability }>(
  (tie) => ({
    condition: fc.oneof(
      { maxDepth: 4, depthIdentifier: "condition" },
      fc.constantFrom(...profileFacts),
      fc.record({ all: fc.array(tie("condition"), { maxLength: 3 }) }),
      fc.record({ any: fc.array(tie("condition"), { maxLength: 3 }) }),
      fc.record({ not: tie("condition") }),
    ),
  }),
).condition;

export const text: fc.Arbitrary<Localised> = fc.record({ nl: words(), en: words() });

/** An edition with up to four norms, three indicators each with any condition, and any words. */
export const edition: fc.Arbitrary<Edition> = fc
  .array(fc.tuple(fc.array(fc.option(applicability, { nil: undefined }), { maxLength: 3 }), text), {
    minLength: 1,
    maxLength: 4,
  })
  .map((norms) =>
    editionOf(
      norms.map(([conditions, title], index) => norm(String(index + 1), title, conditions)),
    ),
  );

/** Work states for some of an edition's parts and for a code that isn't in it. */
export function progressOn(codes: readonly string[]): fc.Arbitrary<ReadonlyMap<string, WorkState>> {
  const entry = fc.tuple(fc.constantFrom(...codes, "99.1"), fc.constantFrom(...workStates));
  return fc.array(entry, { maxLength: 20 }).map((entries) => new Map(entries));
}

/** A day from 1990 to 2089: summer time, leap years and the odd century are all in it. */
export const day: fc.Arbitrary<PlainDate> = fc
  .integer({ min: Date.UTC(1990, 0, 1) / 86_400_000, max: Date.UTC(2089, 11, 31) / 86_400_000 })
  .map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10));

export const quarter = fc
  .record({ year: fc.integer({ min: 1990, max: 2089 }), of: fc.integer({ min: 1, max: 4 }) })
  .map(({ year, of }) => `${year}-Q${of}`);

/** What a library may know of its cycle, in every combination, also ones that contradict themselves. */
export const cycleDates: fc.Arbitrary<CycleDates> = fc.record({
  certificateExpiresOn: fc.option(day, { nil: null }),
  announcedQuarter: fc.option(quarter, { nil: null }),
  auditOn: fc.option(day, { nil: null }),
  announcedOn: fc.option(day, { nil: null }),
  intakeReceivedOn: fc.option(day, { nil: null }),
  intakeReturnedOn: fc.option(day, { nil: null }),
  submittedOn: fc.option(day, { nil: null }),
});

function words(): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom("wij", "werken", "samen", "é", '"', "{", "ſ"), {
      minLength: 1,
      maxLength: 5,
    })
    .map((all) => all.join(" "));
}

function editionOf(norms: readonly Norm[]): Edition {
  return { ...kwaliteitInBeeld2, norms };
}

function norm(
  code: string,
  title: Localised,
  conditions: readonly (Applicability | undefined)[],
): Norm {
  return {
    code,
    title,
    question: title,
    wording: { nl: "own", en: "own" },
    indicators: conditions.map((applies, index): Indicator => {
      const indicator = { code: `${code}.${index + 1}`, statement: title };
      return applies === undefined ? indicator : { ...indicator, applies };
    }),
    questions: [{ code: `${code}.V1`, title, statement: title, derived: false, slots: [] }],
  };
}
