import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as arbitrary from "../test/arbitraries.ts";
import { applicableParts, partsOf } from "./applicability.ts";
import type { Profile } from "./edition.ts";
import { kwaliteitInBeeld2 } from "./editions/kwaliteit-in-beeld-2.ts";
import { countByNorm, countWorkStates, whatIsOpen, workStates, type Progress } from "./progress.ts";

const withIdo: Profile = { vobMember: true, runsIdo: true };
const withoutIdo: Profile = { ...withIdo, runsIdo: false };
const editionAndProgress = arbitrary.edition.chain((edition) =>
  fc.tuple(fc.constant(edition), arbitrary.progressOn(partsOf(edition).map(({ code }) => code))),
);

describe("what is open", () => {
  test("is everything that applies when nothing was done yet", () => {
    const open = whatIsOpen(kwaliteitInBeeld2, withoutIdo, new Map());
    expect(open.map(({ code }) => code)).toEqual(
      applicableParts(kwaliteitInBeeld2, withoutIdo).map(({ code }) => code),
    );
    expect(new Set(open.map(({ state }) => state))).toEqual(new Set(["TO_DO"]));
  });

  test("still holds what somebody else must read, and no longer what is done", () => {
    const progress: Progress = new Map([
      ["4.1", "DONE"],
      ["4.2", "READY_TO_READ"],
    ]);
    const open = new Map(
      whatIsOpen(kwaliteitInBeeld2, withIdo, progress).map(({ code, state }) => [code, state]),
    );
    expect(open.has("4.1")).toBe(false);
    expect(open.get("4.2")).toBe("READY_TO_READ");
  });

  test("leaves 4.4 out while there is no IDO, and returns it in the state it had", () => {
    const progress: Progress = new Map([["4.4", "IN_PROGRESS"]]);
    const find44 = (profile: Profile) =>
      whatIsOpen(kwaliteitInBeeld2, profile, progress).find(({ code }) => code === "4.4")?.state;
    expect([find44(withIdo), find44(withoutIdo), find44(withIdo)]).toEqual([
      "IN_PROGRESS",
      undefined,
      "IN_PROGRESS",
    ]);
  });

  test("and what is done make up exactly what applies", () => {
    fc.assert(
      fc.property(editionAndProgress, arbitrary.profile, ([edition, progress], profile) => {
        const open = whatIsOpen(edition, profile, progress).map(({ code }) => code);
        const applicable = applicableParts(edition, profile).map(({ code }) => code);
        expect(open).toEqual(applicable.filter((code) => progress.get(code) !== "DONE"));
      }),
    );
  });

  test("doesn't change by what is written about parts that don't apply", () => {
    fc.assert(
      fc.property(editionAndProgress, arbitrary.profile, ([edition, progress], profile) => {
        const applicable = new Set(applicableParts(edition, profile).map(({ code }) => code));
        const onlyApplicable: Progress = new Map(
          [...progress].filter(([code]) => applicable.has(code)),
        );
        expect(whatIsOpen(edition, profile, progress)).toEqual(
          whatIsOpen(edition, profile, onlyApplicable),
        );
      }),
    );
  });
});

describe("the count of work states", () => {
  test("can be asked of the indicators of one norm", () => {
    const parts = applicableParts(kwaliteitInBeeld2, withoutIdo).filter(
      ({ norm }) => norm.code === "4",
    );
    const progress: Progress = new Map([
      ["4.1", "DONE"],
      ["4.2", "IN_PROGRESS"],
      ["4.4", "DONE"],
      ["4.V1", "DONE"],
    ]);
    expect(countWorkStates(parts, progress, ["indicator"])).toEqual({
      TO_DO: 1,
      IN_PROGRESS: 1,
      READY_TO_READ: 0,
      DONE: 1,
    });
  });

  test("adds up to the number of parts that apply", () => {
    fc.assert(
      fc.property(editionAndProgress, arbitrary.profile, ([edition, progress], profile) => {
        const parts = applicableParts(edition, profile);
        const counts = countWorkStates(parts, progress);
        expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(parts.length);
        expect(counts.DONE).toBe(parts.length - whatIsOpen(edition, profile, progress).length);
      }),
    );
  });

  test("is the same norm by norm, whatever stands in no norm or doesn't apply", () => {
    fc.assert(
      fc.property(editionAndProgress, arbitrary.profile, ([edition, progress], profile) => {
        const inState = Object.fromEntries(
          workStates.map((state) => [
            state,
            [...progress].filter(([, is]) => is === state).map(([code]) => code),
          ]),
        );
        const parts = applicableParts(edition, profile);
        const ofNorm = (norm: string) => parts.filter((part) => part.norm.code === norm);
        const expected = edition.norms.map(({ code }) => [
          code,
          countWorkStates(ofNorm(code), progress),
        ]);
        expect([...countByNorm(edition, profile, inState)]).toEqual(expected);
        const withOthers = { ...inState, DONE: [...(inState["DONE"] ?? []), "0.0"] };
        expect([...countByNorm(edition, profile, withOthers)]).toEqual(expected);
      }),
    );
  });
});
