import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fromAddress, parseSearch, stringifySearch } from "./search.ts";
import { readEvidenceSearch } from "../features/evidence/evidence-search.ts";
import { readItemSearch } from "../features/evidence/item-search.ts";
import { readSearch as readHistory } from "../features/history/text-key.ts";
import { readOverseenSearch } from "../features/oversight/overseen-search.ts";
import { readSearch } from "../features/search/search-text.ts";

/** What somebody may type behind a key. */
const typed = [
  "",
  "true",
  "false",
  "null",
  "12",
  "4.10",
  "1e5",
  "12345678901234567890",
  "-0",
  "[]",
  "{}",
  '"x"',
  "a b",
  "é",
  "100%",
  "2027",
  "\0",
  "x".repeat(3e3),
  "__proto__",
];

describe("what stands in an address", () => {
  test.each(typed)("stays as it was typed: %j", (value) => {
    const address = stringifySearch({ zoek: value });
    expect(parseSearch(address)).toEqual({ zoek: value });
  });

  test("and is not read is not there, whichever way it was typed", () => {
    const read = fromAddress(({ op }) => (op === "naam" ? { op } : {}));
    expect(read({ op: "naam", weg: "ja" })).toEqual({ op: "naam", weg: undefined });
    expect(read({ op: "x" })).toEqual({ op: undefined });
    expect(stringifySearch(read({ op: "x" }))).toBe("");
  });
});

const readers = {
  evidence: readEvidenceSearch,
  "an item": readItemSearch,
  members: readOverseenSearch,
  search: readSearch,
  history: readHistory,
};
const keys = [
  "zoek",
  "q",
  "delen",
  "gebruikt",
  "jaar",
  "op",
  "weg",
  "nieuw",
  "bestand",
  "gebruik",
  "wijzig",
  "kwartaal",
  "sorteer",
  "geschiedenis",
  "onbekend",
];

test.each(Object.entries(readers))("of %s gives a text as it was typed, or drops it", (_, read) => {
  const page: (raw: Record<string, unknown>) => Record<string, unknown> = fromAddress(read);
  for (const key of keys)
    for (const value of [...typed, undefined, null, true, 12, ["a", "b"], { a: "b" }]) {
      const given = page({ [key]: value });
      expect(Object.keys(given), key).toContain(key);
      const kept = given[key];
      expect(["undefined", "string", "number", "boolean"]).toContain(typeof kept);
      if (typeof kept === "string" && typeof value === "string")
        expect(value.toWellFormed(), key).toContain(kept);
      // Read again, as after a reload, it says the same.
      expect(page(parseSearch(stringifySearch(given)))[key], key).toEqual(kept);
    }
});

test("every page that reads its address says of each key what it makes of it", () => {
  const routes = join(import.meta.dirname, "../routes");
  const texts = readdirSync(routes, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".tsx"))
    .map((path) => readFileSync(join(routes, path), "utf8"));
  const reading = texts.filter((text) => text.includes("validateSearch"));
  expect(reading.length).toBeGreaterThanOrEqual(14);
  for (const text of reading) expect(text).toMatch(/validateSearch: fromAddress\(/);
});
