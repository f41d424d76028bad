import { expect, test } from "vitest";
import { playFaults } from "./faults.ts";

/** Three rounds, the same every time; `pnpm faults` plays two hundred. */
const { found, acknowledged, lastLine } = await playFaults({
  seed: 6,
  rounds: 3,
  beyond: false,
  say: () => {},
});

test("everything acknowledged is there once, and nobody notices that a server is replaced", () => {
  expect(found).toEqual([]);
  expect(lastLine).toBe(`rounds 3, acknowledged ${acknowledged}, lost 0, doubled 0`);
});

test("there was something to lose", () => {
  expect(acknowledged).toBeGreaterThan(100);
});
