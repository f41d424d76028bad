import { expect, test } from "vitest";
import type { Role } from "../../gql/graphql.ts";
import { list } from "./list.ts";
import type { ListState } from "./list-state.ts";
import type { Membership } from "./people.ts";

const names: Partial<Record<Role, string>> = {
  ADMINISTRATOR: "beheerder",
  QUALITY_COORDINATOR: "kwaliteitscoördinator",
  READER: "lezer",
};
const dutch = {
  roleNames: (roles: readonly Role[]) => roles.map((role) => names[role]).join(", "),
};
const byName: ListState = { search: "", sorting: "naam", isReversed: false };

function member(name: string, role: Role, since: string): Membership {
  return {
    __typename: "Membership",
    personId: name,
    name,
    roles: [role],
    since: `${since}T10:00:00Z`,
    endedAt: null,
    version: 1,
  };
}

const members = [
  member("Zoë Vos", "READER", "2024-01-01"),
  member("Émile Bos", "QUALITY_COORDINATOR", "2026-01-01"),
  member("anna de Wit", "READER", "2025-01-01"),
];

function shown(state: Partial<ListState>): string[] {
  return list(members, { ...byName, ...state }, dutch).map(({ name }) => name);
}

test("names stand in the order of a Dutch index, whatever their accents and capitals", () => {
  expect(shown({})).toEqual(["anna de Wit", "Émile Bos", "Zoë Vos"]);
  expect(shown({ isReversed: true })).toEqual(["Zoë Vos", "Émile Bos", "anna de Wit"]);
});

test("people with the same role stand by name, also when the roles go backwards", () => {
  expect(shown({ sorting: "rol" })).toEqual(["Émile Bos", "anna de Wit", "Zoë Vos"]);
  expect(shown({ sorting: "rol", isReversed: true })).toEqual([
    "anna de Wit",
    "Zoë Vos",
    "Émile Bos",
  ]);
});

test("who came first stands first", () => {
  expect(shown({ sorting: "sinds" })).toEqual(["Zoë Vos", "anna de Wit", "Émile Bos"]);
});

test("one finds people by a part of the name or the role, without typing the accents", () => {
  expect(shown({ search: "emile" })).toEqual(["Émile Bos"]);
  expect(shown({ search: "coordinator" })).toEqual(["Émile Bos"]);
  expect(shown({ search: "lez  WIT" })).toEqual(["anna de Wit"]);
  expect(shown({ search: "bos lezer" })).toEqual([]);
});
