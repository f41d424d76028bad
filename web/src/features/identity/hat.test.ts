import { beforeEach, expect, test, vi } from "vitest";
import { hatNow, hatText, lastWornOf, organisationHat, wear } from "./hat.ts";

const id = "0199a000-0000-7000-8000-000000000001";
const library = { kind: "ORGANISATION", id } as const;
const mandate = { kind: "MANDATE", id } as const;

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});

test("an organisation and a mandate with one id are two hats", () => {
  wear(mandate);
  expect(hatNow()).toBe(`mandate:${id}`);
  expect(lastWornOf([library, mandate])).toBe(mandate);
  wear(library);
  expect(hatNow()).toBe(organisationHat(id));
  expect(lastWornOf([mandate, library])).toBe(library);
  expect(lastWornOf([mandate])).toBeUndefined();
});

test("what was kept as an id alone is found again", () => {
  localStorage.setItem("toetssteen.hat", id);
  expect(lastWornOf([{ ...library, id: "another" }, library])).toBe(library);
  expect(hatText(library)).toBe(`organisation:${id}`);
});
