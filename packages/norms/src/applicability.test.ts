import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as arbitrary from "../test/arbitraries.ts";
import {
  applicabilityChange,
  applicableIndicators,
  applicableParts,
  appliesTo,
  findPart,
  partsOf,
} from "./applicability.ts";
import { findNorm, type Applicability, type Profile } from "./edition.ts";
import { kwaliteitInBeeld2 } from "./editions/kwaliteit-in-beeld-2.ts";

const member: Profile = { vobMember: true, runsIdo: true };
const norm4 = findNorm(kwaliteitInBeeld2, "4")!;

describe("the indicator for the IDO", () => {
  test.each<[vobMember: boolean, runsIdo: boolean, codes: string[]]>([
    [true, true, ["4.1", "4.2", "4.3", "4.4"]],
    [true, false, ["4.1", "4.2", "4.3"]],
    [false, true, ["4.1", "4.2", "4.3"]],
    [false, false, ["4.1", "4.2", "4.3"]],
  ])(
    "with VOB membership %s and an IDO %s a library answers norm 4 with %j",
    (vobMember, runsIdo, codes) => {
      const applicable = applicableIndicators(norm4, { vobMember, runsIdo });
      expect(applicable.map(({ code }) => code)).toEqual(codes);
    },
  );

  test("closing the IDO takes 4.4 away, and opening it brings 4.4 back", () => {
    const closed = { ...member, runsIdo: false };
    expect(applicabilityChange(kwaliteitInBeeld2, member, closed)).toMatchObject({
      appear: [],
      disappear: [{ code: "4.4" }],
    });
    expect(applicabilityChange(kwaliteitInBeeld2, closed, member)).toMatchObject({
      appear: [{ code: "4.4" }],
      disappear: [],
    });
  });
});

describe("a condition", () => {
  test.each<[Applicability | undefined, Profile, boolean]>([
    [undefined, { vobMember: false, runsIdo: false }, true],
    ["vobMember", { vobMember: true, runsIdo: false }, true],
    ["vobMember", { vobMember: false, runsIdo: true }, false],
    [{ all: [] }, { vobMember: false, runsIdo: false }, true],
    [{ any: [] }, { vobMember: true, runsIdo: true }, false],
    [{ any: ["vobMember", "runsIdo"] }, { vobMember: false, runsIdo: true }, true],
    [{ not: { all: ["vobMember", "runsIdo"] } }, { vobMember: true, runsIdo: true }, false],
  ])("%j for %j holds: %s", (condition, profile, holds) => {
    expect(appliesTo(condition, profile)).toBe(holds);
  });

  test("and its opposite never hold together, and one of them always does", () => {
    fc.assert(
      fc.property(arbitrary.applicability, arbitrary.profile, (condition, profile) => {
        expect(appliesTo({ not: condition }, profile)).toBe(!appliesTo(condition, profile));
      }),
    );
  });

  test("that asks for all of them holds exactly when none of the opposites does", () => {
    fc.assert(
      fc.property(
        fc.array(arbitrary.applicability, { maxLength: 4 }),
        arbitrary.profile,
        (conditions, profile) => {
          const opposites = conditions.map((not) => ({ not }));
          expect(appliesTo({ all: conditions }, profile)).toBe(
            !appliesTo({ any: opposites }, profile),
          );
        },
      ),
    );
  });
});

describe("the parts of an edition", () => {
  test("come in the order of the framework: a norm, its indicators, its questions", () => {
    const codes = partsOf(kwaliteitInBeeld2).map(({ code }) => code);
    expect(codes).toHaveLength(7 + 4 + 28);
    expect(codes.slice(codes.indexOf("4"), codes.indexOf("5"))).toEqual([
      "4",
      "4.1",
      "4.2",
      "4.3",
      "4.4",
      "4.V1",
      "4.V2",
      "4.V3",
      "4.V4",
    ]);
  });

  test("can each be found by their code, and a code that isn't there is nothing", () => {
    for (const part of partsOf(kwaliteitInBeeld2))
      expect(findPart(kwaliteitInBeeld2, part.code)).toEqual(part);
    expect(findPart(kwaliteitInBeeld2, "4.5")).toBeNull();
    expect(findPart(kwaliteitInBeeld2, "")).toBeNull();
  });

  test("that apply are the same parts in the same order, without some indicators", () => {
    fc.assert(
      fc.property(arbitrary.edition, arbitrary.profile, (edition, profile) => {
        const applicable = applicableParts(edition, profile);
        expect(
          partsOf(edition).filter((part) => applicable.some(({ code }) => code === part.code)),
        ).toEqual(applicable);
        const left = partsOf(edition).filter(
          (part) => !applicable.some(({ code }) => code === part.code),
        );
        expect(left.every(({ kind }) => kind === "indicator")).toBe(true);
      }),
    );
  });

  test("agree with the list of indicators of each norm", () => {
    fc.assert(
      fc.property(arbitrary.edition, arbitrary.profile, (edition, profile) => {
        const parts = applicableParts(edition, profile).filter(({ kind }) => kind === "indicator");
        const listed = edition.norms.flatMap((norm) => applicableIndicators(norm, profile));
        expect(parts.map(({ code }) => code)).toEqual(listed.map(({ code }) => code));
      }),
    );
  });

  test("that a change of profile takes away are the ones that the change back returns", () => {
    fc.assert(
      fc.property(
        arbitrary.edition,
        arbitrary.profile,
        arbitrary.profile,
        (edition, before, after) => {
          const there = applicabilityChange(edition, before, after);
          const back = applicabilityChange(edition, after, before);
          expect(there).toEqual({ appear: back.disappear, disappear: back.appear });
        },
      ),
    );
  });
});
