import { longestSearch } from "@toetssteen/contract";
import { applicableParts, findPart } from "@toetssteen/norms";
import type { Context } from "../graphql/context.ts";
import { Refusal } from "../graphql/errors.ts";
import { pageSize } from "../graphql/page.ts";
import { findDossier, type Dossier } from "../self-evaluation/dossier.ts";
import { placeOf, placesInOrder } from "./place-order.ts";
import { findHits, type SearchPlace, type SearchRow } from "./search.sql.ts";
import { SearchHit, type SearchResult } from "./search.type.ts";
import { marked, snippetOf } from "./snippet.ts";
import { wordsIn } from "./words.ts";

/**
 * Where in the library's own texts and documents all of the words stand: only in what it works on now.
 * @throws {Refusal} INVALID_INPUT
 */
export async function search(
  { scope, editions }: Context,
  asked: { organisationId: string; text: string; first: number },
): Promise<SearchResult> {
  const first = pageSize(asked.first);
  if (asked.text.length > longestSearch)
    throw new Refusal("INVALID_INPUT", [
      { path: "text", message: `Hooguit ${longestSearch} tekens.` },
    ]);
  const words = wordsIn("text", asked.text);
  if (words.length === 0) return { hits: [], counts: [] };
  const dossier = await findDossier(scope, editions, asked.organisationId, []);
  const rows = await findHits(scope, placeIn(asked.organisationId, dossier), words, first);
  const counts = new Map(rows.map(({ kind, total }) => [kind, total]));
  return {
    hits: inOrder(rows, dossier).map((row) => hitOf(row, dossier, words)),
    counts: [...counts].map(([kind, count]) => ({ kind, count })),
  };
}

function placeIn(organisationId: string, dossier: Dossier | null): SearchPlace {
  if (!dossier) return { organisationId, cycleId: null, parts: [], indicators: [] };
  const parts = applicableParts(dossier.edition, dossier.profile);
  return {
    organisationId,
    cycleId: dossier.cycle.id,
    parts: ["", ...parts.map(({ code }) => code)],
    indicators: parts.filter(({ kind }) => kind === "indicator").map(({ code }) => code),
  };
}

/** As the pages have it; what stands at one place, the latest first. */
function inOrder(rows: readonly SearchRow[], dossier: Dossier | null): SearchRow[] {
  const places = dossier ? placesInOrder(dossier.edition, dossier.profile) : [];
  const order = new Map(places.map((place, index) => [place, index]));
  return rows
    .map((row) => ({
      row,
      place: order.get(placeOf(row) ?? "") ?? places.length,
      at: Date.parse(row.at),
    }))
    .toSorted((one, other) => one.place - other.place || other.at - one.at)
    .map(({ row }) => row);
}

function hitOf(row: SearchRow, dossier: Dossier | null, words: readonly string[]): SearchHit {
  const { kind, targetId, field, text, files, at, by } = row;
  const part = dossier && row.part ? findPart(dossier.edition, row.part) : null;
  return Object.assign(new SearchHit(), {
    id: `${kind}:${row.id}`,
    kind,
    targetId,
    norm: part?.norm.code ?? null,
    part: part?.code ?? null,
    field,
    snippet: kind === "document" ? marked(text, words) : snippetOf(text, words),
    files: files.map((name) => marked(name, words)),
    at: new Date(at),
    by,
  });
}
