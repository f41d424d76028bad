import { longestSearch } from "@toetssteen/contract";
import { findPart, type Edition, type Profile } from "@toetssteen/norms";
import type { Context } from "../graphql/context.ts";
import { Refusal } from "../refusal.ts";
import { pageSize } from "../graphql/page.ts";
import { findNormTexts, type NormText } from "./norm-texts.ts";
import { placeOf as placeOfRow, placesInOrder } from "./place-order.ts";
import { placesIn } from "./search-places.ts";
import { findHits, searchKinds, type Found, type SearchRow } from "./search.sql.ts";
import { MarkedText, NormTextHit, SearchHit, SearchResult } from "./search.type.ts";
import { marked, snippetOf } from "./snippet.ts";
import { wordsIn } from "./words.ts";

/**
 * Where all of the words stand: in the library's own texts and documents, in what the norms say, and in names of people.
 * Only in what it works on now.
 * @throws {Refusal} INVALID_INPUT
 */
export async function search(
  { scope, editions, selects }: Context,
  asked: { organisationId: string; text: string; first: number },
): Promise<SearchResult> {
  const first = pageSize(asked.first);
  if (asked.text.length > longestSearch)
    throw new Refusal("INVALID_INPUT", [
      { path: "text", message: `Hooguit ${longestSearch} tekens.` },
    ]);
  const words = wordsIn(asked.text);
  if (words.length === 0) return new SearchResult([], [], [], () => []);
  const found = await findHits(scope, asked.organisationId, placesIn(editions), words, first, {
    people: selects("SearchResult.people"),
  });
  const place = found.place && placeOf(editions, found.place);
  const counts = new Map(found.hits.map(({ kind, total }) => [kind, total]));
  return new SearchResult(
    inOrder(found.hits, place).map((row) => hitOf(row, place?.edition ?? null, words)),
    searchKinds.flatMap((kind) => {
      const count = counts.get(kind);
      return count === undefined ? [] : [{ kind, count }];
    }),
    found.people ?? [],
    (locale) =>
      place === null
        ? []
        : findNormTexts(place.edition, place.profile, locale, words).map((text) =>
            normHitOf(text, words),
          ),
  );
}

function normHitOf({ part, text }: NormText, words: readonly string[]): NormTextHit {
  const whole = { text, isCutBefore: false, isCutAfter: false };
  return Object.assign(new NormTextHit(), {
    part: part.code,
    norm: part.norm.code,
    snippet: new MarkedText(snippetOf(whole, words)),
  });
}

interface Place {
  readonly edition: Edition;
  readonly profile: Profile;
}

function placeOf(
  editions: ReadonlyMap<string, Edition>,
  found: NonNullable<Found["place"]>,
): Place {
  const edition = editions.get(found.edition);
  if (!edition) throw new Error(`Edition ${found.edition} is pinned by a cycle and not loaded.`);
  return { edition, profile: found };
}

/** As the pages have it; what stands at one place, the latest first; of one moment always in the same order. */
function inOrder(rows: readonly SearchRow[], at: Place | null): SearchRow[] {
  const places = at ? placesInOrder(at.edition, at.profile) : [];
  const order = new Map(places.map((place, index) => [place, index]));
  return rows
    .map((row) => ({
      row,
      place: order.get(placeOfRow(row) ?? "") ?? places.length,
      at: Date.parse(row.at),
      id: `${row.kind}:${row.id}`,
    }))
    .toSorted(
      (one, other) => one.place - other.place || other.at - one.at || (one.id < other.id ? -1 : 1),
    )
    .map(({ row }) => row);
}

function hitOf(row: SearchRow, edition: Edition | null, words: readonly string[]): SearchHit {
  const { kind, targetId, field, text, files, at, by } = row;
  const part = edition && row.part ? findPart(edition, row.part) : null;
  return Object.assign(new SearchHit(), {
    id: `${kind}:${row.id}`,
    kind,
    targetId,
    norm: part?.norm.code ?? null,
    part: part?.code ?? null,
    field,
    snippet: new MarkedText(kind === "document" ? marked(text, words) : snippetOf(row, words)),
    files: files.map((name) => new MarkedText(marked(name, words))),
    at: new Date(at),
    by,
  });
}
