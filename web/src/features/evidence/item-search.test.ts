import { expect, test } from "vitest";
import { firstPage } from "./first-page.ts";
import { readItemSearch } from "./item-search.ts";

test.each([
  ["blz. 14–17", 14],
  ["Bladzijde 3, tweede alinea", 3],
  ["zie p. 8", 8],
  ["12", 12],
  ["hoofdstuk 4", null],
  ["paragraaf 2.3", null],
  ["", null],
])("a viewer opens “%s” at page %s", (text, page) => {
  expect(firstPage(text)).toBe(page);
});

test("what makes no sense in an address is left out", () => {
  expect(readItemSearch({ bestand: 3, gebruik: "a", wijzig: "ja" })).toEqual({ gebruik: "a" });
});
