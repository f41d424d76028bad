import { expect, test } from "vitest";
import { isPlanned, mandateState } from "./mandate-state.ts";

const mandate = {
  opensAt: "2026-11-22T23:00:00Z",
  closesAt: "2026-11-30T23:00:00Z",
  withdrawnAt: null,
};
const at = (moment: string) => mandateState(mandate, new Date(moment));

test("a mandate runs from the moment it opens until the moment it closes", () => {
  expect(at("2026-11-22T22:59:59Z")).toBe("upcoming");
  expect(at("2026-11-22T23:00:00Z")).toBe("running");
  expect(at("2026-11-30T23:00:00Z")).toBe("over");
});

test("a mandate that was withdrawn doesn't run, whatever its days", () => {
  const withdrawn = { ...mandate, withdrawnAt: "2026-11-23T12:00:00Z" };
  expect(mandateState(withdrawn, new Date("2026-11-24T12:00:00Z"))).toBe("withdrawn");
});

test("what nobody reads or will read still has to be planned", () => {
  const now = new Date("2026-12-24T12:00:00Z");
  expect(isPlanned([mandate], now)).toBe(false);
  expect(isPlanned([mandate, { ...mandate, closesAt: "2027-01-01T00:00:00Z" }], now)).toBe(true);
  expect(isPlanned([], now)).toBe(false);
});
