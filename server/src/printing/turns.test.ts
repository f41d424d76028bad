import { expect, test } from "vitest";
import { createTurns, mostWaiting, type Share } from "./turns.ts";

const noor: Share = { organisation: "Waterlinie", person: "Noor" };
const sanne: Share = { organisation: "Waterlinie", person: "Sanne" };
const wim: Share = { organisation: "Heuvelrand", person: "Wim" };

function taken(turns: ReturnType<typeof createTurns<string>>): string[] {
  return Array.from({ length: 100 }, () => turns.take([])?.item ?? "").filter((one) => one !== "");
}

test("organisations have their turn one after the other, and so have people within one", () => {
  const turns = createTurns<string>();
  for (const name of ["n1", "n2", "n3", "n4"]) turns.add(noor, name);
  turns.add(sanne, "s1");
  for (const name of ["w1", "w2"]) turns.add(wim, name);
  expect(taken(turns)).toEqual(["n1", "w1", "s1", "w2", "n2", "n3", "n4"]);
});

test("an organisation with something in hand waits, and so does a person with another hat on", () => {
  const turns = createTurns<string>();
  turns.add(noor, "n1");
  turns.add({ organisation: "Heuvelrand", person: "Noor" }, "n2");
  turns.add(sanne, "s1");
  expect(turns.take([noor])).toBeUndefined();
  turns.add(wim, "w1");
  expect(turns.take([noor])?.item).toBe("w1");
  expect(turns.take([])?.item).toBe("n1");
});

test("there is room for another however much one person and one organisation ask for", () => {
  const turns = createTurns<string>();
  const asked = (share: Share, times: number) =>
    Array.from({ length: times }, () => turns.add(share, "")).filter(Boolean).length;
  expect(asked(noor, 100)).toBe(mostWaiting.person);
  expect(asked(sanne, 100)).toBe(mostWaiting.organisation - mostWaiting.person);
  expect(turns.add(wim, "w1")).toBe(true);
  expect(turns.take([])?.share).toEqual(noor);
  expect(turns.take([])?.share).toEqual(wim);
});
