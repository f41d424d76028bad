import { expect, test } from "vitest";
import { quartersAround } from "./overseen-list.ts";
import { readOverseenSearch } from "./overseen-search.ts";

test("an address with nonsense in it shows the whole list", () => {
  expect(readOverseenSearch({ kwartaal: "2027-Q5", zoek: "  ", sorteer: "audit" })).toEqual({});
  expect(readOverseenSearch({ kwartaal: ["2027-Q1"], zoek: null })).toEqual({});
});

test("an address keeps quarter, search and order", () => {
  const search = { kwartaal: "2027-Q1", zoek: "wate", sorteer: "naam" };
  expect(readOverseenSearch(search)).toEqual(search);
});

test("the quarters go from the last one to four years on", () => {
  const quarters = quartersAround("2026-11-23");
  expect([quarters[0], quarters[1], quarters.at(-1)]).toEqual(["2026-Q3", "2026-Q4", "2030-Q4"]);
  expect(quartersAround("2027-01-01")[0]).toBe("2026-Q4");
});
