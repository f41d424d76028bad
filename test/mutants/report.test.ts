import { expect, test } from "vitest";
import type { Mutant } from "./catalogue.ts";
import { complaints, count, some, type Trial } from "./report.ts";

const mutant = (name: string): Mutant => ({ name, of: "t", change: "", kind: "table" });
const killed = (name: string): Trial => ({
  mutant: mutant(name),
  killer: { file: "a.test.ts", test: "sees it" },
  seconds: 1,
});
const survived = (name: string): Trial => ({ mutant: mutant(name), killer: undefined, seconds: 1 });
const known = { same: "nobody could tell" };

test("a mutant that nobody notices is a complaint and counts as survived", () => {
  const trials = [killed("one"), survived("two")];
  expect(complaints(trials, {})).toEqual(["no test notices: two"]);
  expect(count(trials, {})).toBe("2 mutants, 1 killed, 1 survived");
});

test("one that is known to change nothing is no mutant, until a test notices it", () => {
  expect(complaints([killed("one"), survived("same")], known)).toEqual([]);
  expect(count([killed("one"), survived("same")], known)).toBe("1 mutants, 1 killed, 0 survived");
  expect(complaints([killed("same")], known)).toEqual([
    "is noticed, and can leave test/mutants/equivalent.ts: same",
  ]);
});

test("a seed always chooses the same few, and another seed others", () => {
  const mutants = Array.from({ length: 100 }, (_, place) => mutant(`mutant ${place}`));
  const monday = some(mutants, 12, "2026-11-23");
  expect(monday).toHaveLength(12);
  expect(some(mutants.toReversed(), 12, "2026-11-23")).toEqual(monday);
  expect(some(mutants, 12, "2026-11-24")).not.toEqual(monday);
});
