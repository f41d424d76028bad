import { expect, test } from "vitest";
import { attack } from "./attack.ts";

/** A part of the attack, the same part every time; `pnpm attack` is all of it. */
const tally = await attack({ seed: 1, size: "small", only: [], say: () => {} });

test("nothing gets out, nothing breaks, and everybody gets what is declared", () => {
  expect(tally.found).toEqual([]);
  expect(tally.refused + tally.allowed).toBe(tally.tried);
});

test("it was held off, and also let through what is declared", () => {
  expect(tally.refused).toBeGreaterThan(500);
  expect(tally.allowed).toBeGreaterThan(300);
});
