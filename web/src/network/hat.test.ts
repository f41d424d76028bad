import { beforeEach, expect, test, vi } from "vitest";
import { hatNow, hatText, lastOf, organisationHat, actAs } from "./hat.ts";

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
  actAs(mandate);
  expect(hatNow()).toBe(`mandate:${id}`);
  expect(lastOf([library, mandate])).toBe(mandate);
  actAs(library);
  expect(hatNow()).toBe(organisationHat(id));
  expect(lastOf([mandate, library])).toBe(library);
  expect(lastOf([mandate])).toBeUndefined();
});

test("what was kept as an id alone is found again", () => {
  localStorage.setItem("toetssteen.hat", id);
  expect(lastOf([{ ...library, id: "another" }, library])).toBe(library);
  expect(hatText(library)).toBe(`organisation:${id}`);
});
