import { partApplies, partsOf, type Edition, type Part } from "@toetssteen/norms";
import type { SearchPlace } from "./search.sql.ts";

/** What there is to know of every edition for every profile, so that the database can choose by what it finds. */
export function placesIn(editions: ReadonlyMap<string, Edition>): SearchPlace[] {
  return [...editions.values()].flatMap((edition) =>
    [true, false].flatMap((vobMember) =>
      [true, false].map((runsIdo) => {
        const codes = (parts: readonly Part[]) => parts.map(({ code }) => code);
        const parts = partsOf(edition);
        return {
          edition: edition.code,
          vobMember,
          runsIdo,
          without: codes(parts.filter((part) => !partApplies(part, { vobMember, runsIdo }))),
          indicators: codes(parts.filter(({ kind }) => kind === "indicator")),
        };
      }),
    ),
  );
}
