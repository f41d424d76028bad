import { partApplies, partsOf, type Edition, type Part } from "@toetssteen/norms";
import type { SearchPlace } from "./search.sql.ts";

/** Editions don't change while the server runs. */
const remembered = new WeakMap<ReadonlyMap<string, Edition>, string>();

/** {@link SearchPlace}s of every edition for every profile, as JSON, so that the database can choose by what it finds. */
export function placesIn(editions: ReadonlyMap<string, Edition>): string {
  let places = remembered.get(editions);
  if (places === undefined) remembered.set(editions, (places = JSON.stringify(make(editions))));
  return places;
}

function make(editions: ReadonlyMap<string, Edition>): SearchPlace[] {
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
