import { expect, test } from "vitest";
import { readEvidenceSearch } from "./evidence-search.ts";
import { isNarrowed, variablesFor } from "./evidence-variables.ts";

test("an address says which documents are shown, and in which order", () => {
  const search = readEvidenceSearch({
    zoek: " 2025 ",
    delen: "gedeeld",
    gebruikt: "nee",
    soort: "rekenblad",
    jaar: "2025",
    op: "naam",
    weg: "true",
  });
  expect(isNarrowed(search)).toBe(true);
  expect(variablesFor("waterlinie", search)).toEqual({
    organisationId: "waterlinie",
    filter: {
      text: "2025",
      sharing: "SHARED",
      documentKind: "SHEET",
      used: false,
      aboutFrom: "2025-01-01",
      aboutTo: "2025-12-31",
      removed: true,
    },
    sort: "TITLE",
    first: 50,
  });
});

test("what makes no sense in an address leaves the whole list", () => {
  const search = readEvidenceSearch({
    zoek: " ",
    delen: "alles",
    soort: "docx",
    jaar: "1200",
    op: 3,
    weg: "ja",
  });
  expect(search).toEqual({});
  expect(isNarrowed(search)).toBe(false);
});
